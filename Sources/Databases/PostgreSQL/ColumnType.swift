#if PostgreSQL
    /// How the values of a column come over the wire, by the number that PostgreSQL gives to each type.
    enum ColumnType: Sendable {
        case boolean, bytes, integer2, integer4, integer8, identifier, real4, real8, text
        /// Any other, which is asked for as text.
        case other

        init(_ oid: UInt32) {
            switch oid {
            case 16: self = .boolean
            case 17: self = .bytes
            case 20: self = .integer8
            case 21: self = .integer2
            case 23: self = .integer4
            case 26: self = .identifier
            case 700: self = .real4
            case 701: self = .real8
            // name, text, json, xml, unknown, bpchar, varchar: as binary values they are their text.
            case 19, 25, 114, 142, 705, 1042, 1043: self = .text
            default: self = .other
            }
        }

        /// Whether its binary values can be read.
        var isKnown: Bool { if case .other = self { false } else { true } }
    }
#endif
