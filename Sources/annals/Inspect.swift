import Archive
import ArgumentParser
import Reading

struct Inspect: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what is read out of files.",
    discussion: """
      Files need not belong to an archive. With --format json, one JSON object a line in the order of the files.

      EXAMPLES
        annals inspect saved/report.txt
        annals inspect saved/*.txt --format json
        annals inspect saved/report.txt --format markdown > Content/reports/report.md
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var jobs: JobsOption

  @Option(help: "text, json or markdown.")
  var format = Format.text

  @Argument(help: ArgumentHelp("Files to read.", valueName: "file"))
  var files: [String]

  func run() async throws {
    let messages = archive.messages
    let vocabulary = try Vocabulary.load(archive, messages)
    let reader = ReportReader(vocabulary: vocabulary)
    let results = try await Parallel.map(files.count, jobs: jobs.count) { [files] index in
      Inspect.read(files[index], reader)
    }
    var status = ExitStatus.done
    for (file, result) in zip(files, results) {
      switch result {
      case .failure(let failure):
        messages.error("\(file): error: \(failure.message)")
        status = .cannotReadOrWrite
      case .success(let report):
        show(report)
        if format != .json { messages.show(report.diagnostics.map { (file, $0) }) }
        if report.diagnostics.contains(where: { $0.severity == .error }) {
          if format == .json {
            messages.show(report.diagnostics.filter { $0.severity == .error }.map { (file, $0) })
          }
          if status == .done { status = .contentErrors }
        }
      }
    }
    if status != .done { throw status }
  }

  private static func read(_ file: String, _ reader: ReportReader) -> Result<Report, FileFailure> {
    do {
      let bytes = try FileAccess.read(file, limit: ReportReader.sizeLimit)
      let sidecar = FileAccess.kind(of: "\(file).yml", following: true) == .file
      return .success(
        reader.read(
          bytes, file: file, path: evidencePath(file),
          sidecar: sidecar ? try FileAccess.read("\(file).yml", limit: 1 << 20) : nil))
    } catch {
      return .failure(error)
    }
  }

  /// What of a path may name place and year: below Content/reports all of it, elsewhere the file and two folders.
  private static func evidencePath(_ file: String) -> String {
    if let range = file.utf8Range(of: "Content/reports/") { return String(file[range.upperBound...]) }
    return file.split(separator: "/").suffix(3).filter { $0 != ".." && $0 != "." }.joined(separator: "/")
  }

  private func show(_ report: Report) {
    switch format {
    case .json: Terminal.result(ReportJSON.line(report))
    case .markdown: Terminal.result(ReportMarkdown.document(report))
    case .text: Terminal.result(InspectText.text(of: report))
    }
  }
}

extension String {
  fileprivate func utf8Range(of word: String) -> Range<String.Index>? {
    let pattern = Array(word.utf8)
    var start = utf8.startIndex
    while start < utf8.endIndex {
      if utf8[start...].starts(with: pattern) {
        return start..<utf8.index(start, offsetBy: pattern.count)
      }
      start = utf8.index(after: start)
    }
    return nil
  }
}
