import Hummingbird

/// Whether the server is ready, and what robots may read.
struct StatusRoutes {
    func add(to router: Router<BasicRequestContext>) {
        router.get("/sante") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
                body: .init(byteBuffer: ByteBuffer(string: "ok\n")))
        }
        router.get("/robots.txt") { request, _ in
            Answers.bytes(
                Array("User-agent: *\nDisallow: /recherche\n".utf8),
                headers: [.contentType: "text/plain; charset=utf-8"], tag: nil, Inquiry(request))
        }
    }
}
