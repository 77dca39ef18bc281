import DICOM
public import Radiology
public import Sync

extension DICOMwebServer {
    /// Sends a signed report's frozen bytes (STOW-RS, PS3.18 §10.5). Whatever it answers, only `readBack` proves it.
    public func send(_ document: [UInt8], _ reference: DocumentReference) -> SendOutcome {
        // The boundary must not occur in the document; its own identifier is not one of its lines.
        let boundary = "readroom-\(reference.instance.rawValue)"
        do {
            let response = try transport.perform(
                HTTPRequest(
                    method: .post, path: "/studies/\(reference.study)",
                    body: Multipart.body(document, boundary: boundary),
                    contentType: "multipart/related; type=\"application/dicom\"; boundary=\(boundary)"))
            return Self.outcome(of: response, for: reference)
        } catch {
            return error.mayHaveArrived ? .unknown(error.sentence) : .notSent(error.sentence)
        }
    }

    static func outcome(of response: HTTPResponse, for reference: DocumentReference) -> SendOutcome {
        let words = response.words.isEmpty ? "" : ": \(response.words)"
        switch response.status {
        case 200, 202: return storeOutcome(response, reference)
        case 401: return .unauthorized(ServerFailure.unauthorized.sentence)
        case 403: return .unauthorized(ServerFailure.forbidden.sentence)
        case 409:
            return .clashed(
                "409\(words.isEmpty ? ": the server holds this identifier already, or refuses the study" : words)")
        case 429: return .deferred("429: too many requests", seconds: response.retryAfter)
        case 503:
            return response.retryAfter == nil
                ? .unknown("503\(words)") : .deferred("503: busy", seconds: response.retryAfter)
        case 300..<400: return .refused("\(response.status): the server sends us to another address; check its URL")
        case 408, 500...: return .unknown("\(response.status)\(words)")
        default: return .refused("\(response.status)\(words)")
        }
    }

    /// A success status with what it says of our document: 200 alone has come with an empty list of stored ones.
    private static func storeOutcome(_ response: HTTPResponse, _ reference: DocumentReference) -> SendOutcome {
        guard let answer = try? DataSet.fromJSON(response.body).value.first else {
            return .unknown("\(response.status) with an answer that cannot be read")
        }
        let failed = answer.items(.failedSOPSequence)
        if let ours = failed.first(where: { $0.text(.referencedSOPInstanceUID) == reference.instance.rawValue })
            ?? failed.first
        {
            let reason = ours.int(.failureReason).map { "failure reason 0x" + String($0, radix: 16, uppercase: true) }
            return .refused("\(response.status): not stored, \(reason ?? "no reason given")")
        }
        let stored = answer.items(.referencedSOPSequence).contains {
            $0.text(.referencedSOPInstanceUID) == reference.instance.rawValue
        }
        return stored ? .accepted : .unknown("\(response.status), but the answer does not name the report")
    }

    /// Asks for the report and compares it byte for byte.
    ///
    /// The File Meta Information is the storing server's own (PS3.10 §7.1): where only that differs, the report is
    /// the same.
    public func readBack(_ document: [UInt8], _ reference: DocumentReference) -> ReadBackOutcome {
        do {
            guard let stored = try instance(reference) else { return .absent }
            if stored == document { return .identical }
            guard let ours = Part10File.dataSetBytes(of: document), let theirs = Part10File.dataSetBytes(of: stored)
            else { return .different }
            return ours.elementsEqual(theirs) ? .identical : .different
        } catch {
            return .failed(error.sentence)
        }
    }
}

extension Part10File {
    /// The bytes behind the File Meta Information, whose length its first element tells.
    static func dataSetBytes(of file: [UInt8]) -> ArraySlice<UInt8>? {
        // 128 bytes of preamble, "DICM", then (0002,0000) UL 4: its value is at byte 140.
        guard file.count >= 144, file[128..<132].elementsEqual("DICM".utf8),
            file[132..<140].elementsEqual([2, 0, 0, 0, 0x55, 0x4C, 4, 0])
        else { return nil }
        let length = (0..<4).reduce(0) { $0 | Int(file[140 + $1]) << (8 * $1) }
        return 144 + length <= file.count ? file[(144 + length)...] : nil
    }
}
