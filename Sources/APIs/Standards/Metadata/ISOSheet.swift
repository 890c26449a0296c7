import Schemas
import Texts
import Catalog
import Foundation

/// The sheet of a dataset for geographic catalogues: ISO 19139, the XML of ISO 19115 that INSPIRE prescribes.
///
/// Elements stand in the order of the schemas `gmd`, of 2007-04-17; what is mandatory there and not known is said to be
/// missing by `gco:nilReason`.
struct ISOSheet {
    let record: DatasetRecord
    let files: [PublishedFile]
    let metadata: Metadata
    let addresses: CatalogueAddresses
    let services: [DataService]
    let roots: [String]

    init(_ entry: CatalogueEntry, addresses: CatalogueAddresses, roots: [String]) {
        record = entry.record
        files = entry.files
        metadata = entry.metadata
        self.addresses = addresses
        self.roots = roots
        services = addresses.commune == nil ? DataService.all.filter { $0.isAmong(roots) } : []
    }

    var bytes: [UInt8] {
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco" \
            xmlns:gmx="http://www.isotc211.org/2005/gmx" xmlns:gml="http://www.opengis.net/gml/3.2" \
            xmlns:xlink="http://www.w3.org/1999/xlink">
            \(characters("fileIdentifier", metadata.identifier))
            \(Self.language)
            <gmd:characterSet>\(code("MD_CharacterSetCode", "utf8"))</gmd:characterSet>
            <gmd:hierarchyLevel>\(code("MD_ScopeCode", "dataset"))</gmd:hierarchyLevel>
            <gmd:contact>\(party("pointOfContact"))</gmd:contact>
            <gmd:dateStamp><gco:DateTime>\(moment)</gco:DateTime></gmd:dateStamp>
            \(characters("metadataStandardName", "ISO 19115:2003/19139"))
            \(characters("metadataStandardVersion", "1.0"))
            \(characters("dataSetURI", addresses.dataset(record.name)))
            \(Self.referenceSystem)
            <gmd:identificationInfo>\(identification)</gmd:identificationInfo>
            <gmd:distributionInfo>\(distribution)</gmd:distributionInfo>
            <gmd:dataQualityInfo>\(quality)</gmd:dataQualityInfo>
            </gmd:MD_Metadata>

            """
        return Array(text.utf8)
    }
}
