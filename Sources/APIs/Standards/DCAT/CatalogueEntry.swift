import Catalog

/// What the catalogue says about one dataset.
struct CatalogueEntry {
    /// The sheet, with what its rows say.
    var record: DatasetRecord
    /// The files in which it can be had.
    var files: [PublishedFile]
}
