/// Value representations (PS3.5 §6.2).
public enum VR: String, Sendable, CaseIterable {
    case ae = "AE"
    case `as` = "AS"
    case at = "AT"
    case cs = "CS"
    case da = "DA"
    case ds = "DS"
    case dt = "DT"
    case fl = "FL"
    case fd = "FD"
    case `is` = "IS"
    case lo = "LO"
    case lt = "LT"
    case ob = "OB"
    case od = "OD"
    case of = "OF"
    case ol = "OL"
    case ov = "OV"
    case ow = "OW"
    case pn = "PN"
    case sh = "SH"
    case sl = "SL"
    case sq = "SQ"
    case ss = "SS"
    case st = "ST"
    case sv = "SV"
    case tm = "TM"
    case uc = "UC"
    case ui = "UI"
    case ul = "UL"
    case un = "UN"
    case ur = "UR"
    case us = "US"
    case ut = "UT"
    case uv = "UV"

    init?(letters first: UInt8, _ second: UInt8) {
        guard let vr = VR.byLetters[UInt16(first) << 8 | UInt16(second)] else { return nil }
        self = vr
    }

    private static let byLetters: [UInt16: VR] = Dictionary(
        uniqueKeysWithValues: allCases.map { vr in
            (vr.rawValue.utf8.reduce(UInt16(0)) { $0 << 8 | UInt16($1) }, vr)
        })

    /// What values of a VR are made of.
    enum Kind: Equatable {
        case text
        /// A fixed-width binary integer.
        case integer(width: Int, signed: Bool)
        case float(width: Int)
        case tag
        /// A stream of words, `width` bytes each, which byte order applies to.
        case bytes(width: Int)
        case items
    }

    var kind: Kind {
        switch self {
        case .ae, .as, .cs, .da, .ds, .dt, .is, .lo, .lt, .pn, .sh, .st, .tm, .uc, .ui, .ur, .ut: .text
        case .us: .integer(width: 2, signed: false)
        case .ss: .integer(width: 2, signed: true)
        case .ul: .integer(width: 4, signed: false)
        case .sl: .integer(width: 4, signed: true)
        case .uv: .integer(width: 8, signed: false)
        case .sv: .integer(width: 8, signed: true)
        case .fl: .float(width: 4)
        case .fd: .float(width: 8)
        case .at: .tag
        case .ow: .bytes(width: 2)
        case .ol, .of: .bytes(width: 4)
        case .od, .ov: .bytes(width: 8)
        case .ob, .un: .bytes(width: 1)
        case .sq: .items
        }
    }

    /// Explicit VR encodings give these a 32-bit length behind two reserved bytes (PS3.5 §7.1.2, table 7.1-1).
    var hasLongLength: Bool {
        switch self {
        case .ob, .od, .of, .ol, .ov, .ow, .sq, .sv, .uc, .un, .ur, .ut, .uv: true
        default: false
        }
    }

    /// The backslash separates values, except in the VRs that are one long text (PS3.5 §6.2, §6.4).
    var isMultiValued: Bool {
        switch self {
        case .lt, .st, .ut, .ur: false
        default: true
        }
    }

    /// Specific Character Set (0008,0005) applies to these only (PS3.5 §6.1.2.2).
    var usesCharacterSet: Bool {
        switch self {
        case .lo, .lt, .pn, .sh, .st, .uc, .ut: true
        default: false
        }
    }

    /// Leading spaces carry meaning in long texts only (PS3.5 §6.2).
    var keepsLeadingSpaces: Bool { !isMultiValued }

    /// What makes an odd length even: UIDs and bytes take NUL, text takes a space (PS3.5 §6.2).
    var padding: UInt8 { kind == .text && self != .ui ? 0x20 : 0 }
}
