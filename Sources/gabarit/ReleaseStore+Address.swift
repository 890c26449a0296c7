import Databases
import Foundation
import Store

extension ReleaseStore {
    /// The store at an address that somebody typed: `postgres://…`, or a data folder.
    init(at address: String) async throws {
        guard address.hasPrefix("postgres://") || address.hasPrefix("postgresql://") else {
            guard !address.contains("://") else {
                throw Unusable(
                    fr:
                        "L'adresse « \(address) » n'est pas celle d'une base PostgreSQL : elle commence par postgres://.",
                    en: "The address “\(address)” is not that of a PostgreSQL database: it begins with postgres://.")
            }
            try await self.init(folder: URL(filePath: address))
            return
        }
        #if PostgreSQL
            try await self.init(PostgreSQLDatabase(url: address))
        #else
            throw Unusable(
                fr: "Ce programme a été construit sans PostgreSQL.", en: "This program was built without PostgreSQL.")
        #endif
    }
}
