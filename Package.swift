// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "annals",
  products: [.executable(name: "annals", targets: ["annals"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CMimalloc", providers: [.apt(["libmimalloc-dev"])]),
    .target(name: "Markdown", dependencies: ["CMarkGFM"]),
    .target(name: "Mustache"),
    .target(name: "Archive"),
    .target(
      name: "Reading",
      dependencies: [
        "Archive", "Markdown", "Yams", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(name: "Site", dependencies: ["Archive", "Markdown", "Mustache", "Yams"]),
    .target(
      name: "Publishing",
      dependencies: ["Archive", "Site", "Mustache", .product(name: "Crypto", package: "swift-crypto")]),
    .target(
      name: "Serving",
      dependencies: [
        "Archive", .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]),
    .executableTarget(
      name: "annals",
      dependencies: [
        "Archive", "Markdown", "Mustache", "Reading", "Site", "Publishing", "Serving", "CMimalloc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "bench",
      dependencies: ["ArchiveGenerator", "Markdown", "Mustache", "Reading", "Site", "Publishing"],
      path: "Tests/Benchmarks", exclude: ["README.md", "regenerate.py", "measuring.py", "hugo"]),

    .target(name: "ArchiveGenerator", dependencies: ["Archive"], path: "Tests/Generator"),
    .executableTarget(
      name: "generate", dependencies: ["Archive", "ArchiveGenerator"], path: "Tests/Generate"),
    .target(name: "TestSupport", dependencies: ["Archive", "Reading"], path: "Tests/TestSupport"),
    .testTarget(name: "GeneratorTests", dependencies: ["ArchiveGenerator", "Archive", "TestSupport"]),
    .testTarget(name: "MarkdownTests", dependencies: ["Markdown", "TestSupport"]),
    .testTarget(name: "MustacheTests", dependencies: ["Mustache", "TestSupport"]),
    .testTarget(name: "ArchiveTests", dependencies: ["Archive", "Reading", "TestSupport"]),
    .testTarget(
      name: "ReadingTests", dependencies: ["Reading", "TestSupport"], exclude: ["Fixtures"]),
    .testTarget(name: "SiteTests", dependencies: ["Site", "Reading", "TestSupport"]),
    .testTarget(name: "PublishingTests", dependencies: ["Publishing", "TestSupport"]),
    .testTarget(name: "ServingTests", dependencies: ["Serving"]),
    .testTarget(name: "annalsTests", dependencies: ["annals", "TestSupport"]),
  ]
)
