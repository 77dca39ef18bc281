/// multipart/related bodies (RFC 2387): what STOW-RS brings and WADO-RS sends (PS3.18 §8.6.1.2).
enum MultipartBody {
    /// The contents of the parts; `nil` if the header names no boundary or the body does not hold it twice.
    static func parts(of body: [UInt8], contentType: String) -> [[UInt8]]? {
        guard let boundary = parameter("boundary", of: contentType) else { return nil }
        let delimiter = Array("--\(boundary)".utf8)
        let starts = lineStarts(of: delimiter, in: body)
        guard starts.count > 1 else { return nil }
        return (0..<(starts.count - 1)).compactMap { number in
            payload(body[(starts[number] + delimiter.count)..<starts[number + 1]])
        }
    }

    static func body(_ instances: [[UInt8]], boundary: String) -> [UInt8] {
        var body: [UInt8] = []
        for instance in instances {
            body += Array("--\(boundary)\r\nContent-Type: application/dicom\r\n\r\n".utf8)
            body += instance
            body += [0x0D, 0x0A]
        }
        return body + Array("--\(boundary)--\r\n".utf8)
    }

    /// A parameter of a content type, with or without quotation marks.
    static func parameter(_ name: String, of contentType: String) -> String? {
        let wanted = name + "="
        for piece in contentType.split(separator: ";") {
            let text = piece.drop { $0 == " " }
            guard text.lowercased().hasPrefix(wanted) else { continue }
            let value = text.dropFirst(wanted.count).filter { $0 != "\"" }
            return value.isEmpty ? nil : value
        }
        return nil
    }

    private static func lineStarts(of delimiter: [UInt8], in body: [UInt8]) -> [Int] {
        var starts: [Int] = []
        var lineStart = 0
        while lineStart <= body.count - delimiter.count {
            if body[lineStart...].starts(with: delimiter) { starts.append(lineStart) }
            guard let end = body[lineStart...].firstIndex(of: 0x0A) else { break }
            lineStart = end + 1
        }
        return starts
    }

    /// Behind the empty line that ends a part's headers, without the line end that belongs to the next delimiter.
    private static func payload(_ part: ArraySlice<UInt8>) -> [UInt8]? {
        let emptyLine: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
        var at = part.startIndex
        while at + 4 <= part.endIndex {
            if part[at..<(at + 4)].elementsEqual(emptyLine) {
                return Array(part[(at + 4)...].dropLast(2))
            }
            at += 1
        }
        return nil
    }
}
