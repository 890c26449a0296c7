import Markup
public import Texts

/// A file of a dataset, as a page offers it.
public struct FileLink: Sendable {
    /// The name of the format.
    public var title: Text
    /// What the format is good for.
    public var purpose: Text
    /// The end of the file's name.
    public var fileExtension: String
    /// The size in bytes, where it is known.
    public var size: Int?

    /// A file.
    public init(title: Text, purpose: Text, fileExtension: String, size: Int?) {
        self.title = title
        self.purpose = purpose
        self.fileExtension = fileExtension
        self.size = size
    }
}

/// The files of a dataset: each link says its format and its size.
struct Downloads {
    let files: [FileLink]
    let schema: String
    let commune: String?
    let visit: Visit

    var html: HTML? {
        guard !files.isEmpty else { return nil }
        let links = files.map { file -> HTML in
            let size: HTML? = file.size.map { " <span class=\"size\">\(visit(Written.size($0)))</span>" }
            let address = visit.file(.file(schema, commune: commune, file.fileExtension))
            return """
                <li><a href="\(link: address)" download><strong>\(visit(file.title))</strong>\(size)</a>
                <p>\(visit(file.purpose))</p></li>
                """
        }
        return """
            <section class="files" aria-labelledby="fichiers"><h2 id="fichiers">\(visit(Words.files))</h2>
            <ul>\(links)</ul></section>
            """
    }
}
