import Archive

/// Every full and short name of the gazetteer, to be found in one pass over a text.
struct NameIndex: Sendable {
  /// How far a name speaks for itself in running text.
  enum Form: Int, Sendable {
    /// With its level at the end, `祁连县`, `红河州`.
    case full
    /// A full name of two characters, `和县`, `开县`: 市和县政府, 召开县人民政府 hold it by accident.
    case brief
    /// `城区`, `东区`: an everyday word unless its parent's name stands before it.
    case guarded
    /// Without its level, `祁连`.
    case short
  }

  struct Entry: Sendable {
    let scalars: [Unicode.Scalar]
    let form: Form
    /// Into `Gazetteer.divisions`.
    let holders: [Int]
  }

  /// One occurrence of a name.
  struct Mention {
    var range: Range<Int>
    /// Into `entries`.
    var entry: Int
    /// Begins inside the name before it: `市中区` in `济南市中区`.
    var overlaps = false
  }

  private(set) var entries: [Entry] = []
  /// Where the entries that begin with two given scalars stand, longest first.
  private var pairs: [UInt64: Range<Int>] = [:]
  /// One bit for each scalar of the basic plane that begins a name.
  private var initials = [UInt64](repeating: 0, count: 1024)
  /// Bits of the keys of `pairs`, folded together: nearly all pairs of a text are told here to begin no name.
  private var pairBits = [UInt64](repeating: 0, count: NameIndex.pairBitCount / 64)
  private static let pairBitCount = 1 << 17

  /// Prefectures of all times by the first character of their names, into `Gazetteer.divisions`.
  let prefectures: [Unicode.Scalar: [Int]]

  init(gazetteer: Gazetteer) {
    prefectures = Dictionary(
      grouping: gazetteer.divisions.indices.filter { index in
        gazetteer.divisions[index].level == .prefecture && !gazetteer.divisions[index].name.isEmpty
      }
    ) { gazetteer.divisions[$0].name.unicodeScalars.first ?? " " }
    var forms: [[Unicode.Scalar]: (form: Form, holders: [Int])] = [:]
    forms.reserveCapacity(gazetteer.divisions.count * 3)
    func add(_ name: String, _ form: Form, _ holder: Int) {
      let scalars = Array(name.unicodeScalars)
      // 江乾區: converters make 乾 of 干, and folding leaves it because of 乾县.
      let converted = scalars.map { $0 == "干" ? "乾" : $0 }
      for key in converted == scalars ? [scalars] : [scalars, converted] {
        let known = forms[key] ?? (form, [])
        let strongest = known.form.rawValue <= form.rawValue ? known.form : form
        forms[key] = (strongest, known.holders.last == holder ? known.holders : known.holders + [holder])
      }
    }
    for (index, division) in gazetteer.divisions.enumerated() {
      add(division.name, NameIndex.form(ofFull: division.name), index)
      for short in division.shorts where short != division.name && short.unicodeScalars.count > 1 {
        if NameIndex.unusableShorts.contains(short) { continue }
        add(short, NameIndex.form(ofShort: short, division), index)
      }
    }
    let sorted = forms.keys.sorted { left, right in
      (left[0].value, left[1].value, -left.count) != (right[0].value, right[1].value, -right.count)
        ? (left[0].value, left[1].value, -left.count) < (right[0].value, right[1].value, -right.count)
        : left.lexicographicallyPrecedes(right)
    }
    for key in sorted {
      let (form, holders) = forms[key] ?? (.short, [])
      let position = entries.count
      entries.append(Entry(scalars: key, form: form, holders: holders))
      let start = pairs[NameIndex.pair(key[0], key[1])]?.lowerBound ?? position
      pairs[NameIndex.pair(key[0], key[1])] = start..<position + 1
      let bit = NameIndex.bit(key[0], key[1])
      pairBits[bit >> 6] |= 1 << UInt64(bit & 63)
      if key[0].value < 0x10000 { initials[Int(key[0].value >> 6)] |= 1 << UInt64(key[0].value & 63) }
    }
  }

  /// Names from left to right, the longest at each place; none lies inside another, but one may share the
  /// last scalar of the name before it and is then marked as overlapping.
  func mentions(in text: [Unicode.Scalar], from start: Int = 0, to end: Int? = nil) -> [Mention] {
    var found: [Mention] = []
    let end = min(end ?? text.count, text.count)
    var covered = start
    var position = start
    while let next = firstPair(in: text, from: position, to: end) {
      position = next
      defer { position += 1 }
      let first = text[position]
      guard position >= covered || (position == covered - 1 && first == "市"),
        // 关于洪洞县 is not about 于洪.
        first != "于" || position == 0 || text[position - 1] != "关",
        let range = pairs[NameIndex.pair(first, text[position + 1])]
      else { continue }
      guard let entry = range.first(where: { matches(entries[$0], text, position, end) }) else { continue }
      let length = entries[entry].scalars.count
      if position + length <= covered { continue }
      if position < covered {
        // Only what follows shows whether it is 济南市|中区 or 济南|市中区: both are offered.
        found.append(Mention(range: position..<position + length, entry: entry, overlaps: true))
        continue
      }
      found.append(Mention(range: position..<position + length, entry: entry))
      covered = position + length
      // Only what begins with the last scalar of this name can overlap it.
      if length > 2 { position = covered - 2 }
    }
    return found
  }

  /// The next place where a name may begin.
  private func firstPair(in text: [Unicode.Scalar], from start: Int, to end: Int) -> Int? {
    text.withUnsafeBufferPointer { text in
      initials.withUnsafeBufferPointer { initials in
        pairBits.withUnsafeBufferPointer { pairBits in
          var position = start
          while position + 1 < end {
            // Both looks at every place and one branch: whether a scalar begins a name is hard to foretell.
            let first = text[position]
            let bit = NameIndex.bit(first, text[position + 1])
            let mayBegin =
              initials[Int(first.value & 0xFFFF) >> 6] >> UInt64(first.value & 63)
              & pairBits[bit >> 6] >> UInt64(bit & 63)
            if mayBegin & 1 != 0 { return position }
            position += 1
          }
          return nil
        }
      }
    }
  }

  @inline(__always) private static func bit(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Int {
    Int((first.value &* 0x9E37 &+ second.value) & UInt32(pairBitCount - 1))
  }

  private func matches(_ entry: Entry, _ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> Bool {
    let count = entry.scalars.count
    guard start + count <= end else { return false }
    for index in 2..<max(2, count) where text[start + index] != entry.scalars[index] { return false }
    guard start + count < end else { return true }
    switch (entry.scalars[count - 1], text[start + count]) {
    // 合作市场, 平安区域, 公安县级, 东区块: the name's last character belongs to another word.
    case ("市", "场"), ("区", "域"), ("区", "块"), ("区", "间"), ("区", "别"), ("县", "级"), ("县", "域"): return false
    default: break
    }
    // 朝阳镇, 新华街道: a township that shares its name with a division elsewhere.
    return entry.form != .short || !NameIndex.townships.begin(text, at: start + count)
  }

  private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 32 | UInt64(second.value)
  }

  private static func form(ofFull name: String) -> Form {
    if guardedNames.contains(name) { return .guarded }
    return name.unicodeScalars.count == 2 ? .brief : .full
  }

  private static func form(ofShort short: String, _ division: Division) -> Form {
    let scalars = Array(short.unicodeScalars)
    if guardedNames.contains(short) { return .guarded }
    guard let last = scalars.last, scalars.count > 2 else { return .short }
    let isLevel: Bool =
      switch division.kind {
      // 苏州 is no autonomous prefecture.
      case "autonomous_prefecture": last == "州"
      case "autonomous_county", "county": last == "县"
      case "district": last == "区"
      case "county_city", "prefecture_city": last == "市"
      case "banner", "autonomous_banner": last == "旗"
      case "league": last == "盟"
      default: false
      }
    return isLevel ? .full : .short
  }

  private static let townships: ScalarWords = ["镇", "乡", "街道", "街办", "村", "社区", "苏木", "路", "大道"]
  static let guardedNames: Set<String> = [
    "城区", "郊区", "矿区", "东区", "西区", "市区", "新区", "市郊区", "港口区", "新城区",
  ]
  /// Shorts that are words of every report: 全州 is also "the whole prefecture".
  private static let unusableShorts: Set<String> = ["全州"]
}
