#if PostgreSQL
    import Databases
    import Foundation
    import TestDatabases
    import Testing

    /// Who is let in, and over what: passwords and certificates. libpq finds its server at 127.0.0.1, on a free port.
    @Suite(.enabled(if: PostgreSQLServer.shared != nil, "PostgreSQL is not installed"))
    struct PostgreSQLAccessTests {
        private func one(_ url: String) async throws -> String? {
            let database = try PostgreSQLDatabase(url: url)
            let answer = try await database.read {
                try $0.first("SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()") { $0.text(0) }
            }
            await database.close()
            return answer
        }

        private func kind(_ url: String) async -> DatabaseError.Kind? {
            do { _ = try await one(url) } catch { return (error as? DatabaseError)?.kind }
            return nil
        }

        @Test func onlyTheServerThatItsCertificateNamesIsBelieved() async throws {
            let port = try #require(Self.freePort())
            let server = try #require(
                PostgreSQLServer(
                    settings: [
                        "listen_addresses = '127.0.0.1'", "port = \(port)", "password_encryption = 'scram-sha-256'",
                    ]))
            defer { server.stop() }
            let data = server.folder.path + "/data"
            guard Self.certificate(in: data, "server"), Self.certificate(in: data, "other") else {
                print("openssl is not installed: TLS is not tested.")
                return
            }
            let local = try PostgreSQLDatabase(url: server.url("port=\(port)"))
            try await local.write {
                try $0.run(script: "CREATE ROLE agent LOGIN PASSWORD 'geheim'; GRANT ALL ON DATABASE postgres TO agent")
            }
            // ALTER SYSTEM cannot stand in a transaction: the file is written.
            try Self.append(
                "ssl = on\nssl_cert_file = 'server.crt'\nssl_key_file = 'server.key'\n", to: data + "/postgresql.conf")
            try Self.prepend(
                "hostssl all all 127.0.0.1/32 scram-sha-256\nhostnossl all all 127.0.0.1/32 reject\n",
                to: data + "/pg_hba.conf")
            server.restart()

            let address = "postgresql://agent:geheim@127.0.0.1:\(port)/postgres?schema=a&"
            let root = "sslrootcert=\(server.folder.path)"
            try Self.publish(data + "/server.crt", to: server.folder.path + "/server.crt")
            try Self.publish(data + "/other.crt", to: server.folder.path + "/other.crt")
            #expect(try await one(address + "sslmode=verify-full&\(root)/server.crt")?.hasPrefix("TLS") == true)
            #expect(await kind(address + "sslmode=verify-full&\(root)/other.crt") == .refused)
            #expect(await kind(address + "sslmode=disable") == .refused)
            #expect(
                await kind(address.replacingOccurrences(of: "geheim", with: "falsch") + "sslmode=require") == .refused)
            #expect(
                await kind(address.replacingOccurrences(of: "/postgres?", with: "/nowhere?") + "sslmode=require")
                    == .refused)

            // A running statement is stopped over TCP too, and large answers come over TLS.
            let database = try PostgreSQLDatabase(url: address + "sslmode=require&pool=1")
            let sum = try await database.read { session in
                var sum = 0
                try session.query("SELECT repeat('é', 1000) FROM generate_series(1, 20000)", []) { row in
                    sum += row.withBytes(0) { $0.count }
                }
                return sum
            }
            #expect(sum == 40_000_000)
            let task = Task { try await database.read { try $0.run(script: "SELECT pg_sleep(600)") } }
            for _ in 0..<10_000 {
                let sleeping = try await local.read {
                    try $0.first(
                        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)' AND state = 'active'"
                    ) { $0.integer(0) }
                }
                if sleeping == 1 { break }
            }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            await database.close()
            await local.close()
        }

        /// A certificate that signs itself, for 127.0.0.1, owned by the server's user.
        private static func certificate(in folder: String, _ name: String) -> Bool {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = [
                "-c",
                """
                openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=127.0.0.1 \
                    -addext subjectAltName=IP:127.0.0.1 -keyout "$0/\(name).key" -out "$0/\(name).crt" 2>/dev/null &&
                chmod 600 "$0/\(name).key" && { [ "$(id -u)" != 0 ] || chown --reference="$0" "$0/\(name).key" "$0/\(name).crt"; }
                """, folder,
            ]
            guard (try? process.run()) != nil else { return false }
            process.waitUntilExit()
            return process.terminationStatus == 0
        }

        private static func append(_ lines: String, to file: String) throws {
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
            try handle.seekToEnd()
            try handle.write(contentsOf: Data(lines.utf8))
            try handle.close()
        }

        /// Writes in place, so that the file stays its owner's.
        private static func prepend(_ lines: String, to file: String) throws {
            let before = try Data(contentsOf: URL(fileURLWithPath: file))
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
            try handle.write(contentsOf: Data(lines.utf8) + before)
            try handle.close()
        }

        private static func publish(_ file: String, to copy: String) throws {
            try Data(contentsOf: URL(fileURLWithPath: file)).write(to: URL(fileURLWithPath: copy))
        }

        /// A port that the system gives to whoever asks for any.
        private static func freePort() -> Int? {
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(descriptor) }
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = inet_addr("127.0.0.1")
            var size = socklen_t(MemoryLayout<sockaddr_in>.size)
            return withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                    guard bind(descriptor, generic, size) == 0, getsockname(descriptor, generic, &size) == 0 else {
                        return nil
                    }
                    return Int(pointer.pointee.sin_port.byteSwapped)
                }
            }
        }
    }
#endif
