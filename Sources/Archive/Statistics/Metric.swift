/// A measure that reports state, as the vocabulary defines it.
public struct Metric: Equatable, Sendable {
  public enum Kind: String, Sendable { case count, rate, amount }
  public enum Flow: String, Sendable { case flow, stock, rate }
  public enum Tier: String, Sendable { case core, common, occasional }
  /// Which way is normally read as better; a display hint, never a score.
  public enum Direction: String, Sendable { case up, down, none }

  public var id: String
  public var zh: String
  public var en: String
  public var unit: String
  public var kind: Kind
  public var flow: Flow
  public var tier: Tier
  /// Id of a topic.
  public var topic: String
  public var direction: Direction
  /// Definition differences seen; shown beside every comparison.
  public var variants: String?
  /// Ids of the metrics a rate can be recomputed from.
  public var numerator: String?
  public var denominator: String?

  public init(
    id: String, zh: String, en: String, unit: String, kind: Kind, flow: Flow, tier: Tier, topic: String,
    direction: Direction, variants: String? = nil, numerator: String? = nil, denominator: String? = nil
  ) {
    self.id = id
    self.zh = zh
    self.en = en
    self.unit = unit
    self.kind = kind
    self.flow = flow
    self.tier = tier
    self.topic = topic
    self.direction = direction
    self.variants = variants
    self.numerator = numerator
    self.denominator = denominator
  }
}

/// What a section of a report may be about.
public struct Topic: Equatable, Sendable {
  public var id: String
  public var zh: String
  public var en: String
  /// Id of the topic above; nil for one of the eleven.
  public var parent: String?

  public init(id: String, zh: String, en: String, parent: String?) {
    self.id = id
    self.zh = zh
    self.en = en
    self.parent = parent
  }
}
