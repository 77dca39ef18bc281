/// Reads what a program wrote to a terminal, byte by byte, and allows only what curses and we ourselves write.
struct OutputAudit {
    private enum State {
        case plain, escape
        case sequence([UInt8])
        case designation
    }

    private var state = State.plain
    private var pending: [UInt8] = []
    private(set) var offences: [String] = []
    private(set) var sequences = 0
    private(set) var bytes = 0

    /// What may follow `ESC [`, by its final byte: cursor, erasing, scrolling, colours, modes.
    private static let finals = Set("ABCDEFGHJKLMPSTXZ@`abdefghlmrtu".utf8)
    /// Modes we set: cursor keys, cursor, wrap, alternate screen, its older forms, focus, mouse off, paste.
    private static let privateModes: Set<String> = [
        "1", "7", "12", "25", "12;25", "1049", "1047", "1048", "47", "1000", "1004", "1006", "1006;1000", "2004", "69",
    ]

    mutating func read(_ chunk: some Sequence<UInt8>) {
        for byte in chunk { read(byte) }
    }

    private mutating func read(_ byte: UInt8) {
        bytes += 1
        switch state {
        case .plain: plain(byte)
        case .escape: escape(byte)
        case .sequence(let parameters): sequence(byte, parameters)
        case .designation: state = .plain
        }
    }

    private mutating func plain(_ byte: UInt8) {
        if !pending.isEmpty || byte >= 0x80 { return wide(byte) }
        switch byte {
        case 0x1B: state = .escape
        case 0x20..<0x7F, 0x08, 0x09, 0x0A, 0x0D: break
        // Shift in and out, where an old terminal draws its lines with them.
        case 0x0E, 0x0F: break
        default: offend("the control \(byte)")
        }
    }

    /// A character of several bytes: C1 controls come as two.
    private mutating func wide(_ byte: UInt8) {
        if byte < 0x80 || byte >= 0xC0, !pending.isEmpty {
            pending = []
            offend("a broken character")
            return plain(byte)
        }
        pending.append(byte)
        let length = pending[0] >= 0xF0 ? 4 : pending[0] >= 0xE0 ? 3 : 2
        guard pending.count >= length else { return }
        let text = String(decoding: pending, as: UTF8.self)
        pending = []
        if let scalar = ScreenAudit.offender(in: text) { offend("U+\(String(scalar.value, radix: 16))") }
    }

    private mutating func escape(_ byte: UInt8) {
        sequences += 1
        state = .plain
        switch byte {
        case UInt8(ascii: "["): state = .sequence([])
        case UInt8(ascii: "("), UInt8(ascii: ")"): state = .designation
        // Save and restore the cursor, keypad modes, reverse index, tab stop.
        case UInt8(ascii: "7"), UInt8(ascii: "8"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "M"): break
        default: offend("ESC \(Unicode.Scalar(byte))")
        }
    }

    private mutating func sequence(_ byte: UInt8, _ parameters: [UInt8]) {
        guard byte >= 0x40 else {
            state = .sequence(parameters + [byte])
            if byte < 0x20 || parameters.count > 40 { offend("a broken sequence") }
            return
        }
        state = .plain
        let text = String(decoding: parameters, as: UTF8.self)
        if text.hasPrefix("?") {
            guard OutputAudit.privateModes.contains(String(text.dropFirst())), byte == 0x68 || byte == 0x6C else {
                return offend("mode \(text)")
            }
        } else if !OutputAudit.finals.contains(byte) || !isModest(text) {
            // `CSI > … m` and `CSI 22;0;0 t` are known ways of saving the title; only those forms pass.
            let isTitle = byte == 0x74 && ["22;0;0", "23;0;0"].contains(text)
            if !isTitle { offend("CSI \(text)\(Unicode.Scalar(byte))") }
        }
    }

    /// Numbers below a thousand, and nothing else.
    private func isModest(_ parameters: String) -> Bool {
        parameters.split(separator: ";", omittingEmptySubsequences: true).allSatisfy { part in
            part.count <= 3 && part.allSatisfy { $0.isASCII && $0.isNumber }
        }
    }

    private mutating func offend(_ what: String) {
        if offences.count < 10 { offences.append("byte \(bytes): \(what)") }
    }
}
