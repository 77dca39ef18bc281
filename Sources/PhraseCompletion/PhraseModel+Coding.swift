/// Why stored bytes are no phrase model. The model is then made again from the reports.
public enum PhraseModelProblem: Error, Equatable, Sendable, CustomStringConvertible {
    case notAModel
    case otherVersion(UInt32)
    case damaged

    public var description: String {
        switch self {
        case .notAModel: "These bytes are no phrase model."
        case .otherVersion(let version): "The phrase model has version \(version), which this program does not read."
        case .damaged: "The phrase model is damaged."
        }
    }
}

/// Layout, all numbers 32 bits little-endian: magic, version, checksum of the rest; then counts of tokens known, sorted
/// tokens, reports, places, sorted places; lengths and bytes of tokens, report counts, tokens by place, sources, order,
/// escapes (bit patterns).
extension PhraseModel {
    private static let magic: UInt32 = 0x5068_724D
    private static let version: UInt32 = 1

    /// The model as bytes, which hold what the reports say: they belong in the encrypted store and nowhere else.
    public func encoded() -> [UInt8] {
        let words = index.vocabulary
        var body = ByteWriter()
        for count in [words.count, words.sortedCount, index.reportCount, index.tokens.count, index.order.count] {
            body.write(UInt32(count))
        }
        for token in 0..<words.count { body.write(UInt32(words.length(of: TokenID(token)))) }
        body.bytes += words.bytes + words.reportCounts
        for token in index.tokens { body.write(UInt32(token)) }
        body.bytes += index.sources.map(\.rawValue)
        for place in index.order { body.write(UInt32(place)) }
        for escape in escapes.escapes { body.write(escape.bitPattern) }
        var result = ByteWriter()
        for number in [Self.magic, Self.version, Checksum.of(body.bytes[...])] { result.write(number) }
        return result.bytes + body.bytes
    }

    /// - Throws: `PhraseModelProblem`.
    public init(decoding bytes: [UInt8]) throws {
        var reader = ByteReader(bytes)
        guard bytes.count >= 12, try reader.number() == Self.magic else { throw PhraseModelProblem.notAModel }
        let version = try reader.number()
        guard version == Self.version else { throw PhraseModelProblem.otherVersion(version) }
        guard try reader.number() == Checksum.of(bytes[12...]) else { throw PhraseModelProblem.damaged }
        try self.init(reading: &reader)
    }

    private init(reading reader: inout ByteReader) throws {
        let known = try reader.count(), sorted = try reader.count(), reports = try reader.count()
        let places = try reader.count(), ordered = try reader.count()
        let lengths = try (0..<known).map { _ in try reader.count() }
        let texts = try lengths.map { try Array(reader.take($0)) }
        let reportCounts = try Array(reader.take(known))
        let tokens = try (0..<places).map { _ in try reader.index(below: known) }
        let sources = try reader.take(reports).map { byte in
            guard let source = ReportSource(rawValue: byte) else { throw PhraseModelProblem.damaged }
            return source
        }
        let order = try (0..<ordered).map { _ in try reader.index(below: places) }
        let escapes = try (0..<EscapeTable.bucketCount).map { _ in Float(bitPattern: try reader.number()) }
        guard let vocabulary = Vocabulary(texts, sortedCount: sorted, reportCounts: reportCounts),
            let table = EscapeTable(escapes: escapes), ordered <= places, reader.isAtEnd,
            places == 0 || tokens[0] == .reportStart, tokens.count(where: { $0 == .reportStart }) == reports,
            order.allSatisfy({ $0 < ordered }), ordered == places || tokens[ordered] == .reportStart
        else { throw PhraseModelProblem.damaged }
        self.init(
            index: ReportIndex(vocabulary: vocabulary, tokens: tokens, sources: sources, order: order), escapes: table)
    }
}

private struct ByteWriter {
    var bytes: [UInt8] = []

    mutating func write(_ number: UInt32) {
        for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
    }
}

private struct ByteReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
        guard count <= bytes.count - position else { throw PhraseModelProblem.damaged }
        position += count
        return bytes[position - count..<position]
    }

    mutating func number() throws -> UInt32 {
        try take(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// A number of things of which each takes at least a byte here: so none can make us reserve more than was given.
    mutating func count() throws -> Int {
        let count = Int(try number())
        guard count <= bytes.count else { throw PhraseModelProblem.damaged }
        return count
    }

    mutating func index(below bound: Int) throws -> Int32 {
        let index = Int(try number())
        guard index < bound else { throw PhraseModelProblem.damaged }
        return Int32(index)
    }
}

/// FNV-1a: finds damage, not forgery; the store's encryption is against that.
private enum Checksum {
    static func of(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reduce(0x811c_9dc5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    }
}
