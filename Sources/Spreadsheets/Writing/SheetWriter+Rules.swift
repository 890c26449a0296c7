import CXLSXWriter
import Tables

extension SheetWriter {
    /// Writes a rule. A drop-down takes its values from the sheet of lists.
    func add(_ rule: EntryRule) {
        let advice = [rule.prompt?.title, rule.prompt?.message, rule.objection?.title, rule.objection?.message]
        withCStrings(advice.map { $0 ?? "" } + [formula(of: rule.accepted) ?? ""]) { words in
            var validation = lxw_data_validation()
            validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
            if rule.prompt != nil {
                validation.input_title = words[0]
                validation.input_message = words[1]
            }
            if rule.objection != nil {
                validation.error_title = words[2]
                validation.error_message = words[3]
            }
            setStrictness(rule.strictness, &validation)
            accept(rule.accepted, formula: words[4], &validation)
            worksheet_data_validation_range(
                target, lxw_row_t(rule.cells.first.row - 1), lxw_col_t(rule.cells.first.column),
                lxw_row_t(rule.cells.last.row - 1), lxw_col_t(rule.cells.last.column), &validation)
        }
    }

    private func formula(of accepted: EntryRule.Accepted) -> String? {
        switch accepted {
        case .choices(let choices): lists.formula(for: choices)
        case .choicesIn(let range): "=\(range.fixed)"
        default: nil
        }
    }

    private func setStrictness(_ strictness: EntryRule.Strictness, _ validation: inout lxw_data_validation) {
        switch strictness {
        case .silent: validation.show_error = UInt8(LXW_VALIDATION_OFF.rawValue)
        case .advice: validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_INFORMATION.rawValue)
        case .warning: validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
        case .refusal: validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
        }
    }

    private func accept(
        _ accepted: EntryRule.Accepted, formula: UnsafeMutablePointer<CChar>?, _ validation: inout lxw_data_validation
    ) {
        switch accepted {
        case .choices([]), .anything:
            validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
        case .choices, .choicesIn:
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            validation.value_formula = formula
        case .number(let min, let max, let whole):
            let type = whole ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL
            validation.validate = UInt8(type.rawValue)
            validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
            validation.minimum_number = min ?? -largestNumber
            validation.maximum_number = max ?? largestNumber
        case .date:
            validation.validate = UInt8(LXW_VALIDATION_TYPE_DATE_NUMBER.rawValue)
            validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
            validation.value_number = 1
        case .text(let max):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LENGTH.rawValue)
            validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO.rawValue)
            validation.value_number = Double(max)
        }
    }
}

/// A bound for numbers that have none: far from any that people type, exact in every spreadsheet.
let largestNumber = 1e12
