// swift-tools-version: 6.2
import PackageDescription

// The rooms of the house, in the order in which the data walks through them.
// A room uses only rooms above it, and only those it declares here.
let rooms: [Target] = [
    // What every room may say and hand on.
    .room("Texts"),
    .room("Spelling"),
    .room("Markup"),
    .room("Tables", uses: ["Texts"]),
    // What is known of the world.
    .room("Territories", uses: ["Spelling", "Tables", "Texts"], resources: [.copy("Reference")]),
    .room("Norms"),
    .room("OpeningHours", uses: ["Spelling"]),
    .room("Schemas", uses: ["Texts"], resources: [.copy("Models")]),
    // From a file to a clean table.
    .room("Matching", uses: ["Spelling", "Schemas"]),
    .room("Spreadsheets", uses: ["Markup", "Tables", "Texts", "CExpat", "CLibZip", "CXLSXWriter", "CZlib"]),
    .room("GeoFiles", uses: ["Tables", "Texts", "CLibZip", "CProj"]),
    .room("Intake", uses: ["Spelling", "Tables", "Texts", "Schemas", "Spreadsheets", "GeoFiles"]),
    .room(
        "Validation",
        uses: ["Tables", "Texts", "Territories", "Norms", "OpeningHours", "Spreadsheets", "CPCRE2"]
    ),
    .room("Privacy", uses: ["Spelling", "Tables", "Texts", "Schemas"]),
    .room("Mapping", uses: ["Spelling", "Tables", "Texts", "Schemas", "Privacy"]),
    .room("Checks", uses: ["Spelling", "Tables", "Texts", "Schemas", "Norms", "OpeningHours"]),
    .room(
        "Repairs",
        uses: [
            "Spelling", "Tables", "Texts", "Schemas", "Territories", "Norms", "OpeningHours", "Matching", "Mapping",
            "Checks",
        ]
    ),
    .room(
        "Addresses", uses: ["Spelling", "Tables", "Texts", "Territories", "GeoFiles", "CZlib"]
    ),
    .room(
        "AddressAnswers",
        uses: ["Spelling", "Tables", "Texts", "Territories", "Spreadsheets", "GeoFiles", "Addresses"]
    ),
    .room(
        "Geocoding",
        uses: [
            "Spelling", "Tables", "Texts", "Schemas", "Territories", "GeoFiles", "Mapping", "Repairs", "Addresses",
        ]
    ),
    .room(
        "Review",
        uses: ["Spelling", "Tables", "Texts", "Schemas", "Privacy", "Mapping", "Checks", "Repairs", "Geocoding"]),
    .room("Coherence", uses: ["Spelling", "Tables", "Texts", "Schemas"]),
    .room("Templates", uses: ["Tables", "Texts", "Schemas", "Spreadsheets"]),
    // From a clean table to the public.
    .room("Catalog", uses: ["Tables", "Texts", "Schemas"]),
    .room("Editions", uses: ["Tables", "Texts", "Schemas", "Catalog"]),
    .room("Queries", uses: ["Spelling", "Tables", "Schemas", "Catalog", "Editions", "CGEOS"]),
    .room("Databases", products: [.grdb, .libpq]),
    .room("Store", uses: ["Spelling", "Tables", "Schemas", "Matching", "Catalog", "Editions", "Databases"]),
    .room("Access", uses: ["Editions", "Databases"], products: [.crypto]),
    .room(
        "Exports", uses: ["Markup", "Tables", "Texts", "Schemas", "Catalog", "Spreadsheets", "GeoFiles", "Editions"],
        products: [.crypto]
    ),
    .room("Pushing", uses: ["Tables", "Texts", "Schemas", "Catalog", "Exports"]),
    .room(
        "Pipeline",
        uses: [
            "Spelling", "Markup", "Tables", "Texts", "Territories", "Schemas", "Spreadsheets", "Intake", "Mapping",
            "Checks",
            "Repairs", "Geocoding", "Review", "Privacy", "Coherence", "Templates", "Catalog", "Store",
            "Exports",
            "Validation", "Addresses",
        ]
    ),
    .room(
        "APIs",
        uses: [
            "Spelling", "Markup", "Tables", "Texts", "Schemas", "GeoFiles", "Catalog", "Editions", "Queries", "Exports",
        ]
    ),
    .room(
        "Portal",
        uses: ["Spelling", "Markup", "Tables", "Texts", "OpeningHours", "Schemas", "Catalog", "Editions"],
        resources: [.copy("Assets")]
    ),
    .room(
        "Server",
        uses: [
            "Tables", "Texts", "Schemas", "Catalog", "Editions", "Queries", "Store", "Access", "Exports", "APIs",
            "Portal",
            "Addresses", "AddressAnswers",
        ],
        products: [.hummingbird, .logging, .serviceLifecycle]
    ),
]

let package = Package(
    name: "gabarit",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "gabarit", targets: ["gabarit"])],
    traits: [
        .trait(name: "PostgreSQL", description: "PostgreSQL as a database, through libpq."),
        .default(enabledTraits: ["PostgreSQL"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: rooms + [
        .systemLibrary(
            name: "CExpat", path: "Sources/System/CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(
            name: "CLibZip", path: "Sources/System/CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(
            name: "CZlib", path: "Sources/System/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CPCRE2", path: "Sources/System/CPCRE2", pkgConfig: "libpcre2-8",
            providers: [.apt(["libpcre2-dev"])]),
        .systemLibrary(
            name: "CProj", path: "Sources/System/CProj", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
        .systemLibrary(
            name: "CGEOS", path: "Sources/System/CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
        .systemLibrary(
            name: "CPQ", path: "Sources/System/CPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(
            name: "CXLSXWriter", path: "Sources/System/CXLSXWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]),
        .target(
            name: "TestDatabases", dependencies: ["Databases"], path: "Tests/Support/TestDatabases",
            swiftSettings: .house),
        .target(
            name: "Corruption",
            dependencies: [
                "Spelling", "Tables", "Texts", "Territories", "Schemas", "Intake", "Geocoding", "Repairs", "Review",
                "Pipeline",
            ],
            path: "Benchmarks/Corruption", swiftSettings: .house),
        .executableTarget(
            name: "bench-cleaning",
            dependencies: ["Corruption", "Territories", "Schemas", "Pipeline"],
            path: "Benchmarks/Cleaning", swiftSettings: .house),
        .executableTarget(
            name: "bench-geocoding", dependencies: ["Addresses", "Tables"], path: "Benchmarks/Geocoding",
            swiftSettings: .house),
        .executableTarget(
            name: "bench-queries", dependencies: ["Queries", "Editions", "Catalog", "Tables"],
            path: "Benchmarks/Queries", exclude: ["compare.py"], swiftSettings: .house),
        .executableTarget(
            name: "bench-serving", dependencies: ["Store", "Catalog", "Schemas", "Tables"], path: "Benchmarks/Serving",
            exclude: ["run", "serving.py"], swiftSettings: .house),
        .executableTarget(
            name: "bench-reading", dependencies: ["Spreadsheets", "Tables"], path: "Benchmarks/Reading",
            swiftSettings: .house),
        .executableTarget(
            name: "bench-exports",
            dependencies: ["Catalog", "Editions", "Exports", "GeoFiles", "Schemas", "Tables"],
            path: "Benchmarks/Exports", exclude: ["validity"], swiftSettings: .house),
        .executableTarget(
            name: "crash-store",
            dependencies: ["Catalog", "Tables", "Editions", "Databases", "Store", "TestDatabases"],
            path: "Benchmarks/crash", swiftSettings: .house),
        .executableTarget(
            name: "fuzz-reading",
            dependencies: ["Spreadsheets", "GeoFiles", "Intake", "Pipeline", "Schemas", "Tables", "Territories"],
            path: "Benchmarks/Fuzzing", swiftSettings: .house),
        .executableTarget(
            name: "gabarit",
            dependencies: [
                "Texts", "Tables", "Schemas", "Territories", "Intake", "Checks", "Repairs", "Review", "Templates",
                "Catalog", "Editions", "Databases", "Store", "Access", "Exports", "Pushing",
                "Pipeline", "Validation", "Privacy", "Coherence", "Addresses", "AddressAnswers", "Server",
                .argumentParser,
            ],
            swiftSettings: .house
        ),
    ]
)

// The tests at the door of each room. They may use what the room uses, and what is named here.
let tested: [String: [Target.Dependency]] = [
    "Texts": [], "Spelling": [], "Markup": [], "Tables": [], "Territories": [], "Norms": [], "OpeningHours": [],
    "Schemas": ["Spelling"],
    "Spreadsheets": [], "GeoFiles": [], "Intake": [], "Validation": [], "Mapping": [], "Privacy": [], "Coherence": [],
    "Checks": [],
    "Repairs": [],
    "Addresses": [], "AddressAnswers": [], "Geocoding": ["Checks"], "Review": ["Territories"], "Templates": [],
    "Catalog": [], "Editions": [], "Queries": [], "Databases": ["TestDatabases"],
    "Store": ["Queries", "TestDatabases"], "Access": ["Store"],
    "Exports": [], "Pushing": [], "Pipeline": ["Queries", "Editions"], "APIs": [],
    "Portal": [], "Server": [.hummingbirdTesting, "CZlib"],
]
package.targets += rooms.compactMap { room in
    tested[room.name].map { more in
        .testTarget(
            name: "\(room.name)Tests", dependencies: [.byName(name: room.name)] + room.dependencies + more,
            swiftSettings: .house)
    }
}

package.targets.append(
    .testTarget(
        name: "CorruptionTests", dependencies: ["Corruption", "Territories", "Schemas", "Pipeline"],
        swiftSettings: .house))

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
}

extension Target.Dependency {
    static let argumentParser = product(name: "ArgumentParser", package: "swift-argument-parser")
    static let grdb = product(name: "GRDB", package: "GRDB.swift")
    static let hummingbirdTesting = product(name: "HummingbirdTesting", package: "hummingbird")
    static let crypto = product(name: "Crypto", package: "swift-crypto")
    static let libpq = target(name: "CPQ", condition: .when(traits: ["PostgreSQL"]))
    static let serviceLifecycle = product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
    static let logging = product(name: "Logging", package: "swift-log")
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
