internal import Radiology

/// What an MRRT file says of itself: Dublin Core in `meta`, and the `template_attributes`.
struct MRRTHead {
    private(set) var identifier = ""
    private(set) var title = ""
    private(set) var language = "en"
    private(set) var status = Template.Status.active
    private(set) var purpose = Template.Purpose.report
    private(set) var provenance = Template.Provenance()
    private(set) var scope = Scope()
    /// Codes of sections, controls and options by the id they are given for.
    private(set) var codes: [String: [CodedConcept]] = [:]

    init(_ document: [HTMLNode], deviations: inout [Deviation]) {
        readDublinCore(document, deviations: &deviations)
        if title.isEmpty { title = document.flatMap { $0.all("title") }.first?.text() ?? "" }
        // A missing title is a missing element, or an empty one, and told as such.
        if title.isEmpty { title = "Untitled template" }
        if identifier.isEmpty {
            identifier = "urn:template:" + title.lowercased().replacing(" ", with: "-")
            deviations.append(Deviation(kind: .noIdentifier, line: nil))
        }
        readAttributes(document, deviations: &deviations)
    }

    private mutating func readDublinCore(_ document: [HTMLNode], deviations: inout [Deviation]) {
        for meta in document.flatMap({ $0.all("meta") }) {
            guard let name = meta.value("name")?.lowercased(), name.hasPrefix("dcterms."),
                let content = meta.value("content")
            else { continue }
            switch name.dropFirst("dcterms.".count) {
            case "title": title = content
            case "type":
                if content.uppercased() != "IMAGE_REPORT_TEMPLATE" {
                    deviations.append(Deviation(kind: .otherType(content), line: meta.line))
                }
            case "identifier": identifier = content
            case "language": language = content
            case "publisher": provenance.publisher = content
            case "rights": provenance.rights = content
            case "license": provenance.license = content
            case "date": provenance.date = content
            case "description": provenance.summary = content
            case "creator": provenance.creators.append(content)
            case "contributor": provenance.contributors = (provenance.contributors ?? []) + [content]
            default: break
            }
        }
    }

    private mutating func readAttributes(_ document: [HTMLNode], deviations: inout [Deviation]) {
        let scripts = document.flatMap { $0.all("script") }
        for script in scripts where script.value("type")?.lowercased() != "text/xml" {
            deviations.append(Deviation(kind: .scriptNotRun, line: script.line))
        }
        let blocks = document.flatMap { MRRTAttributes.blocks(in: $0) }
        for block in blocks where block.isComment {
            deviations.append(Deviation(kind: .attributesInComment, line: block.line))
        }
        for block in blocks { read(MRRTAttributes(block.source)) }
    }

    private mutating func read(_ attributes: MRRTAttributes) {
        if let found = attributes.status { status = found }
        for term in attributes.terms {
            scope.read(term.concept, type: term.type)
            if SectionRole(code: term.concept) == .addendum { purpose = .addendum }
        }
        codes.merge(attributes.codes) { $0 + $1 }
    }
}

extension Scope {
    /// Takes a term in: by its type, and where files leave that out, by what it means.
    fileprivate mutating func read(_ concept: CodedConcept, type: String) {
        let found = ModalityNames.modalities(of: concept)
        switch type {
        case "modality": modalities += found.filter { !modalities.contains($0) }
        case "anatomy", "body part", "bodypart": anatomy.append(concept)
        case "procedure": procedures.append(concept)
        case "contrast": contrast = Contrast(words: concept.meaning) ?? contrast
        case "laterality": laterality = Laterality(words: concept.meaning) ?? laterality
        case "":
            if !found.isEmpty {
                modalities += found.filter { !modalities.contains($0) }
            } else if !BodyRegions.regions(in: concept.meaning).isEmpty {
                anatomy.append(concept)
            }
        default: break
        }
    }
}
