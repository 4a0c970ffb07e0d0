import Archive
import Testing

/// What is quoted of a report's text, packed and back.
@Suite struct ExtractsTests {
  private static let body = Array("## 一、甲\n\n受理案件3件。办结2件。\n".utf8)

  /// Sentences of the body, once more, one of its own; sections of the body, cut, and none; labels of the body and none;
  /// titles of the body and of their own.
  private static let packed: [UInt8] = {
    var packer = ExtractsPacker(count: 15)
    packer.add(inBody: 14..<33)
    packer.addSame()
    Array("另有*1*件。".utf8).withUnsafeBufferPointer { packer.add($0) }
    packer.add(inBody: 14..<33)
    packer.add(inBody: 14..<26, isCut: true)
    Array("另有".utf8).withUnsafeBufferPointer { packer.add($0, isCut: true) }
    packer.add(UnsafeBufferPointer(start: nil, count: 0))
    packer.add(inBody: 3..<9)
    for _ in 0..<3 { packer.add(UnsafeBufferPointer(start: nil, count: 0)) }
    packer.add(inBody: 9..<12)
    for title in ["乙", "丙", ""] { Array(title.utf8).withUnsafeBufferPointer { packer.add($0) } }
    return packer.finish(sentences: 3, lengths: [10, 20])
  }()

  @Test func comesBack() {
    let extracts = Extracts(packed: ExtractsTests.packed, body: ExtractsTests.body)
    #expect((0..<4).map(extracts.sentence) == ["受理案件3件。", "受理案件3件。", "另有*1*件。", ""])
    #expect((0..<5).map(extracts.excerpt) == ["受理案件3件。", "受理案件…", "另有…", "", ""])
    #expect((0..<5).map(extracts.length) == [10, 20, 0, 0, 0])
    #expect((0..<5).map { extracts.heading(of: $0).label } == ["一、", "", "", "", ""])
    #expect((0..<5).map { extracts.heading(of: $0).title } == ["甲", "乙", "丙", "", ""])
    #expect(extracts.withSentence(of: 1) { Array($0) } == Array("受理案件3件。".utf8))
    #expect(extracts.withSentence(of: 9) { $0.count } == 0)
    #expect(Extracts.none.sentence(of: 0) == "" && Extracts.none.excerpt(of: 0) == "")
    let held = Extracts(sentences: ["甲", ""], excerpts: ["乙"], lengths: [1])
    #expect((held.sentence(of: 0), held.sentence(of: 1), held.excerpt(of: 0)) == ("甲", "", "乙"))
    #expect(held.length(of: 0) == 1 && held.heading(of: 0) == ("", ""))
    let headed = Extracts(
      sentences: [], excerpts: ["", "乙"], lengths: [3, 4], headings: [("一、", "甲"), ("", "丙")])
    #expect(headed.heading(of: 0) == ("一、", "甲") && headed.heading(of: 1) == ("", "丙"))
    #expect(headed.excerpt(of: 1) == "乙" && headed.length(of: 1) == 4)
  }

  @Test func damageLeadsNowhere() {
    func readAll(_ packed: [UInt8], _ body: [UInt8]) {
      let extracts = Extracts(packed: packed, body: body)
      for number in 0..<6 {
        _ = (extracts.sentence(of: number), extracts.excerpt(of: number), extracts.length(of: number))
        _ = extracts.heading(of: number)
      }
    }
    let (packed, body) = (ExtractsTests.packed, ExtractsTests.body)
    for count in 0..<packed.count { readAll(Array(packed.prefix(count)), body) }
    for count in 0..<body.count { readAll(packed, Array(body.prefix(count))) }
    for at in packed.indices {
      for bit in 0..<8 {
        var changed = packed
        changed[at] ^= 1 << UInt8(bit)
        readAll(changed, body)
      }
    }
  }
}

/// The digest that closes parts of the store.
@Suite struct FingerprintTests {
  @Test func everyByteCounts() {
    for count in [0, 1, 7, 8, 31, 32, 33, 64, 100, 255] {
      let bytes = (0..<count).map { UInt8($0 & 0xFF) }
      var seen: Set<UInt64> = [bytes.withUnsafeBytes { Fingerprint.ofMany($0) }]
      var others = bytes.indices.flatMap { at in
        (0..<8).map { bit in
          var changed = bytes
          changed[at] ^= 1 << UInt8(bit)
          return changed
        }
      }
      others.append(bytes + [0])
      if count > 0 { others.append(Array(bytes.dropLast())) }
      for other in others { seen.insert(other.withUnsafeBytes { Fingerprint.ofMany($0) }) }
      #expect(seen.count == others.count + 1, "\(count) bytes")
    }
  }
}
