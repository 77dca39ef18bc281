import CentralServer
import DICOM
import Foundation
import LocalStore
import Radiology
import ReferenceServer
import Sync

/// The first pull of a worklist against the bare HTTP requests it is made of, and what a pull costs when nothing is
/// new.
struct PullMeasure {
    var studies: Int
    var rounds: Int

    /// 2026-11-22.
    static let today = CalendarDate(daysSince1970: 20_779)
    private static let days = 3

    func run() throws {
        let orthanc = try OrthancServer()
        try orthanc.store(try (0..<studies).map(Self.file))
        let proxy = try RecordingProxy(server: orthanc.port)
        defer { proxy.stop() }
        let (first, steady) = try record(proxy)
        print("pull: \(studies) studies in Orthanc, \(rounds) rounds")
        try compare(first, orthanc)
        print(
            Figures.line(
                "requests of the first pull, of the next", "\(first.count), \(steady.count)", goal: "≤ 3",
                isMet: steady.count <= 3))
        let workitems = try WorkitemPull(count: min(studies, 247)).run()
        print(
            Figures.line(
                "the same with a worklist of workitems", "\(workitems.first), \(workitems.next)", goal: "≤ 3",
                isMet: workitems.next <= 3))
    }

    static func server(_ root: String) -> DICOMwebServer {
        DICOMwebServer(
            settings: ServerSettings(
                name: DestinationName(unchecked: "Archive"), baseURL: root, timeout: 300, worklistDays: days))
    }

    /// What goes over the wire at the first pull, and at the second, when nothing is new.
    private func record(
        _ proxy: RecordingProxy
    ) throws -> (first: [RecordingProxy.Request], steady: [RecordingProxy.Request]) {
        let server = Self.server("http://127.0.0.1:\(proxy.port)/dicom-web")
        let pull = try server.worklist(today: Self.today)
        guard pull.items.count == studies, pull.isComplete else {
            throw MeasureFailure("the pull brought \(pull.items.count) of \(studies) studies")
        }
        let first = proxy.take()
        guard try server.worklist(today: Self.today).items.count == studies else {
            throw MeasureFailure("the second pull brought another number of studies")
        }
        return (first, proxy.take())
    }

    private func compare(_ requests: [RecordingProxy.Request], _ orthanc: OrthancServer) throws {
        let curl = try Curl(requests, port: orthanc.port)
        var pulls = Times(), one = Times(), two = Times(), next = Times(), merges = Times(), again = Times()
        for round in 0..<rounds {
            let scratch = try TemporaryFolder()
            let folder = MeasureFolder(root: scratch.path)
            try folder.make()
            let store = try folder.open()
            defer { store.close() }
            let ready = Self.server(orthanc.root)
            try pulls.measure {
                let pull = try ready.worklist(today: Self.today)
                try merges.measure { try store.mergeWorklist(pull.items, isComplete: pull.isComplete) }
            }
            try next.measure {
                let pull = try ready.worklist(today: Self.today)
                try again.measure { try store.mergeWorklist(pull.items, isComplete: pull.isComplete) }
            }
            // Neither of the two is always the second.
            for connections in round.isMultiple(of: 2) ? [1, 2] : [2, 1] {
                var times = Times()
                try times.measure { try curl.run(connections: connections) }
                if connections == 1 { one.add(times) } else { two.add(times) }
            }
        }
        let ratio = pulls.median / max(one.median, 0.001)
        let strict = pulls.median / max(two.median, 0.001)
        print(Figures.line("first pull, into a sealed store", Figures.spread(pulls)))
        print(Figures.line("  of it: into the store", Figures.spread(merges)))
        print(Figures.line("its requests by curl, one connection", Figures.spread(one)))
        print(Figures.line("its requests by curl, two connections", Figures.spread(two)))
        print(
            Figures.line(
                "ratio to curl, one request after the other", Figures.number(ratio), goal: "≤ 1.2", isMet: ratio <= 1.2)
        )
        print(Figures.line("ratio to curl, two at a time", Figures.number(strict)))
        print(Figures.line("the next pull, nothing new", Figures.spread(next)))
        print(Figures.line("  of it: into the store", Figures.spread(again)))
    }

    /// The header of one image: a study as small as it can be.
    private static func file(_ number: Int) throws -> [UInt8] {
        let study = SyntheticWork.study(number)
        var data = DataSet()
        data.set(.specificCharacterSet, "ISO_IR 192")
        data.set(.sopClassUID, SOPClass.ctImage)
        data.set(.sopInstanceUID, "\(study.uid.rawValue).1.1")
        data.set(.studyDate, today.adding(days: -(number % days)).dicom)
        data.set(.studyTime, "083000")
        data.set(.accessionNumber, study.order.accessionNumber?.rawValue ?? "")
        data.set(.modality, study.modalities.first?.rawValue ?? "CT")
        data.set(.referringPhysicianName, "Okafor^Ada")
        data.set(.studyDescription, study.description ?? "")
        data.set(.patientName, study.patient.name?.dicom ?? "")
        data.set(.patientID, study.patient.identifier?.id.rawValue ?? "")
        data.set(.patientBirthDate, study.patient.birthDate?.dicom ?? "")
        data.set(.patientSex, study.patient.sex?.rawValue ?? "")
        data.set(.studyInstanceUID, study.uid.rawValue)
        data.set(.seriesInstanceUID, "\(study.uid.rawValue).1")
        data.set(.studyID, "\(number)")
        data.set(.seriesNumber, "1")
        data.set(.instanceNumber, "1")
        return try Part10File(dataSet: data).encode()
    }
}
