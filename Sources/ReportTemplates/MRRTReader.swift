/// A template and what in its file was not as it should be.
public struct ReadTemplate: Hashable, Sendable {
    public var template: Template
    public var deviations: [Deviation]
}

extension Template {
    /// Reads an MRRT file (IHE Management of Radiology Report Templates), tolerantly.
    ///
    /// Limits: 1 MiB, 64 levels. Nothing is loaded from elsewhere, scripts are not run. Some meanings, where files in the
    /// field leave a choice:
    /// - A pick list without a marked option has no default: nobody said its first option.
    /// - A default that names what should stand there (`Patient Age`, `RDE196`) becomes a hint, and never report text.
    /// - `<mark>` and hidden elements are instructions at most.
    ///
    /// - Parameter load: the bytes of a nested template (`embed`) by its `src`; `nil` for one that is not at hand.
    /// - Throws: ``TemplateFileError`` for what is too large, too deep or empty.
    public static func read(
        mrrt bytes: [UInt8], embedding load: @escaping (String) -> [UInt8]? = { _ in nil }
    ) throws(TemplateFileError) -> ReadTemplate {
        var nested = NestedTemplates(load: load)
        let document = nested.expand(try HTMLNode.parse(bytes))
        var deviations = structure(of: bytes) + nested.deviations
        let head = MRRTHead(document, deviations: &deviations)
        var body = MRRTBody(codes: head.codes.merging(nested.codes) { own, _ in own })
        body.read(document)
        deviations += body.deviations
        let sections = body.sections
        guard !sections.isEmpty else { throw .empty }
        let template = Template(
            identifier: head.identifier, title: head.title, language: head.language, status: head.status,
            purpose: head.purpose, provenance: head.provenance, scope: head.scope, sections: sections)
        return ReadTemplate(
            template: template, deviations: deviations.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
    }

    /// What is not as the profile has it in the file as it is written; also of a file that is no template at all.
    public static func structure(of bytes: [UInt8]) -> [Deviation] {
        guard bytes.count <= HTMLNode.sizeLimit else { return [] }
        return MRRTStructure(String(decoding: bytes, as: UTF8.self)).deviations
    }
}
