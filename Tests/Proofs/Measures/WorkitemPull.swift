import CentralServer
import DICOM
import Foundation
import Radiology
import ReferenceServer

/// How many requests a pull costs where the server has a worklist of its own.
struct WorkitemPull {
    var count: Int

    func run() throws -> (first: Int, next: Int) {
        let reference = ReferenceServer(
            archive: Archive(
                instances: (0..<count).map { ArchivedInstance(dataSet: Self.image($0)) },
                workitems: (0..<count).map(Self.workitem)))
        let server = PullMeasure.server(try awaited { try await reference.start() })
        defer { _ = try? awaited { await reference.stop() } }
        let today = PullMeasure.today
        let pull = try server.worklist(today: today)
        guard pull.items.count == count else {
            throw MeasureFailure("the pull brought \(pull.items.count) of \(count) workitems")
        }
        let first = reference.requests.count
        reference.forgetRequests()
        guard try server.worklist(today: today).items.count == count else {
            throw MeasureFailure("the second pull brought another number of workitems")
        }
        return (first, reference.requests.count)
    }

    private static func image(_ number: Int) -> DataSet {
        let study = SyntheticWork.study(number)
        var data = DataSet()
        data.set(.sopClassUID, SOPClass.ctImage)
        data.set(.sopInstanceUID, "\(study.uid.rawValue).1.1")
        data.set(.studyDate, "202611\(20 + number % 3)")
        data.set(.modality, "CT")
        data.set(.studyDescription, study.description ?? "")
        data.set(.patientName, study.patient.name?.dicom ?? "")
        data.set(.patientID, study.patient.identifier?.id.rawValue ?? "")
        data.set(.studyInstanceUID, study.uid.rawValue)
        data.set(.seriesInstanceUID, "\(study.uid.rawValue).1")
        return data
    }

    private static func workitem(_ number: Int) -> DataSet {
        let study = SyntheticWork.study(number)
        var request = DataSet()
        request.set(.studyInstanceUID, study.uid.rawValue)
        request.set(.accessionNumber, study.order.accessionNumber?.rawValue ?? "")
        var data = DataSet()
        data.set(.sopClassUID, SOPClass.unifiedProcedureStepPush)
        data.set(.sopInstanceUID, "\(study.uid.rawValue).9000")
        data.set(.procedureStepState, "SCHEDULED")
        data.set(.scheduledProcedureStepPriority, "MEDIUM")
        data.set(.scheduledProcedureStepStartDateTime, "20261122083000")
        data.set(.patientName, study.patient.name?.dicom ?? "")
        data.set(.patientID, study.patient.identifier?.id.rawValue ?? "")
        data.set(.referencedRequestSequence, items: [request])
        return data
    }
}
