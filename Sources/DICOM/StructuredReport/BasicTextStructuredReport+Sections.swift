extension BasicTextStructuredReport {
    /// A container of the report with its paragraphs.
    public struct Section: Sendable, Equatable {
        public var heading: Heading
        /// One text item each. Lines end in `\n` or `\r\n`. Empty ones are left out, and so is a section without any.
        public var paragraphs: [String]

        public init(_ heading: Heading, _ paragraphs: [String]) {
            self.heading = heading
            self.paragraphs = paragraphs
        }
    }

    /// The code of a section (CID 7001) and that of the texts in it (CID 7002).
    public struct Heading: Sendable, Hashable {
        public var section: Code
        public var element: Code

        /// For headings of one's own; both context groups are extensible.
        public init(section: Code, element: Code) {
            self.section = section
            self.element = element
        }

        private init(_ section: String, _ sectionMeaning: String, _ element: String, _ elementMeaning: String) {
            self.init(section: .dcm(section, sectionMeaning), element: .dcm(element, elementMeaning))
        }

        public static let history = Heading("121060", "History", "121060", "History")
        public static let request = Heading("121062", "Request", "121062", "Request")
        public static let currentProcedureDescriptions = Heading(
            "121064", "Current Procedure Descriptions", "121065", "Procedure Description")
        public static let priorProcedureDescriptions = Heading(
            "121066", "Prior Procedure Descriptions", "121065", "Procedure Description")
        public static let previousFindings = Heading("121068", "Previous Findings", "121069", "Previous Finding")
        public static let findings = Heading("121070", "Findings", "121071", "Finding")
        public static let impressions = Heading("121072", "Impressions", "121073", "Impression")
        public static let recommendations = Heading("121074", "Recommendations", "121075", "Recommendation")
        public static let conclusions = Heading("121076", "Conclusions", "121077", "Conclusion")
        /// CID 7002 has no code for what an addendum adds; a finding is what it most often is.
        public static let addendum = Heading("121078", "Addendum", "121071", "Finding")
        /// CID 7002 has none for indications either; they are what the request gives as its reason.
        public static let indications = Heading("121109", "Indications for Procedure", "121062", "Request")
        public static let patientPresentation = Heading(
            "121110", "Patient Presentation", "121110", "Patient Presentation")
        public static let summary = Heading("121111", "Summary", "121111", "Summary")
        public static let complications = Heading(
            section: .dcm("121113", "Complications"), element: Code("116224001", "SCT", "Complication of Procedure"))

        /// How a critical finding reached somebody. LOINC has it, DCM never had; CID 7002 has no element for it.
        public static let communicationOfCriticalResults = Heading(
            section: Code("73568-8", "LN", "Communication of Critical Results"),
            element: Code("73568-8", "LN", "Communication of Critical Results"))

        /// In the order a report usually has them.
        public static let all = [
            request, indications, history, patientPresentation, currentProcedureDescriptions,
            priorProcedureDescriptions, previousFindings, findings, complications, impressions, conclusions, summary,
            recommendations,
            communicationOfCriticalResults, addendum,
        ]

        /// The same heading in LOINC, which CID 7001 has come to prefer over DCM; itself where it has no such code.
        public var inLOINC: Heading {
            Heading(section: Heading.loinc(section), element: Heading.loinc(element))
        }

        private static func loinc(_ code: Code) -> Code {
            guard code.scheme == "DCM", let value = loincValues[code.value] else { return code }
            return Code(value, "LN", code.meaning)
        }

        private static let loincValues = [
            "121060": "11329-0", "121062": "55115-0", "121064": "55111-9", "121066": "55114-3", "121068": "18834-2",
            "121070": "59776-5", "121072": "19005-8", "121074": "18783-1", "121076": "55110-1", "121078": "55107-7",
            "121109": "18785-6", "121110": "55108-5", "121111": "55112-7", "121113": "55109-3",
        ]
    }
}
