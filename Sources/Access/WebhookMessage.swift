import Editions
import Foundation

/// One message to a webhook, in the form of *Standard Webhooks*: an identifier that stays the same when it is sent
/// again, the time, and a signature over both and the body.
struct WebhookMessage {
    let body: [UInt8]
    let headers: [String: String]

    init(hook: Webhook, page: ChangePage, moment: Date) {
        let id = "\(hook.id)-\(page.next)"
        let seconds = String(Int(moment.timeIntervalSince1970))
        body = Self.body(page)
        headers = [
            "Content-Type": "application/json; charset=utf-8", "Webhook-Id": id, "Webhook-Timestamp": seconds,
            "Webhook-Signature": "v1="
                + Secret.signature(of: Array("\(id).\(seconds).".utf8) + body, with: hook.secret),
        ]
    }

    private static func body(_ page: ChangePage) -> [UInt8] {
        var bytes = Array("{\"changes\":[".utf8)
        for (place, change) in page.changes.enumerated() {
            if place > 0 { bytes.append(0x2C) }
            change.writeJSON(to: &bytes)
        }
        bytes += Array("],\"next\":\(page.next)}".utf8)
        return bytes
    }
}
