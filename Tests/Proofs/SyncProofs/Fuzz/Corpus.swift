import DICOM
import ReferenceServer
import ReportTemplates

/// Real inputs to begin with, made when they are needed: the demonstration's studies, the shipped templates.
enum Corpus {
    private static let world = DemoWorld(year: 2026, month: 11, day: 21, secondsOfDay: 33_240)

    static var part10Files: [[UInt8]] {
        let instances = world.archive.instances
        let reports = instances.filter { $0.dataSet.string(.modality) == "SR" }.prefix(3)
        let headers = (instances.prefix(3) + reports).compactMap {
            try? Part10File(dataSet: header($0.dataSet)).encode()
        }
        let whole = (instances.prefix(1) + reports.prefix(1)).compactMap { try? $0.bytes() }
        return headers + whole + nestedFiles + namedFiles.prefix(2)
    }

    /// Of an image what is not its pixels: they are most of the file, and no parser looks into them.
    private static func header(_ dataSet: DataSet) -> DataSet {
        var header = dataSet
        if header.contains(.pixelData) { header.set(.pixelData, .bytes([0, 0, 1, 0, 2, 0, 3, 0])) }
        return header
    }

    /// Sequences in sequences, short.
    private static var nestedFiles: [[UInt8]] {
        let workitems = world.archive.workitems.prefix(2).compactMap { try? Part10File(dataSet: $0).encode() }
        var item = DataSet()
        item.set(.patientID, "P1")
        for _ in 0..<4 {
            var outer = DataSet()
            outer.set(.patientName, "Roe^Rita")
            outer.set(.procedureCodeSequence, items: [item, DataSet()])
            item = outer
        }
        return workitems + [item].compactMap { try? Part10File(dataSet: $0).encode() }
    }

    static var jsonTexts: [[UInt8]] {
        let sets = world.archive.instances.prefix(4).map { header($0.dataSet) } + world.archive.workitems.prefix(2)
        let short = Array(#"[{"00100010":{"vr":"PN","Value":[{"Alphabetic":"Roe^Rita"}]}}]"#.utf8)
        return sets.compactMap { try? DataSet.toJSON([$0]) } + [short, Array("[]".utf8)]
    }

    static var mrrtFiles: [[UInt8]] {
        let shipped = TemplateLibrary.shipped.templates.filter { $0.sections.count > 0 }.prefix(5)
        let small = smallTemplates.compactMap { try? Template.read(bracketFile: $0, name: "small") }
        return (small + shipped).map { Array($0.mrrt().utf8) }
    }

    static var bracketFiles: [[UInt8]] {
        smallTemplates.map { Array($0.utf8) }
            + TemplateLibrary.shipped.templates.prefix(5).map { Array($0.bracketFile().utf8) }
    }

    private static let smallTemplates = [
        "# title: Normal chest\n\nHeart [normal* | enlarged]. Nodule [# mm]. [.asked]\n",
        "# title: Chest, mine\n# modality: DX, CR\n# body: chest\n\nFINDINGS:\nLungs: [Clear.]\n"
            + "Heart: [normal* | enlarged]. Nodule of [# mm]. {the largest one}\nIMPRESSION:\n[<multiline> Normal.]\n",
        "INDICATION:\n[<indication>]\n\nFINDINGS:\nSeen in [left lung; right lung*; pleura].\n"
            + "Spleen measures [# cm 0..20 = 11] on [<date>].\n[<check> Incomplete study], [<multiline>] at [<time>]\n",
    ]

    /// A name in each character set with code extensions, byte by byte as PS3.5 annexes H to K show them.
    static var namedFiles: [[UInt8]] {
        let yamada: [UInt8] =
            Array("Yamada^Tarou=".utf8) + [0x1B, 0x24, 0x42, 0x3B, 0x33, 0x45, 0x44, 0x1B, 0x28, 0x42, 0x5E]
            + [0x1B, 0x24, 0x42, 0x42, 0x40, 0x4F, 0x3A, 0x1B, 0x28, 0x42]
        let hong: [UInt8] =
            Array("Hong^Gildong=".utf8) + [0x1B, 0x24, 0x29, 0x43, 0xFB, 0xF3, 0x5E, 0x1B, 0x24, 0x29]
            + [0x43, 0xD1, 0xCE, 0xD4, 0xD7]
        let wang: [UInt8] = Array("Wang^XiaoDong=".utf8) + [0xCD, 0xF5, 0x5E, 0xD0, 0xA1, 0xB6, 0xAB]
        return [
            file("\\ISO 2022 IR 87", yamada), file("\\ISO 2022 IR 149", hong), file("GB18030", wang),
            file("GBK", wang), file("\\ISO 2022 IR 58", wang), file("\\ISO 2022 IR 159", yamada),
            file("ISO_IR 100", [0x42, 0x75, 0x63, 0x5E, 0x4A, 0xE9, 0x72, 0xF4, 0x6D, 0x65]),
            file("ISO_IR 192", Array("Yamada^Tarou=山田^太郎".utf8)),
            file("ISO_IR 13", [0xD4, 0xCF, 0xC0, 0xDE, 0x5E, 0xC0, 0xDB, 0xB3]),
            file("ISO_IR 144", [0xBB, 0xEE, 0xDA, 0x63, 0xD5, 0xDC, 0xD1, 0xE4]),
        ]
    }

    /// Explicit VR Little Endian with a character set, a name and a description.
    private static func file(_ set: String, _ name: [UInt8]) -> [UInt8] {
        let syntax = element(0x0002, 0x0010, "UI", Array("1.2.840.10008.1.2.1\0".utf8))
        let length = UInt32(syntax.count)
        let meta = element(0x0002, 0x0000, "UL", (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }) + syntax
        return [UInt8](repeating: 0, count: 128) + Array("DICM".utf8) + meta
            + element(0x0008, 0x0005, "CS", Array(set.utf8)) + element(0x0008, 0x1030, "LO", name)
            + element(0x0010, 0x0010, "PN", name) + element(0x0010, 0x0020, "LO", Array("P1".utf8))
    }

    private static func element(_ group: UInt16, _ number: UInt16, _ vr: String, _ value: [UInt8]) -> [UInt8] {
        let padded = value.count % 2 == 0 ? value : value + [vr == "UI" ? 0 : 0x20]
        func little(_ number: UInt16) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8)] }
        return little(group) + little(number) + Array(vr.utf8) + little(UInt16(padded.count)) + padded
    }
}
