import Radiology
import Testing

@testable import ReportTemplates

#if canImport(Glibc)
    import Glibc
#endif

/// Every shipped template as a report a radiologist would sign: as it comes, and filled in with what is abnormal.
///
/// `PRINT_LIBRARY=1` prints the reports for reading.
@Suite struct ShippedLibraryReviewTests {
    private static let order: [SectionRole] = [
        .indication, .technique, .comparison, .findings, .impression, .recommendation,
    ]
    private static let context = MergeContext(values: [
        .indication: "Pain for three days.", .studyDescription: "As ordered", .comparison: "CT of 3 March 2025.",
        .contrast: "Iomeprol 350, 80 mL intravenously", .dose: "CTDIvol 6.1 mGy", .technique: "Slices of 1 mm",
    ])

    @Test(arguments: TemplateLibrary.shipped.templates) func theNormalReportReadsWell(template: Template) {
        review(ReportContent(template: template, context: Self.context), "normal")
    }

    @Test(arguments: TemplateLibrary.shipped.templates) func theAbnormalReportReadsWell(template: Template) throws {
        let content = abnormal(template)
        let text = content.plainText(width: 1000)
        review(content, "abnormal")
        let hidden = content.hiddenFields
        for field in template.fields where !hidden.contains(field.id) {
            let value = content.value(of: field.id).text
            let isMeasured = value.last?.isNumber == true
            let printed = isMeasured ? field.unit.map { "\(value) \($0)" } ?? value : value
            #expect(text.contains(printed), "\(template.title) › \(field.label)")
        }
        // ASPECTS is a count of points.
        for case .number(let quantity) in template.fields.filter({ $0.label != "ASPECTS" }).map(\.kind) {
            let isComplete = quantity.unit != nil && quantity.minimum != nil && quantity.maximum != nil
            #expect(isComplete, "\(template.title)")
        }
    }

    /// Choosing an option brings it into the report, whatever the field depends on.
    @Test(arguments: TemplateLibrary.shipped.templates) func everyOptionIsReachable(template: Template) {
        for field in template.fields {
            for index in field.options.indices {
                var content = ReportContent(template: template, context: Self.context)
                show(field, in: &content)
                content.choose(index, in: field.id)
                let text = content.plainText(width: 1000)
                #expect(text.contains(field.options[index].text), "\(template.title) › \(field.label)")
            }
            let texts = field.options.map(\.text)
            #expect(Set(texts).count == texts.count, "\(template.title) › \(field.label)")
        }
    }

    @Test(arguments: TemplateLibrary.shipped.templates) func conditionsDependOnEarlierFields(template: Template) {
        for (index, field) in template.fields.enumerated() {
            guard let condition = field.condition else { continue }
            let earlier = template.fields.prefix(index).first { $0.id == condition.field }
            let texts = earlier?.options.map(\.text) ?? []
            #expect(condition.values.allSatisfy(texts.contains), "\(template.title) › \(field.label)")
        }
    }

    /// The categories that are asked for by name of a calculator there is.
    @Test func scoresAreThoseThereAre() {
        let scores = Set(TemplateLibrary.shipped.templates.flatMap(\.fields).compactMap(\.score))
        #expect(
            scores == [
                "ti-rads", "lung-rads", "li-rads", "bi-rads", "pi-rads", "recist", "nascet", "aspects", "cad-rads",
            ])
    }

    // MARK: Choice

    /// Each template for a plausible study of its kind, as orders and headers name it.
    @Test(arguments: [
        ("CT", "HEAD", "Stroke CT with angiography", "ct-head-stroke"), ("CT", "HEAD", "CT head", "ct-head"),
        ("CT", nil, "CT pulmonary angiography", "ct-pulmonary-angiography"), ("CT", "CHEST", "CT thorax", "ct-chest"),
        ("CT", "CHEST", "CT chest pulmonary embolism", "ct-pulmonary-angiography"), ("CT", "CHEST", "", "ct-chest"),
        ("CT", "CHEST", "CT angiography chest, aorta", "ct-chest"), ("CT", nil, "CT chest follow-up", "ct-chest"),
        ("CT", "CHEST", "Low-dose lung cancer screening", "ct-lung-screening"),
        ("CT", "HEART", "Coronary CT angiography", "ct-cardiac"), ("CT", "CHEST", "Cardiac CT", "ct-cardiac"),
        ("CT", "WHOLEBODY", "CT trauma whole body", "ct-trauma"),
        ("CT", nil, "Trauma CT head neck chest abdomen pelvis", "ct-trauma"),
        ("CT", nil, "CT chest abdomen pelvis", "plain-report"), ("CT", "CHESTABDPELVIS", "", "plain-report"),
        ("CT", "KNEE", "Knee left", "plain-report"), ("CT", "ABDOMEN", "Abdomen", "ct-abdomen-pelvis"),
        ("MR", "HEART", "Cardiac MR", "mr-cardiac"), ("MR", "CHEST", "Chest wall", "plain-report"),
        ("MR", "ANKLE", "Ankle right", "plain-report"), ("MR", "PELVIS", "MR pelvis", "plain-report"),
        ("MR", "BRAIN", "MR brain", "mr-brain"), ("US", "PELVIS", "Pelvis transvaginal", "us-pelvis"),
        ("US", "ABDOMEN", "", "us-abdomen"), ("US", "NECK", "Neck soft tissue", "plain-report"),
        ("US", "LEG", "Calf muscle", "plain-report"), ("DX", "HAND", "Hand right 2 views", "xr-extremity"),
        ("CR", "KNEE", "Knee left", "xr-extremity"), ("DX", "LSPINE", "Lumbar spine", "xr-spine"),
        ("DX", "CHEST", "Chest 1 view", "chest-x-ray"), ("DX", "CHEST", "Chest 2 views", "chest-x-ray"),
        ("MR", "KNEE", "Knee right", "mr-knee"), ("MR", "PELVIS", "Prostate multiparametric", "mr-prostate"),
        ("MR", "ABDOMEN", "Liver with contrast", "mr-liver"), ("MR", "ABDOMEN", "MR abdomen", "plain-report"),
        ("MR", "CSPINE", "", "mr-spine-cervical"), ("MR", "LSPINE", "", "mr-spine-lumbar"),
        ("MR", "SPINE", "Lumbar spine", "mr-spine-lumbar"), ("MR", nil, "MR c-spine", "mr-spine-cervical"),
        ("MR", "TSPINE", "Thoracic spine", "plain-report"), ("MR", "SPINE", "Whole spine", "plain-report"),
        ("US", "NECK", "Thyroid", "us-thyroid"), ("US", "NECK", "Carotid duplex", "us-carotid"),
        ("US", nil, "Leg veins left", "us-leg-veins"), ("US", "LEG", "DVT", "us-leg-veins"),
        ("US", "UTERUS", "Obstetric first trimester", "us-obstetric-first-trimester"),
        ("US", "PELVIS", "Fetal anatomy", "us-obstetric-anatomy"), ("US", "LIVER", "Liver", "us-abdomen"),
        ("CT", nil, "CT liver", "ct-abdomen-pelvis"), ("CT", "CSPINE", "", "plain-report"),
        ("NM", nil, "Bone scan whole body", "nm-bone-scan"), ("PT", nil, "PET/CT whole body FDG", "pet-ct-oncology"),
        ("PT", nil, "PET/CT skull base to thigh", "pet-ct-oncology"),
        ("PX", "JAW", "Panoramic", "dental-panoramic"), ("MG", "BREAST", "Screening", "mammography"),
    ])
    func theBestTemplate(modality: String, bodyPart: String?, description: String, name: String) {
        let context = MatchContext(
            modalities: [Modality(rawValue: modality)], bodyPart: bodyPart, description: description)
        let best = TemplateLibrary.shipped.choose(for: context).first
        #expect(best?.template.identifier == "urn:readroom:template:" + name)
    }

    @Test(arguments: [
        ("MR", "24802-1", "mr-knee"), ("MR", "30675-3", "mr-prostate"), ("MR", "36046-1", "mr-liver"),
        ("MR", "24935-9", "mr-spine-cervical"), ("MR", "24968-0", "mr-spine-lumbar"), ("MR", "24748-6", "mr-cardiac"),
        ("US", "25010-0", "us-thyroid"), ("US", "24616-5", "us-carotid"), ("US", "24869-0", "us-pelvis"),
        ("NM", "25031-6", "nm-bone-scan"), ("CT", "36147-7", "ct-pulmonary-angiography"),
        ("CT", "79086-5", "ct-lung-screening"), ("MG", "24605-8", "mammography"), ("DX", "24928-4", "xr-spine"),
    ])
    func aProcedureCodeDecides(modality: String, code: String, name: String) {
        let context = MatchContext(
            procedures: [CodedConcept(code, "LN", "")], modalities: [Modality(rawValue: modality)])
        let best = TemplateLibrary.shipped.choose(for: context).first
        #expect(best?.template.identifier == "urn:readroom:template:" + name)
    }

    /// Templates for any examination wait to be picked; they never come before the plain report.
    @Test func notesDoNotComeByThemselves() throws {
        let matches = TemplateLibrary.shipped.choose(for: MatchContext(description: "Critical tumour response, report"))
        let titles = matches.map(\.template.title)
        #expect(titles.first == "Plain report")
        #expect(titles.contains("Tumour response (RECIST 1.1)") && titles.contains("Critical result note"))
    }

    // MARK: Filling in

    private func abnormal(_ template: Template) -> ReportContent {
        var content = ReportContent(template: template, context: Self.context)
        for field in template.fields where field.mergeField == nil { fill(field, in: &content) }
        return content
    }

    private func fill(_ field: Field, in content: inout ReportContent) {
        switch field.kind {
        case .pickOne(let list), .pickMany(let list):
            let other = list.options.lastIndex { !$0.isDefault && !$0.text.hasPrefix("Not ") }
            content.choose(other ?? list.options.count - 1, in: field.id)
        case .checkbox: content.choose(0, in: field.id)
        case .number(let quantity):
            let middle = ((quantity.minimum ?? 1) + (quantity.maximum ?? 99)) / 2
            content.setText("\(Int(middle.rounded()))", in: field.id)
        case .text, .multiline, .date, .time:
            content.setText(field.unit == nil ? "Words of the reader." : "12 × 9 × 8", in: field.id)
        }
    }

    private func show(_ field: Field, in content: inout ReportContent) {
        guard let condition = field.condition, let other = content.template.field(condition.field) else { return }
        show(other, in: &content)
        let wanted = other.options.firstIndex { option in
            condition.values.isEmpty || condition.values.contains(option.text) != condition.isNegated
        }
        if let wanted { content.choose(wanted, in: other.id) }
    }

    // MARK: Reading

    private func review(_ content: ReportContent, _ kind: String) {
        let title = content.template.title
        let text = content.plainText()
        if getenv("PRINT_LIBRARY") != nil { print("=== \(title) (\(kind))\n\n\(text)") }
        if content.template.purpose == .report {
            let roles = content.sections().compactMap(\.role)
            #expect(roles == Self.order.filter(roles.contains), "\(title)")
        }
        for flaw in ["  ", "..", ". .", " .", "[", "]", "{", "}", "___", ";;", ",,", ":.", "::"] {
            #expect(!text.contains(flaw), "\(title) (\(kind)): “\(flaw)” in\n\(text)")
        }
        for line in content.plainText(width: 1000).split(separator: "\n") {
            #expect(line.first?.isLowercase == false, "\(title): \(line)")
            let isWhole = line.split(separator: ": ").dropFirst().allSatisfy { $0.first?.isLowercase == false }
            #expect(isWhole, "\(title): \(line)")
        }
        for field in content.template.fields {
            let value = content.value(of: field.id).text
            #expect(!Leftovers.isPlaceholder(value), "\(title) › \(field.label)")
            let sentences = value.replacing("% ", with: "").split(separator: ". ")
            let begins = sentences.allSatisfy { $0.first?.isLowercase == false }
            #expect(begins, "\(title) › \(field.label): \(value)")
        }
    }
}
