import Foundation
import LocalStore
import Radiology

/// An event of the audit as a DICOM audit message (PS3.15 §A.5), the form IHE ATNA repositories take.
struct AuditMessage {
    let event: AuditEvent
    /// Who keeps the audit: the reader's organization.
    let source: String

    var xml: String {
        """
        <AuditMessage>
        \(identification)
        <ActiveParticipant UserID=\(quoted(event.reader)) UserIsRequestor="true"/>
        <AuditSourceIdentification AuditSourceID=\(quoted(source))><AuditSourceTypeCode csd-code="1" \
        codeSystemName="DCM" originalText="End-user display device"/></AuditSourceIdentification>
        \(participants)</AuditMessage>

        """
    }

    private var identification: String {
        let meaning = meaning
        let type = meaning.type.map { "<EventTypeCode \(code($0))/>" } ?? ""
        return "<EventIdentification EventActionCode=\"\(meaning.action)\" EventDateTime=\"\(moment)\" "
            + "EventOutcomeIndicator=\"\(event.kind == .unlockFailed ? 4 : 0)\"><EventID \(code(meaning.event))/>\(type)</EventIdentification>"
    }

    /// ISO 8601, UTC, with milliseconds.
    private var moment: String {
        let date = Date(timeIntervalSince1970: Double(event.at.millisecondsSince1970) / 1000)
        return date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    private var participants: String {
        guard let study = event.study else { return "" }
        return """
            <ParticipantObjectIdentification ParticipantObjectID=\(quoted(study.rawValue)) \
            ParticipantObjectTypeCode="2" ParticipantObjectTypeCodeRole="3"><ParticipantObjectIDTypeCode \
            \(code(("110180", "Study Instance UID")))/>\(detail)</ParticipantObjectIdentification>

            """
    }

    private var detail: String {
        guard !event.detail.isEmpty else { return "" }
        let value = Data(event.detail.utf8).base64EncodedString()
        return "<ParticipantObjectDetail type=\(quoted(event.kind.rawValue)) value=\"\(value)\"/>"
    }

    private typealias Code = (value: String, text: String)

    /// Event, kind of access and action (CID 400 and 401).
    private var meaning: (event: Code, type: Code?, action: String) {
        let procedure = ("110111", "Procedure Record")
        return switch event.kind {
        case .started: (("110100", "Application Activity"), ("110120", "Application Start"), "E")
        case .opened: (("110103", "DICOM Instances Accessed"), nil, "R")
        case .signed: (("110103", "DICOM Instances Accessed"), nil, "C")
        case .filed: (("110104", "DICOM Instances Transferred"), nil, "E")
        case .unlockFailed: (("110114", "User Authentication"), ("110122", "Login"), "E")
        case .exported: (("110101", "Audit Log Used"), nil, "R")
        case .claimed, .released, .claimLost, .draftDiscarded, .acknowledged, .communicated, .restored,
            .lost, .filedAgain, .resolved:
            (procedure, nil, "U")
        }
    }

    private func code(_ code: Code) -> String {
        "csd-code=\"\(code.value)\" codeSystemName=\"DCM\" originalText=\"\(code.text)\""
    }

    private func quoted(_ text: String) -> String {
        // Code point by code point: a mark that combines with a quotation mark makes one character of both.
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case "\"": "&quot;"
            default: String(scalar)
            }
        }
        return "\"\(escaped.joined())\""
    }
}
