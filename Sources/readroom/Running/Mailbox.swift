import Glibc
import Synchronization
import Workstation

/// Messages from other threads to the one consumer, and a descriptor it can wait for.
final class Mailbox: Sendable {
    private let messages = Mutex<[Message]>([])
    private let readEnd: Int32
    private let writeEnd: Int32

    init?() {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        (readEnd, writeEnd) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    var fileDescriptor: Int32 { readEnd }

    func post(_ message: Message) {
        let isFirst = messages.withLock { queue in
            queue.append(message)
            return queue.count == 1
        }
        guard isFirst else { return }
        var byte: UInt8 = 1
        // A full pipe means the consumer has been woken already.
        _ = write(writeEnd, &byte, 1)
    }

    /// Everything posted since, in order. Does not wait.
    func drain() -> [Message] {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(readEnd, &bytes, bytes.count) > 0 {}
        return messages.withLock { queue in
            defer { queue = [] }
            return queue
        }
    }
}
