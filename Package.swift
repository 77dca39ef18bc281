// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// A target of ours. The arrows between them are the architecture; `ArchitectureTests` holds them to it.
func target(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name + "Tests", dependencies: dependencies, path: "Tests/\(name)Tests", swiftSettings: strict)
}

/// A part of the proofs, which stand beside the tests and are no part of the product.
func proof(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: "Tests/Proofs/\(name)", swiftSettings: strict)
}

/// A C target that shows one system library to Swift.
func shim(_ name: String, linking libraries: String..., settings: [CSetting] = []) -> Target {
    .target(name: name, cSettings: settings, linkerSettings: libraries.map { .linkedLibrary($0) })
}

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let flyingFox: Target.Dependency = .product(name: "FlyingFox", package: "FlyingFox")
let toml: Target.Dependency = .product(name: "TOMLKit", package: "TOMLKit")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

let package = Package(
    name: "readroom",
    products: [.executable(name: "readroom", targets: ["readroom"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        // Pure: values in, values out.
        target("Radiology"),
        target("Wording"),
        target("DICOM"),
        target("Terminal"),
        target("ReportTemplates", ["Radiology", "CHTML", "CTemplates"]),
        target("ReportChecks", ["Radiology", "ReportTemplates", "Wording"]),
        target("Scores"),
        target("PhraseCompletion"),
        target("Sync", ["Radiology", "Wording"]),
        target("Workstation", ["Radiology", "ReportTemplates", "ReportChecks", "Scores", "Sync", "Wording"]),
        target(
            "Screens",
            ["Radiology", "ReportTemplates", "ReportChecks", "Scores", "Sync", "Terminal", "Wording", "Workstation"]),

        // Adapters: each confines one foreign thing.
        target("Vault", ["CSodium", "CVault", "Wording"]),
        target("LocalStore", ["Radiology", "Sync", "Vault", "Wording", grdb]),
        target("CentralServer", ["Radiology", "Sync", "DICOM", "CCurl"]),
        target("CursesTerminal", ["Terminal", "CNCurses"]),
        shim("CNCurses", linking: "ncursesw", "tinfo"),
        shim("CCurl", linking: "curl"),
        shim("CSodium", linking: "sodium"),
        shim("CVault", linking: "sqlite3", "sodium"),
        shim("CHTML", linking: "xml2", settings: [.unsafeFlags(["-I/usr/include/libxml2"])]),
        shim("CDefaults"),
        shim("CTemplates"),

        // Worlds to test and to measure in.
        target("ReferenceServer", ["DICOM", flyingFox]),
        target("ReportCorpus"),
        target("CheckBenchmark", ["Radiology", "ReportTemplates", "ReportChecks"]),

        // The composition root.
        .executableTarget(
            name: "readroom",
            dependencies: [
                "Radiology", "DICOM", "Terminal", "ReportTemplates", "ReportChecks", "Scores", "PhraseCompletion",
                "ReportCorpus", "CheckBenchmark", "Sync", "Workstation", "Screens", "LocalStore", "Vault",
                "CentralServer",
                "CursesTerminal", "CDefaults", "ReferenceServer", "Wording",
                argumentParser, toml, logging,
            ],
            swiftSettings: strict),

        // Programs and ports that tests and proofs start and use.
        .target(name: "CPrograms", path: "Tests/Programs/CPrograms"),
        .target(
            name: "Programs", dependencies: ["CPrograms"], path: "Tests/Programs/Programs", swiftSettings: strict),

        // The terminal adapter on a terminal, told what to do by its arguments.
        .executableTarget(
            name: "terminalprobe", dependencies: ["CursesTerminal", "Terminal"], path: "Tests/Programs/TerminalProbe",
            swiftSettings: strict),

        // Proofs of safety: `swift run -c release proofs --help`.
        .target(name: "CFaults", path: "Tests/Proofs/CFaults"),
        proof("Proving"),
        proof(
            "DiskProofs",
            ["Proving", "Programs", "CFaults", "Radiology", "Sync", "LocalStore", "Vault", grdb, argumentParser]),
        proof(
            "SyncProofs",
            [
                "Proving", "Programs", "Radiology", "DICOM", "Terminal", "ReportTemplates", "ReportChecks", "Sync",
                "Workstation", "Wording", "Screens", "LocalStore", "Vault", "CentralServer", "CursesTerminal",
                "ReferenceServer", argumentParser,
            ]),
        proof(
            "Measures",
            [
                "Proving", "Programs", "Radiology", "DICOM", "Sync", "LocalStore", "Vault", "CentralServer",
                "ReferenceServer", argumentParser,
            ]),
        .executableTarget(
            name: "proofs", dependencies: ["DiskProofs", "SyncProofs", "Measures", argumentParser],
            path: "Tests/Proofs/proofs", swiftSettings: strict),

        // How fast the program answers, beside a list in bare ncurses: `swift run -c release readroom-bench --help`.
        .executableTarget(
            name: "bare-list", path: "Tests/Benchmarks/bare-list",
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .executableTarget(
            name: "readroom-bench",
            dependencies: ["Measures", "Programs", "Radiology", "LocalStore", argumentParser],
            path: "Tests/Benchmarks/readroom-bench", swiftSettings: strict),

        tests("Radiology", ["Radiology"]),
        tests("DICOM", ["DICOM", "Programs"]),
        tests("Terminal", ["Terminal"]),
        tests("Wording", ["Wording"]),
        tests("ReportTemplates", ["ReportTemplates", "Radiology", "Programs"]),
        tests("ReportChecks", ["ReportChecks", "CheckBenchmark", "ReportTemplates", "Radiology", "Wording"]),
        tests("Scores", ["Scores"]),
        tests("PhraseCompletion", ["PhraseCompletion", "ReportCorpus"]),
        tests("Sync", ["Sync", "Radiology"]),
        tests(
            "Workstation", ["Workstation", "Radiology", "ReportTemplates", "ReportChecks", "Scores", "Sync", "Wording"]),
        tests("LocalStore", ["LocalStore", "Radiology", "Sync", "Vault", grdb]),
        tests("Vault", ["Vault", "Programs", grdb]),
        tests("CentralServer", ["CentralServer", "Radiology", "Sync", "DICOM", "ReferenceServer", "Programs"]),
        tests("CursesTerminal", ["CursesTerminal", "Terminal", "Programs", "terminalprobe"]),
        tests("ReferenceServer", ["ReferenceServer", "DICOM", "Programs"]),
        tests("Proofs", ["Proving", "Programs", "proofs"]),
        .testTarget(
            name: "BenchmarkTests", dependencies: ["Programs", "readroom", "readroom-bench", "bare-list"],
            path: "Tests/BenchmarkTests", swiftSettings: strict),
        tests("Architecture", []),
        .testTarget(
            name: "Scenarios",
            dependencies: [
                "Radiology", "ReportTemplates", "ReportChecks", "Sync", "Terminal", "Wording", "Workstation", "Screens",
            ],
            path: "Tests/Scenarios", exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "EndToEnd",
            dependencies: [
                "readroom", "DICOM", "ReferenceServer", "Radiology", "Sync", "LocalStore", "Workstation",
                "CentralServer", "ReportTemplates", "Vault", "Programs",
            ],
            path: "Tests/EndToEnd", exclude: ["Golden"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)

// libFuzzer needs its sanitizer in every module, so that its executable is built apart: see Tests/Fuzz/fuzz/main.swift.
if Context.environment["READROOM_FUZZ"] != nil {
    package.targets += [
        .target(name: "CFuzzer", path: "Tests/Fuzz/CFuzzer"),
        .executableTarget(
            name: "fuzz", dependencies: ["CFuzzer", "SyncProofs"], path: "Tests/Fuzz/fuzz", swiftSettings: strict),
    ]
}
