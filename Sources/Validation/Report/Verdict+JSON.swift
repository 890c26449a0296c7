import Tables

extension Verdict {
    /// Writes the verdict in the shape of Validata's report, piece by piece: a million faults need no tree in memory.
    public func writeJSON(to output: @escaping ([UInt8]) throws -> Void) throws {
        var writer = JSONWriter(to: output)
        try writer.object { report in
            try report.write("valid", isValid)
            try report.object("stats") { stats in
                try stats.write("errors", errorCount)
                try stats.write("warnings", warnings.count)
                try stats.write("seconds", seconds)
                try stats.write("fields", fieldCount)
                try stats.write("rows", rowCount)
                try stats.write("rows_processed", processedCount)
            }
            try report.array("warnings") { list in for warning in warnings { try list.write(nil, warning) } }
            try report.array("errors") { list in
                try forEachFault { fault in try list.object { try fault.write(to: &$0) } }
            }
        }
        try writer.finish()
    }
}

extension Fault {
    fileprivate func write(to writer: inout JSONWriter) throws {
        try writer.write("title", title)
        try writer.write("message", message)
        try writer.write("type", type)
        try writer.array("tags") { list in for tag in tags { try list.write(nil, tag) } }
        if let rowNumber { try writer.write("rowNumber", rowNumber) }
        if let fieldName { try writer.write("fieldName", fieldName) }
        if let fieldNumber { try writer.write("fieldNumber", fieldNumber) }
        if let cell { try writer.write("cell", cell) }
    }
}
