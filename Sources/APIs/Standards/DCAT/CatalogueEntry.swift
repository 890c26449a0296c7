import Catalog

/// What the catalogue says about one dataset.
struct CatalogueEntry {
    /// The sheet, with what its rows say.
    var record: DatasetRecord
    /// What is derived from it.
    var metadata: Metadata
    /// The files in which it can be had.
    var files: [PublishedFile]
}
