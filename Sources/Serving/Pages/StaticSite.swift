/// Answers requests from the files of a folder, and those of the script that keeps pages fresh.
struct StaticSite: Sendable {
  let folder: ServedFolder
  let address: ListenAddress
  let news: BuildNews

  /// Larger pages are sent as they are, piece by piece, and do not refresh themselves.
  static let pageLimit = 16 << 20

  func answer(_ request: Request) -> Answer {
    guard address.accepts(hostHeader: request["host"]) else {
      return Answer(
        .misdirected, saying: "This archive is served to this machine only; ask for http://127.0.0.1 instead."
      )
    }
    let answer = body(request)
    return request.method == "HEAD" ? answer.withoutBody() : answer
  }

  private func body(_ request: Request) -> Answer {
    guard request.method == "GET" || request.method == "HEAD" else {
      var answer = Answer(.methodNotAllowed, saying: "Only GET and HEAD are answered.")
      answer.headers["Allow"] = "GET, HEAD"
      return answer
    }
    do {
      let path = try RequestPath(request.path)
      return path.names.first == ReloadScript.folder ? own(path, request) : page(path, request)
    } catch {
      switch error {
      case .malformed: return Answer(.badRequest, saying: "This is no address of a page.")
      case .tooLong: return Answer(.uriTooLong, saying: "This address is too long.")
      case .hidden: return notFound(depth: request.path.utf8.count { $0 == UInt8(ascii: "/") } - 1)
      }
    }
  }

  private func page(_ path: RequestPath, _ request: Request) -> Answer {
    let depth = path.names.count - (path.asksFolder ? 0 : 1)
    var names = path.names
    var found = folder.open(names)
    if case .folder = found {
      names.append("index.html")
      found = folder.open(names)
      // Relative links of an index are right only below a slash.
      if case .file = found, !path.asksFolder, !path.names.isEmpty { return slashAdded(path, request) }
    } else if path.asksFolder {
      return notFound(depth: depth)
    }
    switch found {
    case .file(let file): return self.file(file, names, request)
    case .denied: return Answer(.forbidden, saying: "The server may not read this file.")
    case .folder, .absent: return notFound(depth: depth)
    }
  }

  private func slashAdded(_ path: RequestPath, _ request: Request) -> Answer {
    var answer = Answer(.found, saying: "This is a folder.")
    answer.headers["Location"] = request.path + "/" + (request.query.isEmpty ? "" : "?" + request.query)
    return answer
  }

  private func file(_ file: OpenFile, _ names: [String], _ request: Request) -> Answer {
    let type = ContentType(fileName: names[names.count - 1])
    guard type == .html, file.size <= Self.pageLimit else {
      var answer = FileAnswer(
        type: type, body: .file(file, 0..<file.size),
        validators: Validators(tag: "\"\(file.validator)\"", modified: file.modified)
      ).answer(request)
      if Fingerprint.isIn(names) { answer.headers["Cache-Control"] = "public, max-age=31536000, immutable" }
      return answer
    }
    guard let bytes = file.readAll() else {
      return Answer(.serverError, saying: "The file changed while it was read; ask again.")
    }
    let tag = ReloadScript.tag(file.validator)
    return FileAnswer(
      type: type, body: .bytes(ServedPage(bytes, tag: tag).bytes),
      validators: Validators(tag: tag, modified: file.modified)
    ).answer(request)
  }

  /// For a site that has no page of its own for it, or is not built yet.
  private static let bareNotFound = """
    <!DOCTYPE html>
    <html lang="en"><head><title>Not found</title></head><body><h1>Not found</h1></body></html>

    """

  /// - Parameter depth: how many folders deep the address is that has no page.
  private func notFound(depth: Int) -> Answer {
    var page = Array(Self.bareNotFound.utf8)
    var tag = ReloadScript.tag("none")
    if case .file(let file) = folder.open(["404.html"]), file.size <= Self.pageLimit,
      let bytes = file.readAll()
    {
      (page, tag) = (bytes, ReloadScript.tag("404-" + file.validator))
    }
    let served = ServedPage(page, tag: tag, isElsewhere: depth > 0)
    var answer = Answer(.notFound, .html, .bytes(served.bytes))
    answer.headers["ETag"] = tag
    return answer
  }

  /// Addresses that no page has: the script and what it listens to.
  private func own(_ path: RequestPath, _ request: Request) -> Answer {
    switch path.names.dropFirst().joined(separator: "/") {
    case ReloadScript.name:
      return Answer(.ok, .javaScript, .bytes(Array(ReloadScript.source.utf8)))
    case ReloadScript.events:
      // Asked about, not listened to.
      guard request.method == "GET" else { return Answer(.ok, nil, .bytes([])) }
      guard let stream = news.listen() else {
        return Answer(.unavailable, saying: "Too many pages listen; close some.")
      }
      var answer = Answer(.ok, nil, .stream(stream))
      answer.headers["Content-Type"] = "text/event-stream"
      answer.headers["Cache-Control"] = "no-store"
      return answer
    default:
      return Answer(.notFound, saying: "There is nothing at this address.")
    }
  }
}
