"""Custom resources: runs the handlers of the templates in Node, as Lambda would, and waits for their answers."""

import io
import json
import os
import subprocess
import tempfile
import threading
import uuid
import zipfile
from pathlib import Path

from moto.awslambda.models import lambda_backends

from .identity import session
from .resource import Made, creates, deletes, updates

RUNNER = Path(__file__).parent / "run-handlers.cjs"


class Handlers:
    """A process of Node that runs one handler at a time, and what the handlers sent to their response URLs."""

    def __init__(self):
        self.endpoint = ""
        self._lock = threading.Lock()
        self._process = None
        self._answers, self._packages = {}, {}

    def answered(self, identity, body):
        self._answers[identity] = json.loads(body)

    def run(self, function, event, region):
        """@returns what the handler answered. @raises ValueError when it did not."""
        keys = session(function.role, region, "function")
        environment = {
            **(function.environment_vars or {}),
            "AWS_ACCESS_KEY_ID": keys.access_key_id,
            "AWS_SECRET_ACCESS_KEY": keys.secret_access_key,
            "AWS_SESSION_TOKEN": keys.session_token,
            "AWS_REGION": region,
            "AWS_LAMBDA_FUNCTION_NAME": function.function_name,
        }
        with self._lock:
            order = {"folder": self._package(function), "handler": function.handler, "environment": environment, "event": event}
            print(json.dumps(order), file=self._node().stdin, flush=True)
            ended = json.loads(self._node().stdout.readline())
        found = self._answers.pop(event["RequestId"], None)
        if found is None:
            raise ValueError(f"Custom resource {event['LogicalResourceId']} did not answer: {ended.get('error')}")
        return found

    def _node(self):
        if self._process is None:
            variables = {
                "AWS_ENDPOINT_URL": self.endpoint,
                "EMULATOR_ENDPOINT": self.endpoint,
                "NODE_PATH": os.environ.get("EMULATOR_NODE_PATH", ""),
                "NODE_NO_WARNINGS": "1",
                "PATH": os.environ["PATH"],
            }
            command = ["node", str(RUNNER)]
            self._process = subprocess.Popen(command, env=variables, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self._process

    def _package(self, function):
        """The folder with a function's code, unpacked once."""
        if function.code_sha_256 not in self._packages:
            folder = tempfile.mkdtemp(prefix="lionrock-e2e-")
            zipfile.ZipFile(io.BytesIO(function.code_bytes)).extractall(folder)
            self._packages[function.code_sha_256] = folder
        return self._packages[function.code_sha_256]


HANDLERS = Handlers()


def ask(c, request, properties, physical_id=None, old=None):
    """Sends one request to the handler of a custom resource. @raises ValueError when it says that it failed."""
    arn = properties["ServiceToken"]
    function = lambda_backends[arn.split(":")[4]][c.region].get_function(arn)
    identity = str(uuid.uuid4())
    event = {
        "RequestType": request,
        "ServiceToken": arn,
        "ResponseURL": f"https://cloudformation-custom-resource-response.invalid/emulator/answers/{identity}",
        "StackId": c.stack.stack_id,
        "RequestId": identity,
        "LogicalResourceId": c.logical_id,
        "ResourceType": c.type_name,
        # CloudFormation makes text of every scalar that it hands over.
        "ResourceProperties": as_text(properties),
    }
    if physical_id is not None:
        event["PhysicalResourceId"] = physical_id
    if old is not None:
        event["OldResourceProperties"] = as_text(old)
    found = HANDLERS.run(function, event, c.region)
    if found["Status"] != "SUCCESS":
        raise ValueError(f"Received response status [FAILED] from custom resource. Message returned: {found.get('Reason')}")
    return found


def as_text(value):
    if isinstance(value, dict):
        return {key: as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_text(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


@creates("Custom")
def make(c, p):
    given = p.without()
    found = ask(c, "Create", given)
    made = Made(found["PhysicalResourceId"], **(found.get("Data") or {}))
    made.given = given
    return made


@updates("Custom")
def change(c, made, p):
    given = p.without()
    found = ask(c, "Update", given, made.physical_resource_id, old=made.given)
    made.given = given
    made.attributes.update(found.get("Data") or {})


@deletes("Custom")
def remove(c, made, p):
    ask(c, "Delete", made.given, made.physical_resource_id)
