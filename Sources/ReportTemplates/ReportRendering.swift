public import Radiology

/// A section as the report shows it.
public struct RenderedSection: Hashable, Sendable {
    public var id: Section.ID
    public var role: SectionRole?
    public var title: String
    public var text: String

    /// The section as the domain knows it, its heading coded.
    public var reportSection: ReportSection {
        ReportSection(concept: role?.concept, title: title, text: text)
    }
}

extension ReportContent {
    /// The sections that say something, in the order of the document.
    ///
    /// Labels of empty controls, instructions, hints and sections without text are left out.
    public func sections() -> [RenderedSection] {
        let writer = SectionText(content: self)
        return template.sections.flatMap { promoted($0) }.compactMap { section in
            let text = writer.text(of: section)
            guard !text.isEmpty else { return nil }
            return RenderedSection(id: section.id, role: section.role, title: section.title, text: text)
        }
    }

    /// The whole report as text of at most `width` columns, the same for the same content.
    public func plainText(width: Int = 76) -> String {
        let blocks = sections().map { section -> String in
            let lines = section.text.split(separator: "\n", omittingEmptySubsequences: false)
                .flatMap { PlainText.wrapped(String($0), width: width) }
            let title = section.title.isEmpty ? [] : PlainText.wrapped(section.title.uppercased(), width: width)
            return (title + lines).joined(separator: "\n")
        }
        return blocks.isEmpty ? "" : blocks.joined(separator: "\n\n") + "\n"
    }

    /// A nameless section that only holds named ones is a wrapper: what it holds stands for itself.
    private func promoted(_ section: Section) -> [Section] {
        guard section.title.isEmpty else { return [section] }
        let hasNamed = section.elements.contains { if case .section = $0 { true } else { false } }
        guard hasNamed else { return [section] }
        var rest = section
        var result: [Section] = []
        rest.elements = []
        for element in section.elements {
            if case .section(let nested) = element {
                if !rest.elements.isEmpty { result.append(ownText(of: rest, isLast: false)) }
                rest.elements = []
                result += promoted(nested)
            } else {
                rest.elements.append(element)
            }
        }
        return result + [ownText(of: rest, isLast: true)]
    }

    /// A part of a wrapper; only the last one carries the wrapper's free text.
    private func ownText(of part: Section, isLast: Bool) -> Section {
        guard !isLast else { return part }
        var result = part
        result.id = Section.ID(rawValue: part.id.rawValue + "+")
        return result
    }
}
