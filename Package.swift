// swift-tools-version:6.2
import PackageDescription

/// The compiler is our first reviewer: every warning is an error, every unsafe operation is named.
let strict: [SwiftSetting] = [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of Milepost. `uses` names the modules it may import; `Tests/RepositoryTests` holds the sources against it.
func module(_ name: String, uses: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: uses, swiftSettings: strict)
}

func tests(_ name: String, uses: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: uses + ["TestSupport"], swiftSettings: strict)
}

let package = Package(
    name: "milepost",
    products: [.executable(name: "milepost", targets: ["milepost"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // C, each a few lines: what Swift cannot say itself.
        .systemLibrary(
            name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CDeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .target(name: "CLinux"),
        .target(name: "CSiteTemplate"),

        // The journey of a page, first to last.
        module("UTF8Text"),
        module("Words", uses: ["UTF8Text"]),
        module("Content", uses: ["UTF8Text", "Words", "CCMarkGFM", "Yams"]),
        module("Scheduling", uses: ["UTF8Text"]),
        module("Plans", uses: ["UTF8Text", "Scheduling", "Content"]),
        module("Knowledge", uses: ["UTF8Text", "Words", "Content", "Plans"]),
        module("LinkChecking", uses: ["UTF8Text", "Content", "Knowledge"]),
        module("Search", uses: ["UTF8Text", "Words", "Content", "Knowledge", "CDeflate", "CStemmer"]),
        module("Templates", uses: ["UTF8Text"]),
        module("Drawing", uses: ["UTF8Text"]),
        module("PlanExports", uses: ["UTF8Text", "Scheduling", "Content", "Plans"]),
        module(
            "Rendering",
            uses: [
                "UTF8Text", "Scheduling", "Content", "Plans", "Knowledge", "PlanExports", "Templates", "Drawing",
            ]),
        module(
            "Publishing",
            uses: [
                "UTF8Text", "Content", "Plans", "Knowledge", "LinkChecking", "Search", "PlanExports", "Templates",
                "Rendering",
                "CLinux", "CSiteTemplate",
            ]),
        .executableTarget(
            name: "milepost",
            dependencies: [
                "UTF8Text", "Plans", "Knowledge", "Publishing",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .target(
            name: "TestHandbooks", dependencies: ["UTF8Text", "Content", "Knowledge"], path: "Tests/TestHandbooks",
            swiftSettings: strict),
        tests("UTF8TextTests", uses: ["UTF8Text"]),
        tests("WordsTests", uses: ["UTF8Text", "Words"]),
        tests("ContentTests", uses: ["UTF8Text", "Content"]),
        tests("SchedulingTests", uses: ["UTF8Text", "Scheduling"]),
        tests("PlansTests", uses: ["UTF8Text", "Scheduling", "Content", "Plans"]),
        tests("KnowledgeTests", uses: ["UTF8Text", "Words", "Content", "Plans", "Knowledge", "TestHandbooks"]),
        tests("LinkCheckingTests", uses: ["UTF8Text", "LinkChecking"]),
        tests("SearchTests", uses: ["UTF8Text", "Words", "Content", "Knowledge", "Search", "TestHandbooks"]),
        tests("TemplatesTests", uses: ["UTF8Text", "Templates"]),
        tests("DrawingTests", uses: ["Drawing"]),
        tests("PlanExportsTests", uses: ["UTF8Text", "Content", "Plans", "PlanExports"]),
        tests(
            "RenderingTests",
            uses: [
                "UTF8Text", "Content", "Plans", "Knowledge", "PlanExports", "Templates", "Drawing", "Rendering",
                "TestHandbooks",
            ]
        ),
        tests("PublishingTests", uses: ["UTF8Text", "Content", "Publishing"]),
        tests("CommandTests", uses: ["UTF8Text", "Yams"]),
        tests("GoldenTests", uses: []),
        tests("RepositoryTests", uses: []),
    ],
    cLanguageStandard: .c2x
)
