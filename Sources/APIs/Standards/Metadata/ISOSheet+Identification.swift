import Catalog
import Markup
import Schemas
import Texts

// What the dataset is.
extension ISOSheet {
    var identification: String {
        """
        <gmd:MD_DataIdentification>
        <gmd:citation><gmd:CI_Citation>\(characters("title", metadata.title))
        \(date(metadata.issued, "publication"))\(date(metadata.modified, "revision"))
        \(metadata.version.isEmpty ? "" : characters("edition", metadata.version))
        <gmd:identifier><gmd:MD_Identifier>\
        <gmd:code>\(anchorless(addresses.dataset(record.name)))</gmd:code>\
        </gmd:MD_Identifier></gmd:identifier></gmd:CI_Citation></gmd:citation>
        \(characters("abstract", metadata.description.fr))
        <gmd:status>\(code("MD_ProgressCode", "onGoing"))</gmd:status>
        <gmd:pointOfContact>\(party("publisher"))</gmd:pointOfContact>
        <gmd:resourceMaintenance><gmd:MD_MaintenanceInformation><gmd:maintenanceAndUpdateFrequency>\
        \(code("MD_MaintenanceFrequencyCode", maintenance))</gmd:maintenanceAndUpdateFrequency>\
        </gmd:MD_MaintenanceInformation></gmd:resourceMaintenance>
        \(keywords)
        \(constraints)
        <gmd:spatialRepresentationType>\(code("MD_SpatialRepresentationTypeCode", representation))\
        </gmd:spatialRepresentationType>
        \(Self.language)
        <gmd:characterSet>\(code("MD_CharacterSetCode", "utf8"))</gmd:characterSet>
        <gmd:topicCategory><gmd:MD_TopicCategoryCode>\(topic)</gmd:MD_TopicCategoryCode></gmd:topicCategory>
        \(extent)
        </gmd:MD_DataIdentification>
        """
    }

    var keywords: String {
        let words = metadata.keywords.isEmpty ? [metadata.title] : metadata.keywords
        let list = words.map { characters("keyword", $0) }.joined()
        return """
            <gmd:descriptiveKeywords><gmd:MD_Keywords>\(list)\
            <gmd:type>\(code("MD_KeywordTypeCode", "theme"))</gmd:type></gmd:MD_Keywords></gmd:descriptiveKeywords>
            <gmd:descriptiveKeywords><gmd:MD_Keywords>\(characters("keyword", metadata.theme.title.fr))\
            <gmd:type>\(code("MD_KeywordTypeCode", "theme"))</gmd:type></gmd:MD_Keywords></gmd:descriptiveKeywords>
            """
    }

    var constraints: String {
        let licence = metadata.licence
        return """
            <gmd:resourceConstraints><gmd:MD_LegalConstraints>\
            \(characters("useLimitation", licence.title.fr))\
            <gmd:accessConstraints>\(code("MD_RestrictionCode", "otherRestrictions"))</gmd:accessConstraints>\
            <gmd:useConstraints>\(code("MD_RestrictionCode", "license"))</gmd:useConstraints>\
            <gmd:otherConstraints><gmx:Anchor xlink:href="\(XMLText.attribute(IRI(licence.url).text))">\
            \(XMLText.escaped("\(licence.title.fr) : \(licence.summary.fr)"))</gmx:Anchor></gmd:otherConstraints>\
            </gmd:MD_LegalConstraints></gmd:resourceConstraints>
            """
    }

    var extent: String {
        let box = metadata.extent.map { extent in
            let degrees = extent.degrees
            let sides = [
                ("westBoundLongitude", degrees.west), ("eastBoundLongitude", degrees.east),
                ("southBoundLatitude", degrees.south), ("northBoundLatitude", degrees.north),
            ].map { "<gmd:\($0.0)><gco:Decimal>\($0.1)</gco:Decimal></gmd:\($0.0)>" }.joined()
            return """
                <gmd:geographicElement><gmd:EX_GeographicBoundingBox>\(sides)</gmd:EX_GeographicBoundingBox>\
                </gmd:geographicElement>
                """
        }
        let time = metadata.period.map { period in
            """
            <gmd:temporalElement><gmd:EX_TemporalExtent><gmd:extent><gml:TimePeriod gml:id="period">\
            <gml:beginPosition>\(period.start)</gml:beginPosition><gml:endPosition>\(period.end)</gml:endPosition>\
            </gml:TimePeriod></gmd:extent></gmd:EX_TemporalExtent></gmd:temporalElement>
            """
        }
        guard box != nil || time != nil else { return "" }
        return "<gmd:extent><gmd:EX_Extent>\(box ?? "")\(time ?? "")</gmd:EX_Extent></gmd:extent>"
    }
}
