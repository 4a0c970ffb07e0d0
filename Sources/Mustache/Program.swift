/// Compiled templates: one flat list of instructions over the templates' own bytes.
struct Program: Sendable {
  /// Where a value is found.
  enum Reference {
    /// A field of one of the records that are open.
    case slot(frame: Int, slot: Int)
    /// Further fields below one, from `paths`.
    case path(Int)
    /// The innermost context itself.
    case dot
    /// Looked up while rendering, from `names`.
    case name(Int)
  }

  /// What a section puts in front of the names around it.
  enum Opening {
    /// Only what `.` is.
    case dot
    /// A record. If one of the same shape is open already, the inner one hides it and takes its place, so
    /// that the number of open records is known when a partial calls itself.
    case frame(replacing: Int?)
    /// Any value, for names looked up while rendering.
    case scope
  }

  enum Instruction {
    /// Bytes of `pool`.
    case text(Int, Int)
    /// The indentation of the partials that are open.
    case indent
    case escaped(Reference)
    case raw(Reference)
    /// `end` is the index of its `sectionEnd`.
    case section(Reference, Opening, end: Int)
    case sectionEnd
    /// Goes on at `end` when the value is truthy.
    case inverted(Reference, end: Int)
    /// An index into `calls`.
    case call(Int)
    /// The routine is chosen from `choices` by the text of a value.
    case dynamicCall(Reference, choices: Int, call: Int)
    case end
  }

  enum Indentation {
    /// Inside the line of the caller: nothing is put in front of lines.
    case none
    case same
    /// Bytes of `pool`, after those of the caller.
    case add(Range<Int>)
  }

  struct Call {
    var routine: Int
    var indentation: Indentation
    /// Where the tag is.
    let template: Int
    let offset: Int
  }

  struct Path {
    let frame: Int
    let slots: [Int]
  }

  /// The bytes of all templates, one after the other.
  var pool: [UInt8] = []
  var code: [Instruction] = []
  /// Index of each routine's first instruction.
  var entries: [Int] = []
  /// The template of each routine, for messages.
  var routineNames: [String] = []
  var calls: [Call] = []
  var choices: [[String: Int]] = []
  var paths: [Path] = []
  /// The parts of each name, as UTF-8.
  var names: [[[UInt8]]] = []
  /// For messages.
  var sources: [TemplateSource] = []
}
