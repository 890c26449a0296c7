// swift-tools-version: 6.2
import PackageDescription

// The rooms of the house, in the order in which the data walks through them.
// A room uses only rooms above it, and only those it declares here.
let rooms: [Target] = [
    .room("Texts"),
    .room("Spelling"),
    .room("Tables", uses: ["Texts"]),
    .room("Territories", uses: ["Spelling"], resources: [.copy("Reference")]),
    .room("OpeningHours", uses: ["Spelling"]),
    .room("Schemas", uses: ["Spelling", "Texts"], resources: [.copy("Models")]),
    .room("Spreadsheets", uses: ["Tables", "Texts", "CExpat", "CLibZip", "CXLSXWriter"]),
    .room("GeoFiles", uses: ["Tables", "Texts"]),
    .room("Intake", uses: ["Spelling", "Tables", "Texts", "Schemas", "Spreadsheets", "GeoFiles"]),
    .room("Mapping", uses: ["Spelling", "Tables", "Texts", "Schemas", "Territories"]),
    .room("Checks", uses: ["Spelling", "Tables", "Texts", "Schemas", "Territories", "OpeningHours", "Mapping"]),
    .room(
        "Repairs",
        uses: ["Spelling", "Tables", "Texts", "Schemas", "Territories", "OpeningHours", "Mapping", "Checks"]
    ),
    .room("Geocoding", uses: ["Spelling", "Tables", "Texts", "Schemas", "Territories", "Mapping"]),
    .room("Review", uses: ["Tables", "Texts", "Schemas", "Mapping", "Checks", "Repairs", "Geocoding"]),
    .room("Templates", uses: ["Tables", "Texts", "Schemas", "Spreadsheets", "Territories", "Review"]),
    .room("Catalog", uses: ["Tables", "Texts", "Schemas", "Territories"]),
    .room("Store", uses: ["Tables", "Schemas", "Catalog"], products: [.grdb]),
    .room("Exports", uses: ["Tables", "Schemas", "Catalog", "Spreadsheets"]),
    .room(
        "Pipeline",
        uses: [
            "Tables", "Texts", "Territories", "Schemas", "Spreadsheets", "GeoFiles", "Intake", "Mapping", "Checks",
            "Repairs", "Geocoding", "Review", "Templates", "Catalog", "Store", "Exports",
        ]
    ),
    .room(
        "Portal",
        uses: ["Tables", "Texts", "Territories", "OpeningHours", "Schemas", "Catalog", "Store"],
        resources: [.copy("Assets")]
    ),
    .room("Server", uses: ["Texts", "Schemas", "Catalog", "Store", "Exports", "Portal"], products: [.hummingbird]),
]

let package = Package(
    name: "gabarit",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "gabarit", targets: ["gabarit"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    ],
    targets: rooms + [
        .systemLibrary(
            name: "CExpat", path: "Sources/System/CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(
            name: "CLibZip", path: "Sources/System/CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(
            name: "CXLSXWriter", path: "Sources/System/CXLSXWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]),
        .executableTarget(
            name: "gabarit",
            dependencies: [
                "Texts", "Tables", "Schemas", "Territories", "Review", "Templates", "Catalog", "Store", "Pipeline",
                "Server", .argumentParser,
            ],
            swiftSettings: .house
        ),
    ]
)

// Each room has its tests beside it, where they exist: Tests/<Room>Tests.
package.targets += ["Spreadsheets", "OpeningHours", "Territories", "GeoFiles", "Schemas"].map(Target.tests)

extension Target {
    /// A room: a library target that sees nothing but the rooms and products it names.
    static func room(
        _ name: String,
        uses: [String] = [],
        products: [Dependency] = [],
        resources: [Resource] = []
    ) -> Target {
        .target(
            name: name,
            dependencies: uses.map { .byName(name: $0) } + products,
            resources: resources,
            swiftSettings: .house
        )
    }

    /// The tests at the door of a room. They may use every room above it.
    static func tests(of name: String) -> Target {
        let room = rooms.first { $0.name == name }
        let above = room?.dependencies.filter { dependency in
            if case .byNameItem(let name, _) = dependency { return rooms.contains { $0.name == name } }
            return false
        }
        return .testTarget(
            name: "\(name)Tests", dependencies: [.byName(name: name)] + (above ?? []), swiftSettings: .house)
    }
}

extension Target.Dependency {
    static let argumentParser = product(name: "ArgumentParser", package: "swift-argument-parser")
    static let grdb = product(name: "GRDB", package: "GRDB.swift")
    static let hummingbird = product(name: "Hummingbird", package: "hummingbird")
}

extension [SwiftSetting] {
    static let house: [SwiftSetting] = [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("ExistentialAny"),
    ]
}
