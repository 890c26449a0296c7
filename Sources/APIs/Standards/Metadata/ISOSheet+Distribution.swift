import Catalog
import Markup
import Schemas
import Texts

// Where the dataset is had, and how good it is.
extension ISOSheet {
    var distribution: String {
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

    func link(_ address: String, _ transport: String, _ name: String, _ words: String, _ use: String) -> String {
        """
        <gmd:onLine><gmd:CI_OnlineResource><gmd:linkage><gmd:URL>\(XMLText.escaped(IRI(address).text))</gmd:URL>\
        </gmd:linkage>\(characters("protocol", transport))\(characters("name", name))\
        \(characters("description", words))<gmd:function>\(code("CI_OnLineFunctionCode", use))</gmd:function>\
        </gmd:CI_OnlineResource></gmd:onLine>
        """
    }

    var quality: String {
        let structure = metadata.nationalStructure ?? addresses.structure(record.name)
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

    var lineage: String {
        "Fichiers des communes, contrôlés et mis à la même structure, puis publiés. \(record.quality.sentence.fr)"
    }
}
