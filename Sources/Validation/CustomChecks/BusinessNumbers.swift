import Norms

extension CustomCheck {
    static let siren = CustomCheck.format("siren") { (_, _) throws(CheckProblem) in { BusinessNumber.isSIREN($0) } }
    static let siret = CustomCheck.format("siret") { (_, _) throws(CheckProblem) in { BusinessNumber.isSIRET($0) } }

    /// Numbers of associations: W and nine digits.
    static let rna = CustomCheck.format("code-rna") { (_, _) throws(CheckProblem) in
        { cell in cell.count == 10 && cell[0] == 0x57 && cell[1...].allSatisfy(\.isDigit) }
    }

    /// Identifiers of buildings: twelve signs that cannot be taken for one another, hyphens aside.
    static let building = CustomCheck.format("id-rnb") { (_, _) throws(CheckProblem) in
        let signs = Set("123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
        return { cell in
            let bare = cell.filter { $0 != 0x2D }
            return bare.count == 12 && bare.allSatisfy(signs.contains)
        }
    }
}
