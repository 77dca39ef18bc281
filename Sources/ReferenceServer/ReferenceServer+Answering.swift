import DICOM
import Foundation
import Synchronization

extension ReferenceServer {
    /// The answer to a request, and its entry in the log; `nil` to close the connection without one.
    func answer(_ request: Request, connection: Int) async -> Answer? {
        let behaviour = state.withLock(\.behaviour)
        let answer = await answer(request, behaviour)
        let logged = LoggedRequest(
            method: request.method, path: "/" + request.path.joined(separator: "/"),
            query: request.query.map { "\($0.name)=\($0.value)" }.joined(separator: "&"), status: answer?.status,
            connection: connection)
        state.withLock { $0.requests.append(logged) }
        return answer
    }

    private func answer(_ request: Request, _ behaviour: Behaviour) async -> Answer? {
        if behaviour.delay > 0 { try? await Task.sleep(for: .seconds(behaviour.delay)) }
        if let refusal = refusal(of: request, behaviour.credentials) { return refusal }
        switch fault(for: request) {
        case .status(let status, let retryAfter, let text)?:
            var answer = Answer.plain(status, text)
            if let retryAfter { answer.headers["Retry-After"] = String(retryAfter) }
            return answer
        case .html?:
            let page = "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in</body></html>"
            return Answer(status: 200, contentType: "text/html; charset=utf-8", body: Array(page.utf8))
        case .bytes(let bytes, let contentType)?: return Answer(status: 200, contentType: contentType, body: bytes)
        case .redirect(let target)?: return Answer(status: 302, headers: ["Location": target])
        case .dropBeforeActing?: return nil
        case .dropAfterActing?:
            _ = serve(request, behaviour)
            return nil
        case .halfAnswer?:
            var answer = serve(request, behaviour)
            answer.body = Array(answer.body.prefix(answer.body.count / 2))
            return answer
        case nil: return serve(request, behaviour)
        }
    }

    /// 401 with an empty body, as real servers answer.
    private func refusal(of request: Request, _ credentials: Behaviour.Credentials) -> Answer? {
        let (expected, scheme): (String, String)
        switch credentials {
        case .none: return nil
        case .basic(let user, let password):
            (expected, scheme) = ("Basic " + Data("\(user):\(password)".utf8).base64EncodedString(), "Basic")
        case .bearer(let token): (expected, scheme) = ("Bearer " + token, "Bearer")
        }
        if request.headers["authorization"] == expected { return nil }
        return Answer(status: 401, headers: ["WWW-Authenticate": "\(scheme) realm=\"reference\""])
    }

    /// The first rule that strikes; one that strikes a number of times is used up.
    private func fault(for request: Request) -> Behaviour.Fault? {
        let path = "/" + request.path.joined(separator: "/")
        return state.withLock { state in
            let rules = state.behaviour.rules
            guard
                let index = rules.firstIndex(where: { rule in
                    rule.times != 0 && path.hasPrefix(rule.path) && (rule.method ?? request.method) == request.method
                })
            else { return nil }
            if let times = rules[index].times { state.behaviour.rules[index].times = times - 1 }
            return rules[index].fault
        }
    }

    private func serve(_ request: Request, _ behaviour: Behaviour) -> Answer {
        switch (request.method, request.path.first) {
        case (_, "workitems"):
            return state.withLock { Services.workitems(request, &$0.workitems, behaviour) }
        case ("POST", "studies") where request.path.count <= 2:
            return state.withLock { Services.store(request, into: &$0.holdings, behaviour) }
        case ("GET", _):
            // A copy, so that searching does not keep others from storing.
            let holdings = state.withLock(\.holdings)
            return Services.search(request, holdings, behaviour) ?? Services.retrieve(request, holdings, behaviour)
                ?? .plain(404)
        default: return .plain(request.path.isEmpty ? 404 : 405)
        }
    }
}
