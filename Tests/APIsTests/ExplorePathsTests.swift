import APIs
import Foundation
import Testing

/// The descriptions of Explore, CKAN and the Grand Lyon's tables are OpenAPI, and name what exists.
struct ExplorePathsTests {
    @Test func theDescriptionsAreOneDocument() throws {
        let example = try Example()
        let apis: [any PublicAPI] = [ExploreAPI(), CKANAPI(), RDataAPI()]
        var ids: [String] = []
        for api in apis {
            let text = api.paths(example)
            #expect(!text.contains("$ref"))
            let paths = try #require(
                JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: [String: [String: Any]]])
            for (path, operations) in paths {
                #expect(api.roots.contains { path.hasPrefix("/\($0)") }, "\(path)")
                for operation in operations.values {
                    ids.append(try #require(operation["operationId"] as? String))
                    #expect((operation["responses"] as? [String: Any])?["200"] != nil)
                    let names = (operation["parameters"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
                    #expect(Set(names).count == names.count, "\(path)")
                }
            }
        }
        #expect(Set(ids).count == ids.count)
    }
}
