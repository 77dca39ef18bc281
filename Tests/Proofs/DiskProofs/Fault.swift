import CFaults
import Foundation

/// What happens to one system call of a child.
struct Fault: Hashable, Sendable {
    enum Kind: String, CaseIterable, Sendable {
        case none
        case killBefore = "kill-before"
        case killMidway = "kill-midway"
        case killAfter = "kill-after"
        case failOnce = "fail-once"
        case failForever = "fail-forever"

        fileprivate var action: faults_action {
            switch self {
            case .none: faults_none
            case .killBefore: faults_kill_before
            case .killMidway: faults_kill_midway
            case .killAfter: faults_kill_after
            case .failOnce: faults_fail_once
            case .failForever: faults_fail_forever
            }
        }
    }

    var kind = Kind.none
    /// The number of the call, from 0, among those that change something or among those that read.
    var call = 0
    var hitsReads = false
    var error: Int32 = 0

    func arm(_ folder: String, witness: Int32) {
        faults_arm(
            folder, hitsReads ? faults_reading : faults_mutating, kind.action, UInt64(call), error, witness)
    }

    /// `kill-after at call 17`, for people who look for what went wrong.
    var sentence: String {
        "\(kind.rawValue)\(error == 0 ? "" : " errno \(error)") at \(hitsReads ? "read" : "call") \(call)"
    }
}
