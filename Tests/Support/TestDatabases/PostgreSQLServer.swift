#if PostgreSQL
    public import Databases
    public import Foundation
    import Synchronization

    /// A PostgreSQL of its own for one process of tests: in a temporary folder, on a socket in it, on no port.
    ///
    /// A shell watches over it: when this process ends, in whatever way, the pipe that the shell reads ends too, and the
    /// shell stops the server and removes the folder.
    public final class PostgreSQLServer: Sendable {
        /// The server of this process, begun when it is first asked for; nil where PostgreSQL is not installed.
        public static let shared: PostgreSQLServer? = {
            let server = PostgreSQLServer()
            if server == nil {
                print("PostgreSQL is not installed: these tests are skipped (scripts/bootstrap test installs it).")
            }
            return server
        }()

        /// Holds the data, the socket and the log.
        public let folder: URL
        private let programs: URL
        private let settings: [String]
        /// The end of the pipe that is open as long as this process lives, and the shell that waits for the other.
        private let life: Mutex<(sign: Int32, shell: pid_t?)>
        private let schemas = Atomic(0)

        /// - Parameter settings: lines of `postgresql.conf`.
        public init?(settings: [String] = []) {
            guard let programs = Self.programs else { return nil }
            self.programs = programs
            self.settings = settings
            folder = URL(fileURLWithPath: "/tmp/gabarit-postgresql-\(UUID().uuidString.prefix(8))")
            // A named pipe, for which no other program can inherit our end: a server that held it would never stop.
            let pipe = folder.appendingPathComponent("sign-of-life").path
            guard (try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)) != nil,
                mkfifo(pipe, 0o600) == 0
            else { return nil }
            life = Mutex((open(pipe, O_RDWR | O_CLOEXEC), nil))
            watch()
            guard start() else {
                stop()
                return nil
            }
        }

        /// Stops the server for good before the process ends.
        public func stop() {
            let (sign, shell) = life.withLock { life in
                defer { life = (-1, nil) }
                return life
            }
            if sign >= 0 { close(sign) }
            if let shell { _ = Self.ended(shell) }
        }

        deinit { stop() }

        /// The address of a database of its own, made anew each time, with more parameters after it.
        public func url(_ parameters: String = "", schema: String? = nil) -> String {
            let name = schema ?? "t\(schemas.add(1, ordering: .relaxed).newValue)"
            return "postgresql:///postgres?host=\(folder.path)&user=postgres&schema=\(name)"
                + (parameters.isEmpty ? "" : "&" + parameters)
        }

        /// Runs a program of PostgreSQL as the server's user and waits for its end.
        /// - Returns: whether it succeeded.
        @discardableResult
        public func run(_ program: String, _ arguments: String...) -> Bool {
            Self.succeeds(Self.asServer + [programs.appendingPathComponent(program).path] + arguments)
        }

        /// Stops the server, which can be started again.
        public func halt() { run("pg_ctl", "-D", data, "-m", "fast", "-w", "stop") }

        /// Stops the server and starts it again.
        public func restart(mode: String = "fast") {
            run("pg_ctl", "-D", data, "-m", mode, "-w", "-l", folder.path + "/log", "restart")
        }

        /// Kills the server without a chance to write anything, and starts it again.
        public func crash() {
            let lines = try? String(contentsOfFile: data + "/postmaster.pid", encoding: .utf8).split(separator: "\n")
            guard let postmaster = lines?.first.flatMap({ Int32($0) }) else { return }
            kill(postmaster, SIGKILL)
            // Its children end when they see that it is gone; until then none can be started.
            for _ in 0..<100 {
                if run("pg_ctl", "-D", data, "-w", "-l", folder.path + "/log", "start") { return }
                usleep(100_000)
            }
        }

        private var data: String { folder.path + "/data" }

        private func start() -> Bool {
            guard Self.asServer.isEmpty || Self.succeeds(["chown", Self.user, folder.path])
            else { return false }
            // French sorting, so that whoever relies on the order of bytes is found out.
            let common = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]
            let initdb = Self.asServer + [programs.appendingPathComponent("initdb").path] + common
            guard Self.succeeds(initdb + ["--locale-provider=icu", "--icu-locale=fr-FR"]) || Self.succeeds(initdb),
                configure()
            else { return false }
            return run("pg_ctl", "-D", data, "-w", "-l", folder.path + "/log", "start")
        }

        private func configure() -> Bool {
            let lines =
                ["listen_addresses = ''", "unix_socket_directories = '\(folder.path)'", "max_connections = 200"]
                + settings
            guard let file = FileHandle(forWritingAtPath: data + "/postgresql.conf") else { return false }
            file.seekToEndOfFile()
            file.write(Data((lines.joined(separator: "\n") + "\n").utf8))
            return true
        }

        /// Starts the shell, before there is anything to be stopped.
        private func watch() {
            let control = (Self.asServer + [programs.appendingPathComponent("pg_ctl").path]).joined(separator: " ")
            let script = """
                trap '' INT TERM HUP
                exec 9<"$0/sign-of-life"
                : >"$0/watched"
                read -r _ <&9
                \(control) -D "$0/data" -w -m immediate stop
                rm -rf "$0"
                """
            let shell = Self.spawn(["/bin/sh", "-c", script, folder.path])
            life.withLock { $0.shell = shell }
            // Whoever opens a pipe whose other end was closed already waits for ever.
            for _ in 0..<1000 {
                if FileManager.default.fileExists(atPath: folder.path + "/watched") { break }
                usleep(10_000)
            }
        }

        /// Where the programs are: in the folder of Debian's newest version, or in the path.
        private static var programs: URL? {
            let root = "/usr/lib/postgresql"
            let versions = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? [])
                .compactMap(Int.init).sorted(by: >)
            let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
            let folders = versions.map { "\(root)/\($0)/bin" } + path.split(separator: ":").map(String.init)
            return folders.first { folder in
                ["initdb", "pg_ctl", "postgres"].allSatisfy {
                    FileManager.default.isExecutableFile(atPath: folder + "/" + $0)
                }
            }.map { URL(fileURLWithPath: $0) }
        }

        /// PostgreSQL refuses to run as root.
        private static var user: String { getpwnam("postgres") == nil ? "nobody" : "postgres" }
        private static var asServer: [String] {
            getuid() == 0
                ? ["setpriv", "--reuid=\(user)", "--regid=\(user == "nobody" ? "nogroup" : user)", "--clear-groups"]
                : []
        }

        private static func succeeds(_ command: [String]) -> Bool {
            guard let process = spawn(command) else { return false }
            return ended(process) == 0
        }

        /// What a process ended with.
        private static func ended(_ process: pid_t) -> Int32 {
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0 { if errno != EINTR { return -1 } }
            return status
        }

        /// Starts a program that has nothing of ours. Foundation's `Process` would hand on the pipes of other tests,
        /// which then wait for the end of our server, and takes a program for running as long as its children are.
        private static func spawn(_ command: [String]) -> pid_t? {
            var actions = posix_spawn_file_actions_t()
            posix_spawn_file_actions_init(&actions)
            defer { posix_spawn_file_actions_destroy(&actions) }
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
            for output: Int32 in [1, 2] { posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0) }
            for other: Int32 in 3..<1024 { posix_spawn_file_actions_addclose(&actions, other) }
            // The server's user may not be able to look into the folder that we stand in.
            let words = ["/bin/sh", "-c", "cd / && exec \"$@\"", "sh"] + command
            var arguments = words.map { strdup($0) } + [nil]
            defer { arguments.forEach { free($0) } }
            var process: pid_t = 0
            return posix_spawn(&process, "/bin/sh", &actions, nil, &arguments, environ) == 0 ? process : nil
        }
    }

    /// An empty database on the server of this process; nil, said plainly, where PostgreSQL is not installed.
    public func temporaryDatabase(_ parameters: String = "") async throws -> (any Database)? {
        try PostgreSQLServer.shared.map { try PostgreSQLDatabase(url: $0.url(parameters)) }
    }
    /// Another pool on a database of a server.
    public func postgreSQLDatabase(url: String) throws -> any Database { try PostgreSQLDatabase(url: url) }
#else
    public import Databases

    /// This build has no PostgreSQL.
    public final class PostgreSQLServer: Sendable {
        public static let shared: PostgreSQLServer? = nil

        public init?(settings: [String] = []) { nil }

        public func url(_ parameters: String = "", schema: String? = nil) -> String { "" }

        public func crash() {}
    }

    public func postgreSQLDatabase(url: String) throws -> any Database {
        throw DatabaseError(.other, "This build has no PostgreSQL.")
    }

    public func temporaryDatabase(_ parameters: String = "") async throws -> (any Database)? { nil }
#endif
