import Tables

/// Communes outside the Métropole de Lyon from which files are sent: code, name, postcode, and about their middle.
///
/// Many have a code that begins with a zero, a letter in it, an accent, an apostrophe or an article. Codes: INSEE, code
/// officiel géographique; postcodes and places: La Poste, base officielle des codes postaux (Licence Ouverte 2.0).
enum Facts {
    struct Town: Sendable {
        let code: String
        let name: String
        let postcode: String
        let middle: Coordinate

        init(_ code: String, _ name: String, _ postcode: String, _ longitude: Double, _ latitude: Double) {
            self.code = code
            self.name = name
            self.postcode = postcode
            middle = Coordinate(longitude: longitude, latitude: latitude)
        }
    }

    static let towns: [Town] = [
        Town("01053", "Bourg-en-Bresse", "01000", 5.2289, 46.2051), Town("01283", "Oyonnax", "01100", 5.6556, 46.2604),
        Town("01004", "Ambérieu-en-Bugey", "01500", 5.3700, 45.9608), Town("01034", "Belley", "01300", 5.6879, 45.7587),
        Town("01262", "Montluel", "01120", 5.0300, 45.8700), Town("02408", "Laon", "02000", 3.6199, 49.5679),
        Town("02691", "Saint-Quentin", "02100", 3.2876, 49.8472), Town("02722", "Soissons", "02200", 3.3247, 49.3790),
        Town("03190", "Moulins", "03000", 3.3320, 46.5626), Town("03310", "Vichy", "03200", 3.4250, 46.1276),
        Town("04070", "Digne-les-Bains", "04000", 6.2360, 44.0909), Town("04112", "Manosque", "04100", 5.7910, 43.8354),
        Town("05061", "Gap", "05000", 6.0683, 44.5800), Town("05023", "Briançon", "05100", 6.6479, 44.8998),
        Town("06029", "Cannes", "06400", 7.0048, 43.5539), Town("06069", "Grasse", "06130", 6.9383, 43.6569),
        Town("07186", "Privas", "07000", 4.5950, 44.7256), Town("07010", "Annonay", "07100", 4.6599, 45.2437),
        Town("08105", "Charleville-Mézières", "08000", 4.7160, 49.7706),
        Town("08409", "Sedan", "08200", 4.9428, 49.7010),
        Town("09122", "Foix", "09000", 1.6057, 42.9658), Town("09225", "Pamiers", "09100", 1.6108, 43.1160),
        Town("2A004", "Ajaccio", "20000", 8.7033, 41.9347), Town("2B033", "Bastia", "20200", 9.4340, 42.6870),
        Town("2A247", "Porto-Vecchio", "20137", 9.2710, 41.5913), Town("2B096", "Corte", "20250", 9.1100, 42.2900),
        Town("97209", "Fort-de-France", "97200", -61.0690, 14.6411),
        Town("97415", "Saint-Paul", "97460", 55.3279, -21.0445),
        Town("94059", "Le Plessis-Trévise", "94420", 2.5761, 48.8061),
        Town("94078", "Villeneuve-Saint-Georges", "94190", 2.4470, 48.7415),
        Town("94038", "L'Haÿ-les-Roses", "94240", 2.3374, 48.7763),
        Town("94071", "Sucy-en-Brie", "94370", 2.5340, 48.7656),
        Town("35238", "Rennes", "35000", -1.6820, 48.1116), Town("35288", "Saint-Malo", "35400", -1.9700, 48.6450),
        Town("29019", "Brest", "29200", -4.5058, 48.4084), Town("44184", "Saint-Nazaire", "44600", -2.2520, 47.2802),
        Town("38185", "Grenoble", "38000", 5.7243, 45.1842),
        Town("38053", "Bourgoin-Jallieu", "38300", 5.2737, 45.6022),
        Town("38544", "Vienne", "38200", 4.8740, 45.5208), Town("42207", "Saint-Chamond", "42400", 4.5120, 45.4698),
        Town("42187", "Roanne", "42300", 4.0797, 46.0448), Town("73065", "Chambéry", "73000", 5.9050, 45.5822),
        Town("74012", "Annemasse", "74100", 6.2422, 46.1909), Town("26362", "Valence", "26000", 4.9140, 44.9229),
        Town("26198", "Montélimar", "26200", 4.7498, 44.5540),
        Town("69264", "Villefranche-sur-Saône", "69400", 4.7270, 45.9874),
        Town("69010", "L'Arbresle", "69210", 4.6140, 45.8343), Town("71270", "Mâcon", "71000", 4.8217, 46.3206),
        Town("21054", "Beaune", "21200", 4.8384, 47.0256), Town("25388", "Montbéliard", "25200", 6.7944, 47.5155),
        Town("33281", "Mérignac", "33700", -0.6808, 44.8327), Town("47001", "Agen", "47000", 0.6250, 44.2010),
        Town("64102", "Bayonne", "64100", -1.4645, 43.4905), Town("31149", "Colomiers", "31770", 1.3267, 43.6114),
        Town("87154", "Saint-Junien", "87200", 0.8950, 45.8930),
        Town("86066", "Châtellerault", "86100", 0.5420, 46.8170),
    ]
}
