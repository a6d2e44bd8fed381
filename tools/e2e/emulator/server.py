"""The emulator as a server: its own paths, then faults and expired sessions, then moto."""

import io
import json
import re
from contextlib import nullcontext
from urllib.parse import parse_qs

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

from . import estate, identity
from .calls import ONE_CALL
from .custom import HANDLERS
from .faults import FAULTS, response
from .report import REPORT

_CREDENTIAL = re.compile(r"Credential=([^/]+)/\d+/([^/]+)/([^/]+)/")
# What AWS answers to anybody.
UNSIGNED = ("AssumeRoleWithWebIdentity", "AssumeRoleWithSAML")


class Emulator:
    """A WSGI application."""

    def __init__(self):
        self._moto = DomainDispatcherApplication(create_backend_app)

    def __call__(self, environ, start_response):
        path = environ["PATH_INFO"]
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        environ["wsgi.input"] = io.BytesIO(body)
        if path.startswith("/emulator/"):
            return self._own(path.removeprefix("/emulator/"), body, start_response)
        found = _CREDENTIAL.search(environ.get("HTTP_AUTHORIZATION", ""))
        if found:
            key_id, _, service = found.groups()
            fault = identity.refusal(key_id) or FAULTS.of_call(service, action_of(environ, body))
            if fault is not None:
                status, headers, text = response(service, environ, fault)
                start_response(status, headers)
                return [text.encode()]
        # Stacks take their time, and make calls of their own.
        turn = nullcontext() if found and found.group(3) == "cloudformation" else ONE_CALL
        try:
            with turn:
                return self._moto(environ, start_response)
        except NotImplementedError as error:
            # Not a fault of the server: clients would try it again, and again.
            fault = {"code": "UnsupportedOperation", "message": f"The emulator lacks it: {error}"}
            status, headers, text = response(found.group(3) if found else "", environ, fault)
            start_response(status, headers)
            return [text.encode()]

    def _own(self, path, body, start_response):
        given = json.loads(body) if body and not path.startswith("answers/") else {}
        if path == "estate":
            answer = keys(estate.build(given))
        elif path == "session":
            answer = keys(identity.session(given["role"], given["region"]))
        elif path == "expire":
            answer = identity.expire(given["accessKeyId"])
        elif path == "faults":
            answer = FAULTS.plan(given)
        elif path == "faults/clear":
            answer = FAULTS.clear()
        elif path == "report":
            answer = {**REPORT.to_json(), "faults": FAULTS.happened}
        elif path.startswith("answers/"):
            answer = HANDLERS.answered(path.removeprefix("answers/"), body)
        else:
            start_response("404 Not Found", [])
            return [b""]
        start_response("200 OK", [("Content-Type", "application/json")])
        return [json.dumps(answer).encode()]


def keys(session):
    return {
        "accessKeyId": session.access_key_id,
        "secretAccessKey": session.secret_access_key,
        "sessionToken": session.session_token,
    }


def action_of(environ, body):
    """`CreateStack`, or for the interfaces of the REST kind `POST /path`."""
    target = environ.get("HTTP_X_AMZ_TARGET")
    if target:
        return target.rsplit(".", 1)[-1]
    form = parse_qs(body.decode("utf-8", "replace")) if body[:7] == b"Action=" or b"&Action=" in body else {}
    if "Action" in form:
        return form["Action"][0]
    return f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}"
