"""What goes wrong on purpose: calls that are refused, resources that cannot be made, sessions that have expired."""

import json
import time
from threading import Lock

from moto.sts.exceptions import STSClientError


class Faults:
    """
    Planned faults, each with how many `times` it happens. Of a call: `service`, `action`, `code`, `message`, `status`. Of a
    resource: `account`, `stack`, `type` or `logicalId`, `message`, and `seconds` to wait before it.
    """

    def __init__(self):
        self._lock = Lock()
        self.clear()

    def clear(self):
        self._calls, self._resources, self.happened = [], [], []

    def plan(self, fault):
        with self._lock:
            kind = self._calls if "service" in fault else self._resources
            kind.append({"times": 1, **fault})

    def of_call(self, service, action):
        return self._take(self._calls, {"service": service, "action": action})

    def of_resource(self, context):
        """@raises RuntimeError where the resource is to fail."""
        known = {"account": context.account, "stack": context.stack.name, "type": context.type_name, "logicalId": context.logical_id}
        fault = self._take(self._resources, known)
        if fault is None:
            return
        time.sleep(fault.get("seconds", 0))
        if "message" in fault:
            raise RuntimeError(fault["message"])

    def _take(self, faults, known):
        with self._lock:
            for fault in faults:
                if fault["times"] > 0 and all(fault.get(key, value) == value for key, value in known.items()):
                    fault["times"] -= 1
                    self.happened.append(known)
                    return fault
        return None


FAULTS = Faults()


def denied(caller, action, resource):
    """The exception of a call that nothing allows."""
    # moto tells errors by the interface of the service whose they are.
    return STSClientError("AccessDenied", f"User: {caller} is not authorized to perform: {action} on resource: {resource}")


def response(service, environ, fault):
    """Status, headers and body of a refused call, in the protocol of the service."""
    code, message = fault["code"], fault.get("message", fault["code"])
    status = f"{fault.get('status', 400)} {code}"
    if "HTTP_X_AMZ_TARGET" in environ or service not in QUERY:
        body = json.dumps({"__type": code, "message": message})
        return status, [("Content-Type", "application/x-amz-json-1.1"), ("x-amzn-ErrorType", code)], body
    error = f"<Code>{code}</Code><Message>{message}</Message>"
    if service == "ec2":
        body = f"<Response><Errors><Error>{error}</Error></Errors><RequestID>0</RequestID></Response>"
    elif service == "s3":
        body = f"<Error>{error}</Error>"
    else:
        body = f"<ErrorResponse><Error><Type>Sender</Type>{error}</Error><RequestId>0</RequestId></ErrorResponse>"
    return status, [("Content-Type", "text/xml")], body


QUERY = ("cloudformation", "ec2", "iam", "sts", "s3", "sns", "sqs", "elasticloadbalancing", "rds", "monitoring")
