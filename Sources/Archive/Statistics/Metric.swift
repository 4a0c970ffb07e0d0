/// A measure that reports state, as the vocabulary defines it. A class, since every value shown asks for its own.
public final class Metric: Sendable {
  public enum Kind: String, Sendable { case count, rate, amount }
  public enum Flow: String, Sendable { case flow, stock, rate }
  public enum Tier: String, Sendable { case core, common, occasional }
  /// Which way is normally read as better; a display hint, never a score.
  public enum Direction: String, Sendable { case up, down, none }

  public let id: String
  public let zh: String
  public let en: String
  public let unit: String
  public let kind: Kind
  public let flow: Flow
  public let tier: Tier
  /// Id of a topic.
  public let topic: String
  public let direction: Direction
  /// Definition differences seen; shown beside every comparison.
  public let variants: String?
  /// The same in Chinese.
  public let variantsZh: String?
  /// Ids of the metrics a rate can be recomputed from.
  public let numerator: String?
  public let denominator: String?

  public init(
    id: String, zh: String, en: String, unit: String, kind: Kind, flow: Flow, tier: Tier, topic: String,
    direction: Direction, variants: String? = nil, variantsZh: String? = nil, numerator: String? = nil,
    denominator: String? = nil
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
    self.variantsZh = variantsZh
    self.numerator = numerator
    self.denominator = denominator
  }
}

/// What a section of a report may be about. A class like `Metric`.
public final class Topic: Sendable {
  public let id: String
  public let zh: String
  public let en: String
  /// Id of the topic above; nil for one of the eleven.
  public let parent: String?

  public init(id: String, zh: String, en: String, parent: String?) {
    self.id = id
    self.zh = zh
    self.en = en
    self.parent = parent
  }
}
