#if PostgreSQL
    import CPQ
    import Foundation

    extension Link {
        /// The error that a result tells of; marks the connection as lost where the server ends it.
        func fault(_ result: OpaquePointer?) -> DatabaseError {
            guard let result, let state = field("C", result) else { return broken() }
            if Self.endsConnection(state) || state == "26000" || field("R", result) == "RevalidateCachedQuery" {
                // The last two: a prepared statement is not there any more, or its table has changed.
                isLost = true
            }
            if PQstatus(connection) != CONNECTION_OK { isLost = true }
            return DatabaseError(
                kind(of: state), state: state, address.cleaned(field("M", result) ?? "", of: connection))
        }

        private func field(_ code: Unicode.Scalar, _ result: OpaquePointer) -> String? {
            PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
        }

        /// Classes of PostgreSQL's appendix A that say that the connection is over.
        private static func endsConnection(_ state: String) -> Bool {
            ["57P01", "57P02", "57P03", "57P04", "57P05", "25P03"].contains(state)
                || state.hasPrefix("08") && state != "08P01"
        }

        private func kind(of state: String) -> DatabaseError.Kind {
            switch state {
            case "57014":
                // One code for two reasons, told apart only in the words of the server's language.
                if let limit = address.limits.statement, begun.duration(to: .now) >= limit { return .timeout }
                return .cancelled
            case "55P03": return .timeout
            case "53100": return .full
            case "25006": return .readOnly
            case "XX001", "XX002": return .damaged
            case _ where Self.endsConnection(state): return .unreachable
            default: return Self.kinds[String(state.prefix(2))] ?? .other
            }
        }

        private static let kinds: [String: DatabaseError.Kind] = [
            "23": .constraint, "28": .refused, "40": .serialization,
        ]
    }
#endif
