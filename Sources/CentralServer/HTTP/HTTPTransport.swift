import CCurl
import Dispatch
import Foundation
import Sync
import Synchronization

/// Requests to one server, over at most two connections: Orthanc serialises queries, more would only queue there.
///
/// Calls block until the answer is whole; they belong on a thread of their own. Redirections are not followed:
/// a report must not go where the configuration did not say.
final class HTTPTransport: Sendable {
    let settings: ServerSettings
    private let connections = DispatchSemaphore(value: 2)
    private let idle = Mutex<[Connection]>([])
    private let generation = Mutex(0)

    /// Bytes of the largest answer that is read.
    static let largestAnswer = 256 << 20

    init(settings: ServerSettings) {
        self.settings = settings
        _ = HTTPTransport.library
    }

    /// libcurl wants its global state made once, before any thread uses it.
    private static let library: CURLcode = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    /// Gives up every request under way.
    func cancelAll() {
        generation.withLock { $0 += 1 }
    }

    func perform(_ request: HTTPRequest) throws(ServerFailure) -> HTTPResponse {
        let started = generation.withLock { $0 }
        connections.wait()
        defer { connections.signal() }
        guard let connection = idle.withLock({ $0.popLast() }) ?? Connection() else {
            throw .unreachable("the network library does not start")
        }
        defer { idle.withLock { $0.append(connection) } }
        return try connection.perform(request, settings) { self.generation.withLock { $0 } != started }
    }
}

/// One libcurl handle, which keeps its connection between requests. Used by one thread at a time.
private final class Connection: @unchecked Sendable {
    private let easy: UnsafeMutableRawPointer

    init?() {
        guard let easy = curl_easy_init() else { return nil }
        self.easy = easy
    }

    deinit { curl_easy_cleanup(easy) }

    func perform(
        _ request: HTTPRequest, _ settings: ServerSettings, isCancelled: @escaping () -> Bool
    ) throws(ServerFailure) -> HTTPResponse {
        curl_easy_reset(easy)
        let exchange = Exchange(isCancelled: isCancelled)
        let headers = headerList(request, settings)
        defer { curl_slist_free_all(headers) }
        configure(settings)
        _ = readroom_set_text(easy, CURLOPT_URL, settings.baseURL + request.target)
        _ = readroom_set_text(easy, CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        _ = readroom_set_list(easy, CURLOPT_HTTPHEADER, headers)
        let code = withExtendedLifetime(exchange) {
            attach(exchange)
            return withBody(request.body) { curl_easy_perform(easy) }
        }
        if code != CURLE_OK { throw failure(code, exchange, settings) }
        return HTTPResponse(
            status: readroom_get_long(easy, CURLINFO_RESPONSE_CODE), headers: exchange.headers, body: exchange.body)
    }

    private func configure(_ settings: ServerSettings) {
        _ = readroom_set_long(easy, CURLOPT_NOSIGNAL, 1)
        _ = readroom_set_text(easy, CURLOPT_PROTOCOLS_STR, "http,https")
        _ = readroom_set_long(easy, CURLOPT_FOLLOWLOCATION, 0)
        _ = readroom_set_long(easy, CURLOPT_CONNECTTIMEOUT, min(settings.timeout, 10))
        _ = readroom_set_long(easy, CURLOPT_TIMEOUT, settings.timeout)
        _ = readroom_set_long(easy, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        // Said here, because a machine's own configuration of OpenSSL may allow less: weak keys, SHA-1, no cipher.
        _ = readroom_set_text(easy, CURLOPT_SSL_CIPHER_LIST, "DEFAULT:!aNULL:!eNULL:@SECLEVEL=2")
        _ = readroom_set_long(easy, CURLOPT_SSL_VERIFYPEER, 1)
        _ = readroom_set_long(easy, CURLOPT_SSL_VERIFYHOST, 2)
        if let file = settings.certificateAuthorityFile {
            _ = readroom_set_text(easy, CURLOPT_CAINFO, file)
            _ = readroom_set_text(easy, CURLOPT_CAPATH, nil)
        }
        if case .basic(let user, let password) = settings.credentials {
            _ = readroom_set_long(easy, CURLOPT_HTTPAUTH, 1 /* CURLAUTH_BASIC, a macro Swift does not see */)
            _ = readroom_set_text(easy, CURLOPT_USERNAME, user)
            _ = readroom_set_text(easy, CURLOPT_PASSWORD, password)
        }
    }

    private func headerList(
        _ request: HTTPRequest, _ settings: ServerSettings
    ) -> UnsafeMutablePointer<curl_slist>? {
        // An empty Expect keeps libcurl from waiting a second for a 100 that small servers never send.
        var lines = ["Accept: \(request.accept)", "Expect:"]
        if let type = request.contentType { lines.append("Content-Type: \(type)") }
        if case .bearer(let token) = settings.credentials { lines.append("Authorization: Bearer \(token)") }
        return lines.reduce(nil) { curl_slist_append($0, $1) ?? $0 }
    }

    private func attach(_ exchange: Exchange) {
        let pointer = Unmanaged.passUnretained(exchange).toOpaque()
        _ = readroom_set_pointer(easy, CURLOPT_WRITEDATA, pointer)
        _ = readroom_set_writer(easy, CURLOPT_WRITEFUNCTION) { data, size, count, user in
            Exchange.from(user)?.append(data, size * count) ?? 0
        }
        _ = readroom_set_pointer(easy, CURLOPT_HEADERDATA, pointer)
        _ = readroom_set_writer(easy, CURLOPT_HEADERFUNCTION) { data, size, count, user in
            Exchange.from(user)?.header(data, size * count) ?? 0
        }
        _ = readroom_set_long(easy, CURLOPT_NOPROGRESS, 0)
        _ = readroom_set_pointer(easy, CURLOPT_XFERINFODATA, pointer)
        _ = readroom_set_progress(easy) { user, _, _, _, _ in Exchange.from(user)?.isCancelled() == true ? 1 : 0 }
    }

    private func withBody(_ body: [UInt8]?, _ perform: () -> CURLcode) -> CURLcode {
        guard let body else { return perform() }
        return body.withUnsafeBytes { bytes in
            _ = readroom_set_long(easy, CURLOPT_POST, 1)
            _ = readroom_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, Int(bytes.count))
            // libcurl reads the body from where it is, while this buffer lives.
            _ = readroom_set_pointer(
                easy, CURLOPT_POSTFIELDS, UnsafeMutableRawPointer(mutating: bytes.baseAddress))
            return perform()
        }
    }

    private func failure(_ code: CURLcode, _ exchange: Exchange, _ settings: ServerSettings) -> ServerFailure {
        let sent = readroom_get_long(easy, CURLINFO_REQUEST_SIZE) > 0
        let why = String(cString: curl_easy_strerror(code))
        switch code {
        case CURLE_ABORTED_BY_CALLBACK: return .cancelled
        case CURLE_WRITE_ERROR where exchange.isTooLarge:
            return .tooLarge("more than \(HTTPTransport.largestAnswer >> 20) MiB")
        case CURLE_OPERATION_TIMEDOUT: return .timedOut(seconds: settings.timeout, sent: sent)
        case CURLE_COULDNT_RESOLVE_HOST: return .unreachable("the host name is unknown")
        case CURLE_COULDNT_CONNECT: return .unreachable("nobody listens there")
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: return .unreachable("the URL is not http or https")
        case CURLE_PEER_FAILED_VERIFICATION: return .certificate(certificateReason())
        case CURLE_SSL_CACERT_BADFILE: return .certificate("ca_file cannot be read")
        case CURLE_SSL_CONNECT_ERROR: return .certificate("no secure connection could be agreed on")
        default: return .broken(why, sent: sent)
        }
    }

    /// OpenSSL's verify result, in words.
    private func certificateReason() -> String {
        switch readroom_get_long(easy, CURLINFO_SSL_VERIFYRESULT) {
        case 10: "it has expired"
        case 9: "it is not valid yet"
        case 18: "it is self-signed"
        case 19, 20, 21: "its issuer is unknown"
        case 24, 79: "its issuer is no certificate authority"
        case 26: "it is not for servers"
        case 66, 67, 68: "its key or signature is too weak"
        // The chain was not found faulty (0) or not yet looked at (1): what failed is the comparison of names.
        case 0, 1: "it is for another host"
        case let number: "verification result \(number)"
        }
    }
}

/// What arrives for one request.
private final class Exchange {
    var headers: [String: String] = [:]
    var body: [UInt8] = []
    var isTooLarge = false
    let isCancelled: () -> Bool

    init(isCancelled: @escaping () -> Bool) { self.isCancelled = isCancelled }

    static func from(_ pointer: UnsafeMutableRawPointer?) -> Exchange? {
        pointer.map { Unmanaged<Exchange>.fromOpaque($0).takeUnretainedValue() }
    }

    /// The number of bytes taken; libcurl stops at any other number.
    func append(_ data: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard body.count + count <= HTTPTransport.largestAnswer else {
            isTooLarge = true
            return 0
        }
        body.append(contentsOf: UnsafeRawBufferPointer(start: data, count: count))
        return count
    }

    func header(_ data: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        let line = String(decoding: UnsafeRawBufferPointer(start: data, count: count), as: UTF8.self)
        if line.hasPrefix("HTTP/") { headers = [:] }
        let parts = line.split(separator: ":", maxSplits: 1)
        if parts.count == 2 {
            headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespacesAndNewlines)
        }
        return count
    }
}
