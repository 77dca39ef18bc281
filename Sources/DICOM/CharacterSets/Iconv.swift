import Glibc

/// The C library's converter from one encoding to UTF-8.
final class Iconv {
    private let handle: iconv_t

    /// Nil when the C library does not know the encoding.
    init?(from encoding: String) {
        let handle = iconv_open("UTF-8", encoding)
        // iconv_open reports failure as the pointer -1.
        guard let handle, handle != iconv_t(bitPattern: -1) else { return nil }
        self.handle = handle
    }

    deinit {
        iconv_close(handle)
    }

    /// What cannot be decoded becomes U+FFFD, byte by byte.
    func decode(_ bytes: [UInt8]) -> (text: String, isRepaired: Bool) {
        iconv(handle, nil, nil, nil, nil)
        var input = bytes.map { CChar(bitPattern: $0) }
        // No encoding here takes one byte to more than four of UTF-8; a replaced byte takes three.
        var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
        var isRepaired = false
        let written = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { convert(input, to: $0, &isRepaired) }
        }
        return (String(decoding: output[..<written].map { UInt8(bitPattern: $0) }, as: UTF8.self), isRepaired)
    }

    private func convert(
        _ input: UnsafeMutableBufferPointer<CChar>, to output: UnsafeMutableBufferPointer<CChar>,
        _ isRepaired: inout Bool
    ) -> Int {
        var (source, sourceLeft) = (input.baseAddress, input.count)
        var (target, targetLeft) = (output.baseAddress, output.count)
        while sourceLeft > 0 {
            if iconv(handle, &source, &sourceLeft, &target, &targetLeft) != -1 { break }
            guard sourceLeft > 0, targetLeft >= 3, errno != E2BIG else { break }
            isRepaired = true
            for byte: UInt8 in [0xEF, 0xBF, 0xBD] {
                target?.pointee = CChar(bitPattern: byte)
                target = target?.advanced(by: 1)
            }
            targetLeft -= 3
            source = source?.advanced(by: 1)
            sourceLeft -= 1
        }
        // Some encodings keep a character back until they are told that nothing follows.
        iconv(handle, nil, nil, &target, &targetLeft)
        return output.count - targetLeft
    }
}
