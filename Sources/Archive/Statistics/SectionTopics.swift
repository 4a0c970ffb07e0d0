/// What a section is about and what part of the report it is.
public struct SectionTopics: Equatable, Sendable {
  /// Id of a topic of either level; nil when nothing tells: unclassified is an answer.
  public var topic: String?
  /// Ids of roles: achievements, problems, leader_duty, plan ...; a heading may hold two.
  public var roles: [String]

  public init(topic: String?, roles: [String]) {
    self.topic = topic
    self.roles = roles
  }
}
