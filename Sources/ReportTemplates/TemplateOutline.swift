/// What follows from a template alone, found out once: a report asks for it several times at every key.
final class TemplateOutline: Sendable {
    let fields: [Field]
    /// Fields that are not always there.
    let conditional: [Field]
    /// All places where the reader can type, those of hidden fields too.
    let places: [ReportPlace]
    private let byID: [Field.ID: Field]

    init(_ template: Template) {
        fields = template.fields
        conditional = fields.filter { $0.condition != nil }
        places = template.sections.flatMap(TemplateOutline.places)
        byID = Dictionary(fields.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func field(_ id: Field.ID) -> Field? { byID[id] }

    private static func places(in section: Section) -> [ReportPlace] {
        func place(_ target: ReportPlace.Target, _ label: String) -> ReportPlace {
            ReportPlace(target: target, section: section.id, sectionTitle: section.title, label: label)
        }
        let inside = section.elements.flatMap { element -> [ReportPlace] in
            switch element {
            case .field(let field): [place(.field(field.id), field.label)]
            case .section(let nested): places(in: nested)
            case .text, .caption, .lineBreak, .instruction: []
            }
        }
        return inside + [place(.freeText(section.id), "")]
    }
}
