import Archive

extension Vocabulary {
  static let fileNames = [
    "divisions.tsv", "former_names.tsv", "hant-hans.tsv", "laws.yml", "metrics.yml", "topics.yml",
  ]

  /// Of the bytes of all tables, without understanding them: what was read with another vocabulary is read again.
  public static func fingerprint(folders: [String]) -> UInt64 {
    var digest = Fingerprint()
    for name in fileNames {
      let path = folders.map { "\($0)/\(name)" }.first { FileAccess.kind(of: $0, following: true) == .file }
      digest.add(name)
      if let bytes = path.flatMap({ try? FileAccess.read($0) }) { digest.add(bytes) }
    }
    return digest.value
  }
}
