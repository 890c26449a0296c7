import Tables

/// The list of the sheets of an XLSX file, and how it counts days.
final class WorkbookPlan: XMLEvents {
    /// One sheet, before it is read.
    struct Entry {
        /// The name on the tab.
        var name: String
        /// Whether its owner sees it.
        var visibility: Sheet.Visibility
        /// The identifier of the link that leads to it.
        var link: String?
        /// Its place in the list, from 1.
        var position: Int
    }

    private(set) var entries: [Entry] = []
    private(set) var countsFrom1904 = false
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    override func start(_ element: XMLElement) throws(UnreadableFile) {
        switch element.name {
        case "workbookPr": countsFrom1904 = element.flag("date1904")
        case "sheet":
            guard entries.count < limit else { throw .tooManySheets(limit) }
            entries.append(
                Entry(
                    name: element["name"] ?? "",
                    visibility: element["state"].flatMap(Sheet.Visibility.init) ?? .visible,
                    link: element["id"], position: entries.count + 1))
        default: break
        }
    }
}
