import Foundation

/// Work that waits for a server, on a thread that ends with it.
///
/// Not a concurrent dispatch queue: the first use of one starts a timer inside of Dispatch that wakes the process every
/// second from then on, and a reading room that nobody reads in should sleep.
enum OwnThread {
    static func run(_ body: @escaping @Sendable () -> Void) { Thread.detachNewThread(body) }
}
