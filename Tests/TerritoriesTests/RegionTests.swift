import Territories
import Testing

@Suite struct RegionTests {
    @Test(arguments: [
        ("69383", "69", "Auvergne-Rhône-Alpes"), ("2A004", "2A", "Corse"), ("97411", "974", "La Réunion"),
        ("01004", "01", "Auvergne-Rhône-Alpes"), ("94076", "94", "Île-de-France"),
    ])
    func aCommuneLeadsToItsRegion(commune: String, department: String, region: String) {
        #expect(Department.code(ofCommune: commune) == department)
        #expect(Department.region(of: department) == region)
    }

    @Test func everyDepartmentHasARegionAndCollectivitiesHaveNone() {
        for number in 1...95 where number != 20 {
            let code = number < 10 ? "0\(number)" : String(number)
            #expect(Department.region(of: code) != nil, "\(code)")
        }
        #expect(Department.region(of: "988") == nil)
        #expect(Department.code(ofCommune: "98818") == "988")
        #expect(Department.code(ofCommune: "00000") == nil)
    }
}
