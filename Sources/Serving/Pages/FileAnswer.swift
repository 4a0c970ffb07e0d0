/// The answer that holds a file's bytes, or a part of them, or says that the browser has them already.
struct FileAnswer {
  let type: ContentType
  let body: Answer.Body
  let validators: Validators

  func answer(_ request: Request) -> Answer {
    let size = body.count ?? 0
    var answer = Answer(.ok, type, body)
    answer.headers["ETag"] = validators.tag
    answer.headers["Last-Modified"] = validators.lastModified
    answer.headers["Accept-Ranges"] = "bytes"
    if validators.match(
      noneMatch: request["if-none-match"], modifiedSince: request["if-modified-since"])
    {
      return answer.withoutBody(.notModified)
    }
    guard request.method == "GET", validators.allowRange(ifRange: request["if-range"]) else { return answer }
    switch ByteRange(request["range"], size: size) {
    case .whole:
      return answer
    case .part(let range):
      answer.status = .partialContent
      answer.headers["Content-Range"] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
      answer.headers["Content-Length"] = String(range.count)
      switch body {
      case .bytes(let bytes): answer.body = .bytes(Array(bytes[range]))
      case .file(let file, let whole):
        answer.body = .file(file, whole.lowerBound + range.lowerBound..<whole.lowerBound + range.upperBound)
      case .stream: break
      }
      return answer
    case .unsatisfiable:
      answer = Answer(.rangeNotSatisfiable, saying: "The file is shorter than that.")
      answer.headers["Content-Range"] = "bytes */\(size)"
      return answer
    }
  }
}

/// Names that change with the bytes: `assets/site.1a2b3c4d.css`.
enum Fingerprint {
  static func isIn(_ names: [String]) -> Bool {
    guard names.count > 1, names[0] == "assets" else { return false }
    let parts = names[names.count - 1].utf8.split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return false }
    return parts.dropFirst().dropLast().contains { part in
      part.count >= 8
        && part.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
  }
}
