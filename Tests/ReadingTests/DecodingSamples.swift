import Archive
import Foundation
import TestSupport

@testable import Reading

/// What the decoding tests share: the project's own table, and the way back from text to bytes.
enum DecodingSamples {
  static let decoder = TextDecoder(scriptTable: scriptTable)

  static let scriptTable: ScriptTable = {
    let file = URL(fileURLWithPath: Repository.root + "/Content/vocabulary/hant-hans.tsv")
    do {
      return try ScriptTable(parsing: [UInt8](Data(contentsOf: file)))
    } catch {
      fatalError("\(error)")
    }
  }()

  static let simplified = [
    "青禾县人民政府2023年度法治政府建设情况的报告", "县委、县人大常委会：", "　　全年办结行政复议案件１２８件，同比上升6.5%。",
    "（一）健全机制——“一把手”负总责；", "", "二、存在的不足",
  ]
  static let traditional = [
    "青禾縣人民政府2023年度法治政府建設情況的報告", "縣委、縣人大常委會：", "　　全年辦結行政複議案件１２８件，同比上升6.5%。",
    "（一）健全機制——“一把手”負總責；", "", "二、存在的不足",
  ]

  static func shownLines(_ text: SourceText) -> [String] { lines(of: text.shown, text) }
  static func foldedLines(_ text: SourceText) -> [String] { lines(of: text.folded, text) }

  private static func lines(of scalars: [Unicode.Scalar], _ text: SourceText) -> [String] {
    text.lines.map { line in
      var string = String.UnicodeScalarView()
      string.append(contentsOf: scalars[line.range])
      return String(string)
    }
  }

  /// The failure that bytes lead to; nil when they are text.
  static func failure(_ bytes: [UInt8], _ decoder: TextDecoder = decoder) -> DecodingFailure? {
    do {
      _ = try decoder.decode(bytes)
      return nil
    } catch {
      return error
    }
  }

  /// Nil when the encoding lacks a character of the text.
  static func bytes(_ text: String, in encoding: TextEncoding) -> [UInt8]? {
    switch encoding {
    case .utf8: return Array(text.utf8)
    case .utf16LittleEndian: return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .gb18030, .big5:
      let converter = iconv_open(encoding == .big5 ? "BIG5" : "GB18030", "UTF-8")
      defer { iconv_close(converter) }
      var input = text.utf8.map(CChar.init(bitPattern:))
      var output = [CChar](repeating: 0, count: input.count * 2 + 16)
      var left = input.count
      var room = output.count
      let isWhole = input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
          var next = input.baseAddress
          var place = output.baseAddress
          return iconv(converter, &next, &left, &place, &room) != -1
        }
      }
      return isWhole ? output.dropLast(room).map(UInt8.init(bitPattern:)) : nil
    }
  }

  /// The encoding's byte order mark; none for Big5.
  static func mark(_ encoding: TextEncoding) -> [UInt8] {
    encoding == .big5 ? [] : bytes("\u{FEFF}", in: encoding) ?? []
  }
}
