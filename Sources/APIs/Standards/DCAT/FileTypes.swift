import Catalog

extension PublishedFile {
    /// The code of its format in the EU table *file-type*; nil where the table does not know it (FlatGeobuf, JSON
    /// Lines), for a wrong code is worse than none.
    var fileType: String? { Self.fileTypes[format] }

    /// Media types in use that the register does not know.
    private static let unregistered: Set = ["application/flatgeobuf", "application/jsonl"]

    private static let fileTypes = [
        "csv": "CSV", "xlsx": "XLSX", "ods": "ODS", "json": "JSON", "geojson": "GEOJSON", "gpkg": "GPKG",
        "shp": "SHP", "kml": "KML", "kmz": "KMZ", "gml": "GML", "xml": "XML", "zip": "ZIP", "parquet": "PARQUET",
        "gpx": "GPX", "pdf": "PDF", "jsonld": "JSON_LD", "ttl": "RDF_TURTLE", "rdf": "RDF_XML", "txt": "TXT",
    ]

    /// The address of its media type in the register of IANA.
    var registeredMediaType: RDFNode? {
        let parts = plainMediaType.split(separator: "/")
        guard parts.count == 2, !Self.unregistered.contains(plainMediaType) else { return nil }
        return RDFNode("https://www.iana.org/assignments/media-types/\(plainMediaType)")
    }
}
