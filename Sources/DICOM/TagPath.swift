/// Where in a data set something is: tags from the outside in, with item numbers (from 1) for sequences.
///
/// A path names attributes, never their values, so it can be logged.
public struct TagPath: Hashable, Sendable, CustomStringConvertible {
    public struct Step: Hashable, Sendable {
        public let tag: Tag
        /// The item of a sequence, counted from 1; nil where the attribute itself is meant.
        public let item: Int?

        public init(_ tag: Tag, item: Int? = nil) {
            self.tag = tag
            self.item = item
        }
    }

    public private(set) var steps: [Step]

    public init(_ steps: [Step] = []) {
        self.steps = steps
    }

    public init(_ tag: Tag) {
        steps = [Step(tag)]
    }

    public var depth: Int { steps.count }

    public func appending(_ tag: Tag, item: Int? = nil) -> TagPath {
        TagPath(steps + [Step(tag, item: item)])
    }

    mutating func enter(_ tag: Tag, item: Int) {
        steps.append(Step(tag, item: item))
    }

    mutating func leave() {
        steps.removeLast()
    }

    public var description: String {
        steps.isEmpty
            ? "the data set"
            : steps.map { $0.tag.description + ($0.item.map { "[\($0)]" } ?? "") }.joined()
    }
}
