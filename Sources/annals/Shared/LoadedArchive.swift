import Archive
import Publishing
import Reading
import Site

/// An archive as read from the disk, with everything that was found wrong on the way: what `build` and `check` share.
struct LoadedArchive {
  let catalog: Catalog
  let gazetteer: Gazetteer
  let settings: SiteSettings
  let pages: [FreePage]
  /// In the order in which they are printed; files as paths from the current folder.
  let findings: [(file: String, diagnostic: Diagnostic)]

  var hasErrors: Bool { findings.contains { $0.diagnostic.severity == .error } }

  /// Reads `Content` without a store; throws only when there is no archive to read.
  static func load(_ options: ArchiveOptions, jobs: Int, messages: Messages) async throws -> LoadedArchive {
    let content = try ArchiveContent(options, messages)
    let loader = ReportLoader(content.files, cache: nil)
    return try await load(content, loader, jobs: jobs, messages: messages)
  }

  /// - Parameter whenRead: called once reports are read: what follows leaves cores idle.
  static func load(
    _ content: ArchiveContent, _ loader: ReportLoader, jobs: Int, messages: Messages,
    whenRead: () -> Void = {}
  ) async throws -> LoadedArchive {
    let options = content.options
    // The tables are wanted for pages too, so that a fault in one is found whatever there is to read. Reports of an
    // earlier build need none and are found meanwhile.
    let tables = Lazy { Result { try Vocabulary.load(options, messages) } }
    let reader = Lazy { Result { try ReportReader(vocabulary: tables.value.get()) } }
    if !loader.hasChanged { Parallel.prepare { _ = tables.value } }
    let count = content.files.entries.count
    messages.progress("reading \(count) reports")
    var (reports, finish) = try await loader.reports(reader: reader, jobs: jobs) { done in
      messages.progress("reading report \(done) of \(count)")
    }
    whenRead()
    let finishing = Lazy(finish)
    Parallel.prepare { finishing.value }
    let vocabulary = try tables.value.get()
    var findings: [(file: String, diagnostic: Diagnostic)] = []
    let settings = siteSettings(options, &findings)
    let pages = freePages(
      options, settings.languages, TextDecoder(scriptTable: vocabulary.scriptTable), &findings)
    findings += content.findings
    DuplicateIds.mark(&reports)
    Restatement.mark(&reports)
    for index in reports.indices {
      for diagnostic in reports[index].diagnostics {
        findings.append(("\(content.files.folder)/\(reports[index].file)", diagnostic))
      }
    }
    let catalog = Catalog(reports, indicators: vocabulary.statistics.indicators)
    finishing.value
    return LoadedArchive(
      catalog: catalog,
      gazetteer: vocabulary.gazetteer, settings: settings,
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
    _ options: ArchiveOptions, _ languages: [String], _ decoder: TextDecoder,
    _ findings: inout [(file: String, diagnostic: Diagnostic)]
  ) -> [FreePage] {
    let folder = "\(options.content)/pages"
    guard let names = try? FileAccess.names(in: folder) else { return [] }
    var pages: [FreePage] = []
    for name in names where name.hasSuffix(".md") && !name.hasPrefix(".") {
      // `about.en.md` is `about.md` in English.
      let parts = name.dropLast(3).split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      let slug = parts[0]
      let path = "\(folder)/\(name)"
      guard ReportIdentity.isValid(slug), parts.count < 3 else {
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
      let language = parts.count == 2 ? parts[1] : nil
      if let language, !languages.contains(language) {
        findings.append(
          (
            path,
            Diagnostic(
              .warning, code: "page-language",
              message: "site.yml does not name the language `\(language)`; the page is not shown")
          ))
        continue
      }
      do {
        let page = ArchiveSettings.page(
          try FileAccess.read(path, limit: 4 << 20), slug: slug, decoder: decoder)
        findings += page.diagnostics.map { (path, $0) }
        pages.append(FreePage(slug: slug, title: page.title, language: language, markdown: page.markdown))
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
    do {
      return try Vocabulary(folders: folders(options))
    } catch {
      try error.report(messages)
    }
  }

  static func folders(_ options: ArchiveOptions) -> [String] {
    ["\(options.content)/vocabulary"] + (Installation.share.map { ["\($0)/Content/vocabulary"] } ?? [])
  }
}

extension Vocabulary.Failure {
  /// Says what failed and ends the command with the status that fits.
  func report(_ messages: Messages) throws -> Never {
    messages.error(rendered)
    if case .table = self { throw ExitStatus.contentErrors }
    throw ExitStatus.cannotReadOrWrite
  }
}
