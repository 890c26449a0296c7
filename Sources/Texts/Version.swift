/// The version of the product.
///
/// Files and answers are tagged with it too, since another version may write the same rows in other bytes.
public let gabaritVersion = "0.1.0"
