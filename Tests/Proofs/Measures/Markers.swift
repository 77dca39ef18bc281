import Foundation
import Glibc

/// Words that stand for a patient's data and occur nowhere else: all begin alike, so that one search finds any.
enum Markers {
    static let count = 200
    private static let beginning = "zqxmkvwp"

    /// In small letters, since what the filter looks in is kept without case.
    static func word(_ number: Int) -> String { beginning + String(format: "%03d", number) }

    /// How a marker may lie in a file: as it is, in both orders of UTF-16, in base64 at each of its three positions.
    private static let forms: [(name: String, bytes: [UInt8])] = {
        let plain = Array(beginning.utf8)
        let wide = plain.flatMap { [$0, UInt8(0)] }
        var forms: [(name: String, bytes: [UInt8])] = [
            ("UTF-8", plain), ("UTF-16LE", wide), ("UTF-16BE", Array([0] + wide.dropLast())),
        ]
        for position in 0..<3 {
            let coded = Array(Data([UInt8](repeating: 0x20, count: position) + plain).base64EncodedString().utf8)
            // The first and last characters hold bits of what stands beside the word.
            let start = (position * 8 + 5) / 6
            let end = (position + plain.count) * 8 / 6
            forms.append(("base64", Array(coded[start..<end])))
        }
        return forms
    }()

    struct Hit: Hashable, CustomStringConvertible {
        var file: String
        var form: String
        /// Where it can be told.
        var number: Int?

        var description: String { "\(number.map(word) ?? "a marker") as \(form) in \(file)" }
    }

    struct Search {
        var hits: Set<Hit> = []
        var files = 0
        var bytes = 0
        var numbers: Set<Int> { Set(hits.compactMap(\.number)) }
    }

    /// Looks through all files below a folder, whoever made them.
    static func search(_ folder: String) throws -> Search {
        var search = Search()
        for file in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            var status = stat()
            guard lstat("\(folder)/\(file)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            // One that went meanwhile is not on the disk any more.
            guard let data = try? Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)")) else { continue }
            search.files += 1
            search.bytes += data.count
            for (name, bytes) in forms {
                for number in occurrences(of: bytes, in: data) {
                    search.hits.insert(Hit(file: file, form: name, number: name == "UTF-8" ? number : nil))
                }
            }
            // A file's name is on the disk too.
            if file.contains(beginning) { search.hits.insert(Hit(file: file, form: "a file name", number: nil)) }
        }
        return search
    }

    /// The three digits behind each occurrence; -1 where there are none.
    private static func occurrences(of needle: [UInt8], in data: Data) -> [Int] {
        data.withUnsafeBytes { haystack in
            guard let base = haystack.baseAddress else { return [] }
            var found: [Int] = []
            var from = 0
            while from + needle.count <= haystack.count,
                let place = memchr(base + from, Int32(needle[0]), haystack.count - from - needle.count + 1)
            {
                let start = UnsafeRawPointer(place) - base
                guard memcmp(base + start, needle, needle.count) == 0 else {
                    from = start + 1
                    continue
                }
                let after = start + needle.count
                let digits = haystack[after..<min(after + 3, haystack.count)]
                found.append(Int(String(decoding: digits, as: UTF8.self)) ?? -1)
                from = after
            }
            return found
        }
    }
}
