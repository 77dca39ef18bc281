internal import CTemplates

/// Templates to choose from.
public struct TemplateLibrary: Hashable, Sendable {
    public var templates: [Template]
    /// What a site decided, before any scoring.
    public var rules: [ChoiceRule]

    public init(_ templates: [Template], rules: [ChoiceRule] = []) {
        self.templates = templates
        self.rules = rules
    }

    /// The library with others before it: a reader's own templates win where they fit as well.
    public func adding(_ more: [Template]) -> TemplateLibrary {
        let replaced = Set(more.map(\.identifier))
        return TemplateLibrary(more + templates.filter { !replaced.contains($0.identifier) }, rules: rules)
    }

    public func template(identifier: String) -> Template? {
        templates.first { $0.identifier == identifier }
    }

    /// The templates built into the program.
    public static let shipped = TemplateLibrary(shippedFiles.compactMap { try? Template.read(mrrt: $0.bytes).template })

    /// The files the shipped templates are read from; a test holds that each of them reads without a deviation.
    static var shippedFiles: [(name: String, bytes: [UInt8])] {
        (0..<ct_count()).map { index in
            let bytes = UnsafeBufferPointer(start: ct_bytes(index), count: ct_length(index))
            return (ct_name(index).map { String(cString: $0) } ?? "", Array(bytes))
        }
    }

    /// The template for what fits no other: nothing but headings.
    public static let plainReportIdentifier = "urn:readroom:template:plain-report"
    public static let addendumIdentifier = "urn:readroom:template:addendum"

    /// The plain report; one made of headings where a library lacks it, so that a report can always begin.
    public var plainReport: Template {
        template(identifier: TemplateLibrary.plainReportIdentifier) ?? TemplateLibrary.bareReport
    }

    /// The addendum; one made of a heading where a library lacks it.
    public var addendum: Template {
        template(identifier: TemplateLibrary.addendumIdentifier) ?? TemplateLibrary.bareAddendum
    }

    private static let bareReport = Template(
        identifier: plainReportIdentifier, title: "Plain report",
        sections: ["Findings", "Impression"].enumerated().map { index, title in
            Section(id: Section.ID(rawValue: "\(index + 1)"), title: title, isRequired: true)
        })

    private static let bareAddendum = Template(
        identifier: addendumIdentifier, title: "Addendum", purpose: .addendum,
        sections: [Section(id: Section.ID(rawValue: "1"), title: "Addendum", isRequired: true)])
}
