import Territories
import Testing

private let metropole = Scope.epci("200046977")

@Suite("What somebody meant by the name of a commune")
struct MatchingTests {
    private let reference = Reference.builtIn

    private func match(_ name: String, _ hints: Hints = Hints()) -> NameMatch {
        reference.match(name: name, among: metropole, hints: hints)
    }

    @Test func theOfficialNameIsExact() {
        #expect(match("Écully") == .exact(reference.commune(code: "69081")!))
        #expect(match("  Saint-Didier-au-Mont-d'Or ") == .exact(reference.commune(code: "69194")!))
    }

    @Test(arguments: [
        ("ECULLY", "69081"), ("Saint-Genis Laval", "69204"), ("St Priest", "69290"), ("Ste Foy les Lyon", "69202"),
        ("St Didier au mont d'or", "69194"), ("ST-DIDIER-AU-MT-D’OR", "69194"), ("Mulatière (La)", "69142"),
        ("Mulatiere", "69142"), ("LA MULATIERE", "69142"), ("Tour de Salvagny (La)", "69250"),
        ("saint cyr au montdor", "69191"), ("Caluire & Cuire", "69034"), ("Caluire et cuire", "69034"),
        ("Sainte Foy-lez-Lyon", "69202"), ("69500 BRON", "69029"), ("Bron (69500)", "69029"), ("Bron (Rhône)", "69029"),
        ("Mairie de Bron", "69029"), ("Ville de Vénissieux", "69259"), ("VILLEURBANNE CEDEX", "69266"),
        ("Commune de la Mulatière", "69142"), ("StPriest", "69290"), ("Fontaines s/ Saône", "69088"),
        ("FONTAINES ST MARTIN", "69087"), ("Marcy l’Etoile", "69127"), ("Marcy l'Étoile", "69127"),
        ("Neuville s/Saone", "69143"), ("St Genis les Ollieres", "69205"), ("Saint Genis Ollières", "69205"),
        ("Oullins Pierre Bénite", "69149"), ("Lyon Cedex 03", "69123"), ("LYON", "69123"), ("Grigny", "69096"),
        ("De\u{301}cines-Charpieu", "69275"), ("Vaulx en Velin\u{A0}", "69256"),
    ])
    func spellingsOfOneNameAreCertain(name: String, code: String) {
        switch match(name) {
        case .certain(let commune, _), .exact(let commune): #expect(commune.code == code)
        case let other: Issue.record("\(name): \(other)")
        }
    }

    @Test(arguments: [
        ("LYON 3EME", "69383"), ("Lyon 03", "69383"), ("Lyon IIIe", "69383"), ("Lyon 3e Arrondissement", "69383"),
        ("69003 Lyon", "69383"), ("Lyon 3", "69383"), ("Lyon (3e)", "69383"), ("Lyon 3ème arr.", "69383"),
        ("3e arrondissement de Lyon", "69383"), ("Lyon 1er", "69381"), ("lyon ix", "69389"), ("Lyon-8", "69388"),
        ("3ème arrondissement", "69383"), ("Lyon 2 ème", "69382"), ("Lyon troisième", "69383"), ("LYON 07", "69387"),
        ("Lyon 3°", "69383"),
    ])
    func arrondissementsAreFound(name: String, code: String) {
        switch match(name) {
        case .certain(let commune, _), .exact(let commune):
            #expect(commune.code == code)
            #expect(reference.parent(of: commune.code)?.name == "Lyon")
        case let other: Issue.record("\(name): \(other)")
        }
    }

    @Test(arguments: [
        ("Villeurbane", "69266"), ("Venisieux", "69259"), ("Tassin", "69244"), ("Rillieux", "69286"),
        ("Pierre Bénite", "69149"), ("Oullins", "69149"), ("Ste Foy", "69202"), ("Decine Charpieu", "69275"),
        ("Saint-Cir-au-Mont-d'Or", "69191"), ("Brron", "69029"), ("Caluire", "69034"),
    ])
    func likenessesAreProposedOnly(name: String, code: String) {
        guard case .likely(let commune, _) = match(name) else {
            Issue.record("\(name): \(match(name))")
            return
        }
        #expect(commune.code == code)
    }

    @Test func aPostcodeOrCodeConfirmsALikeness() {
        #expect(match("Villeurbane", Hints(postcode: "69100")).isCertain("69266"))
        #expect(match("St Genis", Hints(postcode: "69230")).isCertain("69204"))
        #expect(match("Oullins", Hints(code: "69149")).isCertain("69149"))
        #expect(match("Tassin", Hints(identifierCode: "69244")).isCertain("69244"))
    }

    @Test func severalPossibleNamesAreAsked() {
        guard case .ambiguous(let candidates) = match("St Genis") else {
            Issue.record("\(match("St Genis"))")
            return
        }
        #expect(Set(candidates.map(\.code)) == ["69204", "69205"])
        #expect(match("Fontaines", Hints(postcode: "69270")).commune == nil)
    }

    @Test func theSendersOwnCommuneIsTheLikelyOne() {
        #expect(match("St Genis", Hints(sender: "69205")).commune?.code == "69205")
    }

    @Test(arguments: ["Paris", "Lyon 12", "Marseille 3e", "", "-", "Place de la mairie", "nr", "Saint", "69003"])
    func foreignWordsMeanNoCommune(name: String) {
        #expect(match(name).commune == nil, "\(match(name))")
    }

    @Test func aPostcodeOfAnotherTownIsAQuestion() {
        guard case .ambiguous(let candidates) = match("69100 Bron") else {
            Issue.record("\(match("69100 Bron"))")
            return
        }
        #expect(candidates.map(\.code) == ["69029", "69266"])
    }

    @Test func aCodeThatContradictsALikenessMakesItAQuestion() {
        guard case .ambiguous(let candidates) = match("Villeurbane", Hints(code: "69029")) else {
            Issue.record("\(match("Villeurbane", Hints(code: "69029")))")
            return
        }
        #expect(candidates.map(\.code) == ["69266", "69029"])
    }

    @Test func formerCommunesLeadToTodays() {
        #expect(reference.successor(of: "69152")?.name == "Oullins-Pierre-Bénite")
        #expect(reference.successor(of: "69152", on: "2023-12-31")?.name == "Pierre-Bénite")
        #expect(reference.commune(code: "69149")?.name == "Oullins-Pierre-Bénite")
        #expect(reference.parent(of: "69385")?.code == "69123")
        #expect(reference.contains(postcode: "69005", code: "69123") == true)
        #expect(reference.contains(postcode: "69140", code: "69029") == false)
    }

    @Test func theBuiltInTableIsTheMetropole() {
        #expect(reference.communes(epci: "200046977").count == 58)
        #expect(reference.districts(of: "69123").count == 9)
        #expect(reference.communes(postcode: "69003").map(\.code) == ["69123", "69383"])
    }
}

extension NameMatch {
    fileprivate func isCertain(_ code: String) -> Bool {
        if case .certain(let commune, _) = self { commune.code == code } else { false }
    }
}
