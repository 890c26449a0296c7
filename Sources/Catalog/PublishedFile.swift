public import Texts

/// What is known of a file once it was written.
public struct WrittenFile: Sendable, Hashable {
    /// How many bytes it has.
    public var size: Int
    /// The SHA-256 of its bytes in hexadecimal.
    public var sha256: String

    /// What is known of a file.
    public init(size: Int, sha256: String) {
        self.size = size
        self.sha256 = sha256
    }
}

/// A file in which a dataset can be had.
public struct PublishedFile: Sendable {
    /// The whole web address.
    public var address: String
    /// The end of its name, without the first dot (`csv`, `excel.csv`).
    public var fileExtension: String
    /// The media type, which may name its character set.
    public var mediaType: String
    /// The name for people.
    public var title: Text
    /// What it is good for, in one sentence.
    public var purpose: Text
    /// How many bytes it has, where that is known.
    public var size: Int?
    /// The SHA-256 of its bytes in hexadecimal, where that is known.
    public var sha256: String?

    /// A file.
    public init(address: String, fileExtension: String, mediaType: String, title: Text, purpose: Text) {
        self.address = address
        self.fileExtension = fileExtension
        self.mediaType = mediaType
        self.title = title
        self.purpose = purpose
    }

    /// The format alone: the last part of the name's end (`csv` of `excel.csv`, `shp` of `shp.zip`).
    public var format: String {
        let parts = fileExtension.lowercased().split(separator: ".")
        let isPacked = parts.last == "zip" && parts.count > 1
        return (isPacked ? parts.dropLast() : parts[...]).last.map(String.init) ?? ""
    }

    /// The media type without its parameters.
    public var plainMediaType: String {
        mediaType.prefix { $0 != ";" }.trimmingPrefix { $0 == " " }.lowercased()
    }
}
