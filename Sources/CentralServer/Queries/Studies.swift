import DICOM
import Dispatch
public import Radiology
public import Sync
import Synchronization

extension DICOMwebServer {
    /// Attributes a search must bring beside the server's default ones; Orthanc leaves StudyDescription out.
    static let studyFields: [Tag] = [
        .studyDescription, .institutionName, .patientBirthDate, .patientSex, .issuerOfPatientID,
        .referringPhysicianName, .modalitiesInStudy, .numberOfStudyRelatedSeries, .numberOfStudyRelatedInstances,
        .bodyPartExamined, .timezoneOffsetFromUTC, .requestedProcedureDescription, .accessionNumber,
    ]

    /// Every study that matches, each once, with its data set.
    ///
    /// Pages overlap and move while studies arrive, so rows are de-duplicated; a server may ignore a key it does not
    /// know and return everything, so the caller filters again.
    ///
    /// - Parameters:
    ///   - known: how many there were the last time, where that is known.
    ///   - goesOn: told how many are there after each page; false ends the search with ``ServerFailure/cancelled``.
    func studies(
        matching keys: [(name: String, value: String)], known: Int = 0, goesOn: (Int) -> Bool = { _ in true }
    ) throws(ServerFailure) -> [(Study, DataSet)] {
        let paging = Paging(known: takesLargePages ? known : 0)
        do {
            return try studies(matching: keys, paging, goesOn)
        } catch {
            guard paging.isLarge, error.mayBeOfSize else { throw error }
            refuseLargePages()
            return try studies(matching: keys, Paging(), goesOn)
        }
    }

    private func studies(
        matching keys: [(name: String, value: String)], _ first: Paging, _ goesOn: (Int) -> Bool
    ) throws(ServerFailure) -> [(Study, DataSet)] {
        var found: [(Study, DataSet)] = []
        var seen: Set<Identity> = []
        let fields = Self.studyFields.map { (name: "includefield", value: $0.hex) }
        var paging = first
        var isOver = false
        while !isOver {
            let size = String(paging.size)
            let pages = try together(paging.nextOffsets) { (offset) throws(ServerFailure) in
                try search("/studies", keys + fields + [("limit", size), ("offset", String(offset))])
            }
            for rows in pages where !isOver {
                let before = found.count
                for row in rows {
                    guard let study = Study(row, defaultIssuer: settings.defaultIssuer),
                        seen.insert(Identity(study: study.uid, patient: study.patient.identifier)).inserted
                    else { continue }
                    found.append((study, row))
                }
                isOver = paging.isOver(after: rows.count, isNew: found.count > before)
            }
            guard goesOn(found.count) else { throw .cancelled }
        }
        return found
    }

    /// The answers to these questions, asked at the same time: a server thinks long about each.
    private func together<Question: Sendable, Answer: Sendable>(
        _ questions: [Question], _ ask: @Sendable (Question) throws(ServerFailure) -> Answer
    ) throws(ServerFailure) -> [Answer] {
        guard questions.count > 1 else { return [try ask(questions[0])] }
        let answers = Mutex([Result<Answer, ServerFailure>?](repeating: nil, count: questions.count))
        DispatchQueue.concurrentPerform(iterations: questions.count) { place in
            let answer: Result<Answer, ServerFailure>
            do throws(ServerFailure) { answer = .success(try ask(questions[place])) } catch { answer = .failure(error) }
            answers.withLock { $0[place] = answer }
        }
        var found: [Answer] = []
        for case let answer? in answers.withLock({ $0 }) { found.append(try answer.get()) }
        return found
    }

    /// A study identifier alone is not enough: servers hold the same one for two patients.
    private struct Identity: Hashable {
        var study: StudyInstanceUID
        var patient: PatientIdentifier?
    }

    /// Studies of the same patient, found by identifier and issuer, newest first, with the reports that are there.
    ///
    /// - Parameter known: reports that need not be fetched again.
    public func priors(
        of study: Study, known: Set<SOPInstanceUID> = []
    ) throws(ServerFailure) -> [Prior] {
        guard let identifier = study.patient.identifier else { return [] }
        let rows = try studies(matching: [("PatientID", identifier.id.rawValue)])
        var priors: [Prior] = []
        for (other, _) in rows where other.patient.identifier == identifier && other.uid != study.uid {
            priors.append(Prior(study: other))
        }
        priors.sort { ($0.study.date ?? .distantPast) > ($1.study.date ?? .distantPast) }
        for index in priors.indices.prefix(Self.mostPriorsRead) {
            // A server that leaves ModalitiesInStudy out says nothing about reports, so they are looked for.
            let modalities = priors[index].study.modalities
            guard modalities.isEmpty || modalities.contains(.structuredReport) else { continue }
            priors[index].reports = try reports(in: priors[index].study.uid, known: known)
        }
        return priors
    }

    /// Reports of priors beyond these are not fetched ahead.
    static let mostPriorsRead = 20
}

extension CalendarDate {
    static let distantPast = CalendarDate(daysSince1970: -700_000)
}
