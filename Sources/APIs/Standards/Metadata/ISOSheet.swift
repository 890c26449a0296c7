import Schemas
import Texts
import Catalog
import Foundation

/// The sheet of a dataset for geographic catalogues: ISO 19139, the XML of ISO 19115 that INSPIRE prescribes.
///
/// Elements stand in the order of the schemas `gmd`, of 2007-04-17; what is mandatory there and not known is said to be
/// missing by `gco:nilReason`.
struct ISOSheet {
    private let record: DatasetRecord
    private let files: [PublishedFile]
    private let metadata: Metadata
    private let addresses: CatalogueAddresses
    private let services: [DataService]
    private let roots: [String]

    init(
        _ entry: CatalogueEntry, publisher: Publisher, addresses: CatalogueAddresses, roots: [String],
        territory: Extent?
    ) {
        record = entry.record
        files = entry.files
        metadata = Metadata(record, publisher: publisher, territory: territory)
        self.addresses = addresses
        self.roots = roots
        services = DataService.all.filter { $0.isAmong(roots) }
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
            \(characters("dataSetURI", addresses.dataset(metadata.identifier)))
            \(Self.referenceSystem)
            <gmd:identificationInfo>\(identification)</gmd:identificationInfo>
            <gmd:distributionInfo>\(distribution)</gmd:distributionInfo>
            <gmd:dataQualityInfo>\(quality)</gmd:dataQualityInfo>
            </gmd:MD_Metadata>

            """
        return Array(text.utf8)
    }

    // MARK: - What it is

    private var identification: String {
        """
        <gmd:MD_DataIdentification>
        <gmd:citation><gmd:CI_Citation>\(characters("title", metadata.title))
        \(date(metadata.issued, "publication"))\(date(metadata.modified, "revision"))
        \(metadata.version.isEmpty ? "" : characters("edition", metadata.version))
        <gmd:identifier><gmd:MD_Identifier>\
        <gmd:code>\(anchorless(addresses.dataset(metadata.identifier)))</gmd:code>\
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

    private var keywords: String {
        let words = metadata.keywords.isEmpty ? [metadata.title] : metadata.keywords
        let list = words.map { characters("keyword", $0) }.joined()
        return """
            <gmd:descriptiveKeywords><gmd:MD_Keywords>\(list)\
            <gmd:type>\(code("MD_KeywordTypeCode", "theme"))</gmd:type></gmd:MD_Keywords></gmd:descriptiveKeywords>
            <gmd:descriptiveKeywords><gmd:MD_Keywords>\(characters("keyword", metadata.theme.title.fr))\
            <gmd:type>\(code("MD_KeywordTypeCode", "theme"))</gmd:type></gmd:MD_Keywords></gmd:descriptiveKeywords>
            """
    }

    private var constraints: String {
        let licence = metadata.licence
        return """
            <gmd:resourceConstraints><gmd:MD_LegalConstraints>\
            \(characters("useLimitation", licence.title.fr))\
            <gmd:accessConstraints>\(code("MD_RestrictionCode", "otherRestrictions"))</gmd:accessConstraints>\
            <gmd:useConstraints>\(code("MD_RestrictionCode", "license"))</gmd:useConstraints>\
            <gmd:otherConstraints><gmx:Anchor xlink:href="\(XMLText.escaped(IRI(licence.url).text))">\
            \(XMLText.escaped("\(licence.title.fr) : \(licence.summary.fr)"))</gmx:Anchor></gmd:otherConstraints>\
            </gmd:MD_LegalConstraints></gmd:resourceConstraints>
            """
    }

    private var extent: String {
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

    // MARK: - Where it is had

    private var distribution: String {
        let formats = files.map { file in
            """
            <gmd:distributionFormat><gmd:MD_Format>\(characters("name", file.title.fr))\
            <gmd:version gco:nilReason="unknown"/></gmd:MD_Format></gmd:distributionFormat>
            """
        }.joined(separator: "\n")
        let downloads = files.map {
            link(
                $0.address, "WWW:DOWNLOAD-1.0-http--download", "\(metadata.title) : \($0.title.fr)", $0.purpose.fr,
                "download")
        }
        let page = link(
            addresses.landingPage(record.name), "WWW:LINK-1.0-http--link", metadata.title, "La page du jeu de données.",
            "information")
        let apis = services.map {
            link(
                $0.endpoint(addresses.origin, roots), "WWW:LINK-1.0-http--link", $0.title, $0.description, "information"
            )
        }
        return """
            <gmd:MD_Distribution>\(formats)
            <gmd:transferOptions><gmd:MD_DigitalTransferOptions>
            \(([page] + downloads + apis).joined(separator: "\n"))
            </gmd:MD_DigitalTransferOptions></gmd:transferOptions></gmd:MD_Distribution>
            """
    }

    private func link(_ address: String, _ transport: String, _ name: String, _ words: String, _ use: String) -> String
    {
        """
        <gmd:onLine><gmd:CI_OnlineResource><gmd:linkage><gmd:URL>\(XMLText.escaped(IRI(address).text))</gmd:URL>\
        </gmd:linkage>\(characters("protocol", transport))\(characters("name", name))\
        \(characters("description", words))<gmd:function>\(code("CI_OnLineFunctionCode", use))</gmd:function>\
        </gmd:CI_OnlineResource></gmd:onLine>
        """
    }

    // MARK: - How good it is

    private var quality: String {
        let structure = metadata.nationalStructure ?? addresses.structure(metadata.identifier)
        let isGood = record.quality.remainingErrors == 0
        return """
            <gmd:DQ_DataQuality><gmd:scope><gmd:DQ_Scope><gmd:level>\(code("MD_ScopeCode", "dataset"))</gmd:level>\
            </gmd:DQ_Scope></gmd:scope>
            <gmd:report><gmd:DQ_DomainConsistency><gmd:result><gmd:DQ_ConformanceResult>\
            <gmd:specification><gmd:CI_Citation>\(characters("title", structure))\
            \(date(metadata.issued, "publication"))</gmd:CI_Citation></gmd:specification>\
            \(characters("explanation", record.quality.sentence.fr))\
            <gmd:pass><gco:Boolean>\(isGood)</gco:Boolean></gmd:pass></gmd:DQ_ConformanceResult></gmd:result>\
            </gmd:DQ_DomainConsistency></gmd:report>
            <gmd:lineage><gmd:LI_Lineage>\(characters("statement", lineage))</gmd:LI_Lineage></gmd:lineage>\
            </gmd:DQ_DataQuality>
            """
    }

    private var lineage: String {
        "Fichiers des communes, contrôlés et mis à la même structure, puis publiés. \(record.quality.sentence.fr)"
    }

    // MARK: - Words of the standard

    private var maintenance: String {
        switch record.frequency {
        case .live, .everyMinute, .everyFiveMinutes, .everyTenMinutes, .everyQuarterOfAnHour, .everyHalfHour, .hourly,
            .everyTwoHours, .everyThreeHours, .everyTwelveHours, .continuous, .threeTimesADay, .twiceADay:
            "continual"
        case .daily: "daily"
        case .fiveTimesAWeek, .threeTimesAWeek, .twiceAWeek, .weekly: "weekly"
        case .everyTwoWeeks, .twiceAMonth, .threeTimesAMonth: "fortnightly"
        case .monthly, .everyTwoMonths: "monthly"
        case .quarterly, .threeTimesAYear: "quarterly"
        case .twiceAYear: "biannually"
        case .yearly: "annually"
        case .once: "asNeeded"
        case .never, .notPlanned: "notPlanned"
        case .irregular, .everyTwoYears, .everyThreeYears, .everyFourYears, .everyFiveYears, .everyTenYears,
            .everyTwentyYears, .everyThirtyYears, .other:
            "irregular"
        case .unknown: "unknown"
        }
    }

    private var topic: String {
        switch metadata.theme {
        case .agriculture: "farming"
        case .economy: "economy"
        case .education, .government, .justice, .society, .international: "society"
        case .energy: "utilitiesCommunication"
        case .environment: "environment"
        case .health: "health"
        case .regions: "boundaries"
        case .science: "geoscientificInformation"
        case .transport: "transportation"
        }
    }

    private var representation: String { record.extent == nil ? "textTable" : "vector" }

    private var moment: String { (metadata.modified ?? Date(timeIntervalSince1970: 0)).isoInstant }

    private static let language =
        "<gmd:language><gmd:LanguageCode codeList=\"http://www.loc.gov/standards/iso639-2/\" codeListValue=\"fre\">"
        + "fre</gmd:LanguageCode></gmd:language>"

    private static let referenceSystem = """
        <gmd:referenceSystemInfo><gmd:MD_ReferenceSystem><gmd:referenceSystemIdentifier><gmd:RS_Identifier>\
        <gmd:code><gco:CharacterString>http://www.opengis.net/def/crs/EPSG/0/4326</gco:CharacterString></gmd:code>\
        </gmd:RS_Identifier></gmd:referenceSystemIdentifier></gmd:MD_ReferenceSystem></gmd:referenceSystemInfo>
        """

    private func code(_ list: String, _ value: String) -> String {
        """
        <gmd:\(list) codeList="http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#\(list)" \
        codeListValue="\(value)">\(value)</gmd:\(list)>
        """
    }

    private func characters(_ element: String, _ words: String) -> String {
        "<gmd:\(element)>\(anchorless(words))</gmd:\(element)>"
    }

    private func anchorless(_ words: String) -> String {
        "<gco:CharacterString>\(XMLText.escaped(words))</gco:CharacterString>"
    }

    private func date(_ date: Date?, _ kind: String) -> String {
        let day = date.map { "<gmd:date><gco:Date>\($0.isoDay)</gco:Date></gmd:date>" }
        return """
            <gmd:date><gmd:CI_Date>\(day ?? "<gmd:date gco:nilReason=\"unknown\"/>")\
            <gmd:dateType>\(code("CI_DateTypeCode", kind))</gmd:dateType></gmd:CI_Date></gmd:date>
            """
    }

    private func party(_ role: String) -> String {
        let name = metadata.contact.name
        let email = metadata.contact.email.map { characters("electronicMailAddress", $0) }
        let address = email.map { "<gmd:address><gmd:CI_Address>\($0)</gmd:CI_Address></gmd:address>" } ?? ""
        return """
            <gmd:CI_ResponsibleParty>\(characters("organisationName", name))\
            <gmd:contactInfo><gmd:CI_Contact>\(address)<gmd:onlineResource><gmd:CI_OnlineResource><gmd:linkage>\
            <gmd:URL>\(XMLText.escaped(IRI(addresses.home).text))</gmd:URL></gmd:linkage></gmd:CI_OnlineResource>\
            </gmd:onlineResource></gmd:CI_Contact></gmd:contactInfo>\
            <gmd:role>\(code("CI_RoleCode", role))</gmd:role></gmd:CI_ResponsibleParty>
            """
    }
}
