/// multipart/related bodies (RFC 2387), as DICOMweb sends and takes instances (PS3.18 §8.6.1.2).
enum Multipart {
    /// One part of type `application/dicom`.
    static func body(_ document: [UInt8], boundary: String) -> [UInt8] {
        Array("--\(boundary)\r\nContent-Type: application/dicom\r\n\r\n".utf8) + document
            + Array("\r\n--\(boundary)--\r\n".utf8)
    }

    /// The parts' contents; `nil` if the body is not what its content type says.
    ///
    /// - Parameter contentType: the header, with the boundary quoted or not.
    static func parts(of body: [UInt8], contentType: String) -> [[UInt8]]? {
        guard let boundary = boundary(in: contentType) else { return nil }
        let marker = Array("--\(boundary)".utf8)
        let places = occurrences(of: marker, in: body)
        guard places.count >= 2 else { return nil }
        var parts: [[UInt8]] = []
        for (place, next) in zip(places, places.dropFirst()) {
            guard let part = content(of: body[(place + marker.count)..<next]) else { return nil }
            parts.append(part)
        }
        return parts
    }

    static func boundary(in contentType: String) -> String? {
        for parameter in contentType.split(separator: ";").dropFirst() {
            let pair = parameter.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].trimmingPrefix(while: \.isWhitespace).lowercased() == "boundary"
            else { continue }
            let value = pair[1].filter { $0 != "\"" && !$0.isWhitespace }
            return value.isEmpty ? nil : String(value)
        }
        return nil
    }

    /// Boundaries at the start of a line; the bytes of a document may hold the same letters elsewhere.
    private static func occurrences(of marker: [UInt8], in body: [UInt8]) -> [Int] {
        var places: [Int] = []
        var index = 0
        while index + marker.count <= body.count {
            let atLineStart = index == 0 || body[index - 1] == UInt8(ascii: "\n")
            if atLineStart, body[index] == marker[0], body[index..<(index + marker.count)].elementsEqual(marker) {
                places.append(index)
                index += marker.count
            } else {
                index += 1
            }
        }
        return places
    }

    /// A part without its headers and the line end before the next boundary.
    private static func content(of part: ArraySlice<UInt8>) -> [UInt8]? {
        let separator = Array("\r\n\r\n".utf8)
        var index = part.startIndex
        while index + separator.count <= part.endIndex {
            if part[index..<(index + separator.count)].elementsEqual(separator) {
                let end = part.endIndex - (part.suffix(2).elementsEqual([13, 10]) ? 2 : 0)
                let start = index + separator.count
                return start <= end ? Array(part[start..<end]) : []
            }
            index += 1
        }
        return nil
    }
}
