import Archive
import Publishing
import Reading
import Site

/// An archive as read from the disk, with everything that was found wrong on the way: what `build` and `check` share.
struct LoadedArchive {
  let catalog: Catalog
  let settings: SiteSettings
  let pages: [FreePage]
  /// In the order in which they are printed; files as paths from the current folder.
  let findings: [(file: String, diagnostic: Diagnostic)]

  var hasErrors: Bool { findings.contains { $0.diagnostic.severity == .error } }

  /// Reads `Content`; throws only when there is no archive to read.
  static func load(_ options: ArchiveOptions, jobs: Int, messages: Messages) async throws -> LoadedArchive {
    guard FileAccess.kind(of: options.content, following: true) == .folder else {
      messages.error(
        "\(options.content): error: no such folder; name an archive with --root, or make one with `annals init DIR`"
      )
      throw ExitStatus.cannotReadOrWrite
    }
    let vocabulary = try Vocabulary.load(options, messages)
    let reader = ReportReader(vocabulary: vocabulary)
    var findings: [(file: String, diagnostic: Diagnostic)] = []
    let settings = siteSettings(options, &findings)
    let pages = freePages(options, reader.decoder, &findings)

    let files: ReportFiles
    do {
      files = try ReportFiles(folder: options.path("Content/reports"), content: options.content)
    } catch {
      messages.error("\(error.path): error: \(error.message)")
      throw ExitStatus.cannotReadOrWrite
    }
    findings += files.findings.map { ("\(files.folder)/\($0.path)", $0.diagnostic) }
    messages.progress("reading \(files.entries.count) reports")
    var reports = try await Parallel.map(files.entries.count, jobs: jobs) { index in
      files.report(files.entries[index], reader: reader)
    }
    DuplicateIds.mark(&reports)
    Restatement.mark(&reports)
    for report in reports {
      findings += report.diagnostics.map { ("\(files.folder)/\(report.file)", $0) }
    }
    return LoadedArchive(
      catalog: Catalog(reports, indicators: vocabulary.statistics.indicators), settings: settings,
      pages: pages, findings: findings)
  }

  private static func siteSettings(
    _ options: ArchiveOptions, _ findings: inout [(file: String, diagnostic: Diagnostic)]
  ) -> SiteSettings {
    let path = "\(options.content)/site.yml"
    do {
      let found = ArchiveSettings.site(try FileAccess.read(path, limit: 1 << 20))
      findings += found.diagnostics.map { (path, $0) }
      return found.settings
    } catch {
      findings.append(
        (
          path,
          Diagnostic(
            .warning, code: "site", message: "no settings (\(error.message)); the site gets a general title")
        )
      )
      return ArchiveSettings.site([]).settings
    }
  }

  private static func freePages(
    _ options: ArchiveOptions, _ decoder: TextDecoder,
    _ findings: inout [(file: String, diagnostic: Diagnostic)]
  ) -> [FreePage] {
    let folder = "\(options.content)/pages"
    guard let names = try? FileAccess.names(in: folder) else { return [] }
    var pages: [FreePage] = []
    for name in names where name.hasSuffix(".md") && !name.hasPrefix(".") {
      let slug = String(name.dropLast(3))
      let path = "\(folder)/\(name)"
      guard ReportIdentity.isValid(slug) else {
        findings.append(
          (
            path,
            Diagnostic(
              .error, code: "page-name",
              message:
                "the name becomes an address and may hold only a-z, digits and hyphens; rename the file")
          ))
        continue
      }
      do {
        let page = ArchiveSettings.page(
          try FileAccess.read(path, limit: 4 << 20), slug: slug, decoder: decoder)
        findings += page.diagnostics.map { (path, $0) }
        pages.append(FreePage(slug: slug, title: page.title, markdown: page.markdown))
      } catch {
        findings.append((path, Diagnostic(.error, code: "unreadable", message: error.message)))
      }
    }
    return pages
  }
}

extension Vocabulary {
  /// The archive's own tables, those of the installation where it has none.
  static func load(_ options: ArchiveOptions, _ messages: Messages) throws -> Vocabulary {
    let share = Installation.share.map { ["\($0)/Content/vocabulary"] } ?? []
    do {
      return try Vocabulary(folders: ["\(options.content)/vocabulary"] + share)
    } catch {
      messages.error(error.rendered)
      if case .table = error { throw ExitStatus.contentErrors }
      throw ExitStatus.cannotReadOrWrite
    }
  }
}
