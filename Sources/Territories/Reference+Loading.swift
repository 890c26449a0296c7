public import Foundation

extension Reference {
    /// The communes that are known here: those that were imported into the data folder, else the national table that
    /// was installed with the program, else the ones that the house ships.
    ///
    /// - Parameters:
    ///   - dataFolder: where `gabarit` keeps its data; its `reference` folder is read.
    ///   - assetsFolder: where `scripts/assets` installs; its `reference` folder is read.
    public static func load(dataFolder: URL?, assetsFolder: URL? = nil) -> Reference {
        if let folder = dataFolder?.appending(path: "reference"), let imported = imported(in: folder) {
            return imported
        }
        guard let folder = assetsFolder?.appending(path: "reference"),
            let data = try? Data(contentsOf: folder.appending(path: tableName))
        else { return builtIn }
        let shipped = builtInCommunes
        let known = Set(shipped.map(\.code))
        let others = CommuneTable.read(data).filter { !known.contains($0.code) }
        return Reference(communes: shipped + others, origin: .installed)
    }

    /// The table that the house ships.
    public static var builtIn: Reference { Reference(communes: builtInCommunes, origin: .builtIn) }

    /// What an import left in a folder.
    static func imported(in folder: URL) -> Reference? {
        let borders = (try? Data(contentsOf: folder.appending(path: contoursName), options: .mappedIfSafe)) ?? Data()
        let table = try? Data(contentsOf: folder.appending(path: tableName))
        guard table != nil || !borders.isEmpty else { return nil }
        return Reference(
            communes: table.map(CommuneTable.read) ?? builtInCommunes, origin: table == nil ? .builtIn : .imported,
            contours: Contours(text: borders))
    }

    static let tableName = "communes.csv"
    static let contoursName = "contours.txt"

    private static var builtInCommunes: [Commune] {
        let name = "Reference/metropole-de-lyon.csv"
        guard let file = Bundle.module.resourceURL?.appending(path: name), let data = try? Data(contentsOf: file) else {
            preconditionFailure("the room misses its table of communes")
        }
        return CommuneTable.read(data)
    }
}
