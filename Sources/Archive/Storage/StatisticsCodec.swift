extension ByteWriter {
  mutating func add(_ amount: Amount) {
    add(amount.digits)
    add(amount.decimals)
  }

  mutating func add(_ amount: Amount?) {
    add(amount != nil)
    if let amount { add(amount) }
  }

  mutating func add(_ place: TextPlace) {
    add(place.textBlock)
    add(place.range)
    add(place.line)
  }

  mutating func add(_ quantity: Quantity) {
    add(quantity.text)
    add(quantity.value)
    add(quantity.unit)
    add(Optional(quantity.approximation))
    add(quantity.subject)
    add(quantity.metric)
    add(Optional(quantity.kind))
    add(Optional(quantity.period))
    add(quantity.year)
    add(quantity.scope)
    add(quantity.section)
    add(quantity.place)
    add(quantity.sentence)
  }

  mutating func add(_ citation: Citation) {
    add(citation.text)
    add(citation.title)
    add(citation.documentNumber)
    add(Optional(citation.kind))
    add(citation.law)
    add(citation.place)
  }

  mutating func add(_ check: Check) {
    add(Optional(check.kind))
    add(check.holds)
    add(check.stated)
    add(check.computed)
    add(check.quantities.count)
    for quantity in check.quantities { add(quantity) }
    add(check.note)
    add(check.line)
  }
}

extension ByteReader {
  mutating func amount() -> Amount {
    let digits = number()
    let decimals = number()
    // What is out of range was not written by us; the checksum of the store will have said so before.
    return (0...9).contains(decimals) ? Amount(digits, decimals: decimals) : Amount(digits)
  }

  mutating func amountIfAny() -> Amount? { flag() ? amount() : nil }

  mutating func textPlace() -> TextPlace {
    TextPlace(textBlock: number(), range: range(), line: number())
  }

  mutating func quantity() -> Quantity {
    Quantity(
      text: text(), value: amount(), unit: text(), approximation: name(or: .exact), subject: text(),
      metric: textIfAny(), kind: name(or: .level), period: name(or: .year), year: numberIfAny(),
      scope: name(Quantity.Scope.self), section: numberIfAny(), place: textPlace(), sentence: range())
  }

  mutating func citation() -> Citation {
    Citation(
      text: text(), title: textIfAny(), documentNumber: textIfAny(), kind: name(or: .other), law: text(),
      place: textPlace())
  }

  mutating func check() -> Check {
    Check(
      kind: name(or: .sum), holds: flag(), stated: amountIfAny(), computed: amountIfAny(),
      quantities: list { $0.number() }, note: text(), line: number())
  }
}
