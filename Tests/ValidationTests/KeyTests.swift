import Testing
import Validation

struct KeyTests {
    @Test func aValueComesOnce() {
        let schema = #"{"fields":[{"name":"a","constraints":{"unique":true}},{"name":"b"}]}"#
        #expect(faults("a,b\nx,1\ny,1\nx,1\n,1\n,1\nx,1\n", schema) == ["unique-error@4:a", "unique-error@7:a"])
    }

    @Test func numbersAreTheSameHoweverTheyAreWritten() {
        let schema = #"{"fields":[{"name":"a","type":"number","constraints":{"unique":true}},{"name":"b"}]}"#
        #expect(faults("a,b\n1,x\n1.0,x\n10e-1,x\n", schema) == ["unique-error@3:a", "unique-error@4:a"])
    }

    @Test func aPrimaryKeyNamesOneRow() {
        let two = #"{"primaryKey":["a","b"],"fields":[{"name":"a"},{"name":"b"},{"name":"c"}]}"#
        #expect(faults("a,b,c\n1,x,\n1,y,\n1,x,\n,,z\n1,,z\n", two) == ["primary-key@4", "primary-key@5"])
        let one = #"{"primaryKey":"a","fields":[{"name":"a"},{"name":"b"}]}"#
        #expect(faults("a,b\n1,\n1,\n", one) == ["primary-key@3"])
    }

    @Test func theColumnsOfAPrimaryKeyMustBeThere() {
        let schema = #"{"primaryKey":"a","fields":[{"name":"a"},{"name":"b"}]}"#
        #expect(faults("b\nx\n", schema) == ["missing-label:a"])
    }

    @Test func uniqueKeysForbidTwoRowsOfTheSameValues() {
        let schema = #"{"uniqueKeys":[["a","b"]],"fields":[{"name":"a"},{"name":"b"}]}"#
        #expect(faults("a,b\n1,x\n1,y\n1,x\n1,\n1,\n", schema) == ["unique-key@4"])
    }

    @Test func aTableMayReferToItself() {
        let schema = """
            {"foreignKeys":[{"fields":"parent","reference":{"resource":"","fields":"id"}}],\
            "fields":[{"name":"id"},{"name":"parent"}]}
            """
        #expect(faults("id,parent\n1,\n2,1\n3,9\n", schema) == ["foreign-key@4"])
    }

    @Test func anotherTableIsNotThere() {
        let schema = """
            {"foreignKeys":[{"fields":"a","reference":{"resource":"b","fields":"c"}}],"fields":[{"name":"a"}]}
            """
        #expect(faults("a\n1\n", schema) == ["resource-error"])
    }
}
