extension FieldDescriptor {
    /// What reads the cells of the field.
    func reader() -> any CellReader {
        let isBare = tree["bareNumber"]?.bool ?? true
        let groupSign = tree["groupChar"]?.string ?? ""
        return switch type {
        case "number":
            NumberReader(decimalSign: tree["decimalChar"]?.string ?? ".", groupSign: groupSign, isBare: isBare)
        case "integer": IntegerReader(groupSign: groupSign, isBare: isBare)
        case "boolean":
            BooleanReader(
                trueWords: tree["trueValues"].map { SchemaDescriptor.names($0) } ?? BooleanReader.usualTrue,
                falseWords: tree["falseValues"].map { SchemaDescriptor.names($0) } ?? BooleanReader.usualFalse)
        case "date": DateReader(format: format)
        case "time": TimeReader(format: format)
        case "datetime": DatetimeReader(format: format)
        case "year": YearReader()
        case "yearmonth": MonthReader()
        case "duration": DurationReader()
        case "geopoint": GeopointReader(format: format)
        case "geojson": GeoJSONReader(isTopology: format == "topojson")
        case "object": ObjectReader()
        case "array": ArrayReader()
        case "list":
            ListReader(
                delimiter: tree["delimiter"]?.string ?? ",",
                item: FieldDescriptor(.object([("type", .text(tree["itemType"]?.string ?? "string"))])).reader())
        case "any": AnyReader()
        default: StringReader(format: format)
        }
    }
}
