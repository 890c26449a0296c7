import Testing
import Validation

/// Nothing is judged under a schema that is at fault: so Validata decides.
struct SchemaFaultTests {
    @Test(arguments: [
        #"{}"#, #"[]"#, #"x"#, #"{"fields":{}}"#, #"{"fields":[{"type":"string"}]}"#,
        #"{"fields":[{"name":"a","type":"float"}]}"#, #"{"fields":[{"name":"a"},{"name":"a"}]}"#,
        #"{"name":"Un Nom","fields":[{"name":"a"}]}"#, #"{"type":"object","fields":[{"name":"a"}]}"#,
        #"{"primaryKey":["b"],"fields":[{"name":"a"}]}"#, #"{"fieldsMatch":"rien","fields":[{"name":"a"}]}"#,
        #"{"fields":[{"name":"a","format":"rien"}]}"#, #"{"fields":[{"name":"a","required":true}]}"#,
        #"{"fields":[{"name":"a","type":"boolean","constraints":{"minimum":1}}]}"#,
        #"{"fields":[{"name":"a","type":"integer","example":"douze"}]}"#,
        #"{"fields":[{"name":"a","constraints":{"enum":"x"}}]}"#,
        #"{"missingValues":[1],"fields":[{"name":"a"}]}"#,
    ])
    func isTold(_ schema: String) {
        let types = faults("a\n1\n", schema)
        #expect(!types.isEmpty && types.allSatisfy { $0 == "schema-error" || $0 == "field-error" })
    }

    @Test(arguments: [
        #"{"fields":[]}"#, #"{"fields":[{"name":"a","type":""}]}"#, #"{"fields":[{"name":"a","format":"default"}]}"#,
        #"{"fields":[{"name":"a","type":"date","format":"fmt:%d"}]}"#, #"{"fields":[{"name":"a","autre":[1,{}]}]}"#,
        #"{"fields":[{"name":"a","type":"any","example":3}]}"#,
        #"{"fields":[{"name":"a","type":"boolean","trueValues":["oui","1"],"falseValues":["non"],"example":"oui"}]}"#,
    ])
    func whatIsUnknownIsIgnored(_ schema: String) {
        #expect(faults("a,b\n1,\n", schema).isEmpty)
    }
}
