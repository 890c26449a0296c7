"""A site of the shape of data.gouv.fr, for trying `gabarit push` and the tests of the room Pushing.

    python site.py PORT            a small imitation, needs nothing
    python site.py PORT --udata    udata itself over an in-memory database (pip install udata==17.18.0 mongomock)

Prints one line: the address, a key, and the identifier of an organisation. Listens on 127.0.0.1 only.
"""

import http.server
import itertools
import json
import sys
import urllib.parse

KEY, ORGANISATION = "clef", "0123456789abcdef01234567"


def imitation(port):
    datasets, numbers = {}, itertools.count(1)

    class Site(http.server.BaseHTTPRequestHandler):
        def reply(self, status, body):
            data = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def handle_any(self):
            place = urllib.parse.urlparse(self.path)
            query = dict(urllib.parse.parse_qsl(place.query))
            path = [part for part in place.path.split("/") if part][2:]
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            if self.headers.get("X-API-KEY") != KEY:
                return self.reply(401, {"message": "Unauthorized"})
            match (self.command, path):
                case ("GET", ["me"]):
                    return self.reply(200, {"id": "me"})
                case ("POST", ["contacts"]):
                    return self.reply(201, {"id": "contact-1", **body})
                case ("GET", ["datasets"]):
                    page, size = int(query.get("page", 1)), int(query.get("page_size", 20))
                    shown = list(datasets.values())[(page - 1) * size:page * size]
                    return self.reply(200, {"data": shown, "next_page": "x" if len(datasets) > page * size else None})
                case ("POST", ["datasets"]):
                    return self.save(f"d{next(numbers)}", body, 201)
                case ("GET", ["datasets", name]) if name in datasets:
                    return self.reply(200, datasets[name])
                case ("PUT", ["datasets", name]) if name in datasets:
                    return self.save(name, body, 200)
            self.reply(404, {"message": "Not found"})

        def save(self, name, body, status):
            if not body.get("title") or not body.get("description"):
                return self.reply(400, {"message": "Validation error", "errors": {"title": ["required"]}})
            for resource in body.get("resources", []):
                resource.setdefault("id", f"r{next(numbers)}")
            body["contact_points"] = [{"id": contact} for contact in body.get("contact_points", [])]
            page = f"http://127.0.0.1:{port}/datasets/{name}/"
            datasets[name] = {**datasets.get(name, {}), **body, "id": name, "page": page, "deleted": None}
            self.reply(status, datasets[name])

        do_GET = do_POST = do_PUT = handle_any

        def log_message(self, *arguments):
            pass

    print(f"http://127.0.0.1:{port} {KEY} {ORGANISATION}", flush=True)
    http.server.ThreadingHTTPServer(("127.0.0.1", port), Site).serve_forever()


def udata(port):
    import mongoengine
    import mongoengine.connection
    import mongomock

    connect = mongoengine.connect
    def in_memory(db=None, alias="default", **options):
        return connect("test", alias=alias, mongo_client_class=mongomock.MongoClient, tz_aware=True,
                       uuidRepresentation="standard")
    mongoengine.connect = mongoengine.connection.connect = in_memory

    from udata import settings
    from udata.app import create_app

    class Settings(settings.Testing, settings.Defaults):
        SECRET_KEY = "x"
        SECURITY_TOTP_SECRETS, SECURITY_TOTP_ISSUER = {"1": "a" * 36}, "x"
        LANGUAGES, DEFAULT_LANGUAGE = {"fr": "Français", "en": "English"}, "fr"
        MONGODB_HOST = MONGODB_HOST_TEST = "mongodb://localhost/test"

    options = {"override": None} if "override" in create_app.__code__.co_varnames else {}
    app = create_app(Settings, **options)
    import udata.api
    import udata.frontend
    udata.api.init_app(app)
    udata.frontend.init_app(app)
    with app.app_context():
        from udata.core.api_token.models import ApiToken
        from udata.core.dataset.models import License
        from udata.core.organization.models import Member, Organization
        from udata.core.spatial.models import GeoZone
        from udata.core.user.models import datastore

        for name in ("lov2", "odc-odbl", "cc-zero", "notspecified"):
            License(id=name, title=name).save()
        GeoZone(id="fr:commune:69029", slug="bron", name="Bron", code="69029", level="fr:commune").save()
        user = datastore.create_user(first_name="A", last_name="B", email="a@b.fr", password="x", active=True)
        user.save()
        organisation = Organization(name="Métropole", description="x", members=[Member(user=user, role="admin")])
        organisation.save()
        print(f"http://127.0.0.1:{port} {ApiToken.generate(user)[1]} {organisation.id}", flush=True)
    from werkzeug.serving import run_simple
    run_simple("127.0.0.1", port, app, threaded=False)


if __name__ == "__main__":
    (udata if "--udata" in sys.argv else imitation)(int(sys.argv[1]))
