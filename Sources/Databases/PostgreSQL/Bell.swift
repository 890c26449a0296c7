#if PostgreSQL
    import Foundation

    /// Wakes a thread that waits on sockets: a pipe that is polled beside them.
    final class Bell: Sendable {
        /// Readable when somebody rang.
        let descriptor: Int32
        private let handle: Int32

        init() throws(DatabaseError) {
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else {
                throw DatabaseError(.other, "The system gives no more files: \(String(cString: strerror(errno))).")
            }
            (descriptor, handle) = (ends[0], ends[1])
            for end in ends {
                _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
                _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            }
        }

        deinit {
            close(descriptor)
            close(handle)
        }

        func ring() {
            // A full pipe rings already.
            var byte: UInt8 = 1
            _ = write(handle, &byte, 1)
        }

        func hush() {
            withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { bytes in
                while read(descriptor, bytes.baseAddress, 64) == 64 {}
            }
        }

        /// Waits until somebody rings, at most a time.
        func wait(_ time: Duration) {
            var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            if poll(&polled, 1, Int32(clamping: time.milliseconds)) > 0 { hush() }
        }
    }
#endif
