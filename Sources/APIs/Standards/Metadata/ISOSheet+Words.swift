import Catalog
import Foundation
import Markup
import Texts

// The words of the standard.
extension ISOSheet {
    var maintenance: String {
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

    var topic: String {
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

    var representation: String { record.extent == nil ? "textTable" : "vector" }

    var moment: String { (metadata.modified ?? Date(timeIntervalSince1970: 0)).isoInstant }

    static let language =
        "<gmd:language><gmd:LanguageCode codeList=\"http://www.loc.gov/standards/iso639-2/\" codeListValue=\"fre\">"
        + "fre</gmd:LanguageCode></gmd:language>"

    static let referenceSystem = """
        <gmd:referenceSystemInfo><gmd:MD_ReferenceSystem><gmd:referenceSystemIdentifier><gmd:RS_Identifier>\
        <gmd:code><gco:CharacterString>http://www.opengis.net/def/crs/EPSG/0/4326</gco:CharacterString></gmd:code>\
        </gmd:RS_Identifier></gmd:referenceSystemIdentifier></gmd:MD_ReferenceSystem></gmd:referenceSystemInfo>
        """

    func code(_ list: String, _ value: String) -> String {
        """
        <gmd:\(list) codeList="http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#\(list)" \
        codeListValue="\(value)">\(value)</gmd:\(list)>
        """
    }

    func characters(_ element: String, _ words: String) -> String {
        "<gmd:\(element)>\(anchorless(words))</gmd:\(element)>"
    }

    func anchorless(_ words: String) -> String {
        "<gco:CharacterString>\(XMLText.escaped(words))</gco:CharacterString>"
    }

    func date(_ date: Date?, _ kind: String) -> String {
        let day = date.map { "<gmd:date><gco:Date>\($0.isoDay)</gco:Date></gmd:date>" }
        return """
            <gmd:date><gmd:CI_Date>\(day ?? "<gmd:date gco:nilReason=\"unknown\"/>")\
            <gmd:dateType>\(code("CI_DateTypeCode", kind))</gmd:dateType></gmd:CI_Date></gmd:date>
            """
    }

    func party(_ role: String) -> String {
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
