"""`python -m emulator`: an AWS of one organisation on a free port of this machine. Prints the port, then serves."""

import logging
import os
import warnings

os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")
os.environ.setdefault("MOTO_EC2_LOAD_DEFAULT_AMIS", "false")
warnings.simplefilter("ignore")

from moto import mock_aws  # noqa: E402
from werkzeug.serving import WSGIRequestHandler, make_server  # noqa: E402

from . import answers, estate, identity, key_stores  # noqa: E402
from .custom import HANDLERS  # noqa: E402
from .engine import stacks  # noqa: E402
from .server import Emulator  # noqa: E402
from .services import addresses, firewall, governance, hooks, identity as iam, logs, names, network, security_groups, stack_sets, storage, transit, workloads  # noqa: E402,F401


class Quiet(WSGIRequestHandler):
    # Keeps connections open: clients make some ten thousand calls.
    protocol_version = "HTTP/1.1"

    def log_request(self, *_):
        """Nothing: the suite says what it does."""


def main():
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    # The engine calls the services in this process; without this its calls would go to AWS.
    mock_aws().start()
    stacks.install()
    identity.install()
    estate.install()
    answers.install()
    key_stores.install()
    server = make_server("127.0.0.1", 0, Emulator(), threaded=True, request_handler=Quiet)
    HANDLERS.endpoint = f"http://127.0.0.1:{server.server_port}"
    print(server.server_port, flush=True)
    server.serve_forever()


main()
