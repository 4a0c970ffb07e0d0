import Archive
import Foundation
import Reading

/// How fast a report of 16 KB becomes text, folding included.
enum DecodingBenchmark {
  /// Median MB (10^6 bytes) a second of the file's own bytes, over many runs on one core.
  ///
  /// - Parameter root: the folder that holds `Content`.
  static func megabytesPerSecond(root: String, runs: Int = 400) throws -> Double {
    let table = try Data(contentsOf: URL(fileURLWithPath: root + "/Content/vocabulary/hant-hans.tsv"))
    let decoder = TextDecoder(scriptTable: try ScriptTable(parsing: [UInt8](table)))
    let report = bytes(count: 16 << 10)
    var speeds: [Double] = []
    var scalars = 0
    for _ in 0..<runs {
      let clock = ContinuousClock()
      let time = try clock.measure { scalars += try decoder.decode(report).shown.count }
      speeds.append(Double(report.count) / 1e6 / (time / .seconds(1)))
    }
    precondition(scalars > 0)
    return speeds.sorted()[runs / 2]
  }

  /// Paragraphs of the kind that reports are made of, cut at a line end.
  private static func bytes(count: Int) -> [UInt8] {
    let paragraph = """
      （一）规范行政执法行为。全县１２家执法单位全部公示权责清单，全年开展案卷评查4次，抽查案卷260件，发现问题31个，均已整改。
      　　二是加强行政复议应诉。收到行政复议申请58件，受理52件，审结49件，纠错率为12.2%；行政机关负责人出庭应诉率100%。

      """
    var bytes: [UInt8] = []
    while bytes.count < count { bytes += paragraph.utf8 }
    return bytes
  }
}
