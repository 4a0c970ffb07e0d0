import Archive
import Foundation
import Reading
import TestSupport

/// The project's own division tables, loaded once for all region tests.
enum RegionFixtures {
  static let gazetteer: Gazetteer = {
    do {
      return try Gazetteer(divisions: bytes("divisions.tsv"), formerNames: bytes("former_names.tsv"))
    } catch {
      fatalError("Content/vocabulary: \(error)")
    }
  }()
  static let resolver = RegionResolver(gazetteer: gazetteer)

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(Repository.root)/Content/vocabulary/\(name)")))
  }

  /// Short notation for a case: `title: ... / issuer: ...`, one passage a part.
  static func evidence(_ notation: String) -> RegionEvidence {
    var evidence = RegionEvidence()
    for part in notation.components(separatedBy: " / ") {
      guard let colon = part.range(of: ": ") else { fatalError("no kind in '\(part)'") }
      let text = String(part[colon.upperBound...])
      switch part[..<colon.lowerBound] {
      case "title": evidence.titles.append(.init(text))
      case "issuer": evidence.issuers.append(.init(text))
      case "unit": evidence.units.append(.init(text))
      case "number": evidence.documentNumbers.append(.init(text))
      case "cited": evidence.citedTitles.append(.init(text))
      case "body": evidence.body += Array(text.unicodeScalars)
      case "to": evidence.addressees.append(.init(text))
      case "index": evidence.indexNumbers.append(.init(text))
      case "source": evidence.sources.append(.init(text))
      case "chrome": evidence.chrome.append(.init(text))
      case "path": evidence.path = text
      default: fatalError("unknown kind in '\(part)'")
      }
    }
    return evidence
  }

  /// `410203`, `? 110105 220104` or `-`: resolved, ambiguous, unknown.
  static func outcome(_ resolution: RegionResolution) -> String {
    switch resolution.outcome {
    case .resolved(let region, _): "\(region.adcode)"
    case .ambiguous(let regions): "? " + regions.map { "\($0.adcode)" }.joined(separator: " ")
    case .unknown: "-"
    }
  }
}
