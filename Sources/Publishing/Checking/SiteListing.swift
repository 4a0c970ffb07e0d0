/// The files of a site's folder, as they are named on the disk.
struct SiteListing: Sendable {
  /// Paths below the folder, in the order of their bytes.
  let files: [String]
  /// Symbolic links and other things that are not carried along when a site is copied.
  let oddities: [String]
  private let numbers: [String: Int32]
  private let folders: Set<String>
  private let numbersByKey: [String: Int32]

  /// - Throws: `system`.
  init(of folder: String) throws(PublishingError) {
    var files: [String] = []
    var oddities: [String] = []
    var folders: Set<String> = [""]
    var pending = [""]
    while let path = pending.popLast() {
      let here = path.isEmpty ? folder : folder + "/" + path
      try naming(here, .read) { () throws(SystemFailure) in
        // The site's own folder may be a link.
        let open = try Files.openFolder(path.isEmpty ? Files.resolved(folder) : here)
        for name in try Files.names(in: open) {
          let below = path.isEmpty ? name : path + "/" + name
          switch try Files.status(at: open.raw, name)?.kind {
          case .file: files.append(below)
          case .folder:
            folders.insert(below)
            pending.append(below)
          case .link, .other: oddities.append(below)
          case nil: break
          }
        }
      }
    }
    self.init(files: files, folders: folders, oddities: oddities)
  }

  private init(files: [String], folders: Set<String>, oddities: [String]) {
    self.files = files.sorted(by: PagePath.precedes)
    self.oddities = oddities.sorted(by: PagePath.precedes)
    self.folders = folders
    numbers = Dictionary(zip(self.files, Int32(0)...)) { first, _ in first }
    numbersByKey = Dictionary(zip(self.files.map(PagePath.key), Int32(0)...)) { first, _ in first }
  }

  /// The place of a file in `files`; nil unless it has exactly this path, upper and lower case told apart.
  func number(of path: String) -> Int32? {
    guard let number = numbers[path], files[Int(number)].utf8.elementsEqual(path.utf8) else { return nil }
    return number
  }

  func isFolder(_ path: String) -> Bool { folders.contains(path) }

  /// The file that a disk which ignores case would find.
  func nearMiss(_ path: String) -> String? { numbersByKey[PagePath.key(path)].map { files[Int($0)] } }
}
