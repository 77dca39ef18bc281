/// Fixed-size fields, big-endian, in the order they are written.
struct OctetWriter {
    private(set) var octets: [UInt8] = []

    mutating func write(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.bigEndian) { octets.append(contentsOf: $0) }
    }

    mutating func write(_ bytes: [UInt8]) { octets += bytes }
}

struct OctetReader {
    private var rest: ArraySlice<UInt8>

    init(_ octets: some Sequence<UInt8>) { rest = Array(octets)[...] }

    mutating func read(_ count: Int) -> [UInt8]? {
        guard count >= 0, rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    mutating func read<Value: FixedWidthInteger>(_ type: Value.Type) -> Value? {
        read(Value.bitWidth / 8)?.reduce(0) { $0 << 8 | Value(truncatingIfNeeded: $1) }
    }
}
