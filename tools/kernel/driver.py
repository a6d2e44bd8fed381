"""Builds network namespaces from plans, sends packets through them and says which were answered.

One JSON request a line on standard input, one JSON reply a line on standard output (`tools/kernel/driver.ts` has the
types). The namespaces have no names: they live as long as the descriptors that this process holds, so that nothing is
left behind, however the process ends. They are joined to each other only, never to the machine's network.
"""
import ctypes
import errno
import json
import os
import resource
import select
import socket
import struct
import sys
import time

from netlink import family_of, is_running, Netlink, Nftables

CLONE_NEWNET = 0x40000000
SETTINGS = {
    "ipv4/ip_forward": "1",
    "ipv4/conf/all/rp_filter": "0",
    "ipv4/conf/default/rp_filter": "0",
    "ipv4/conf/all/send_redirects": "0",
    "ipv4/conf/default/send_redirects": "0",
    "ipv4/icmp_ratelimit": "0",
    "ipv6/conf/all/disable_ipv6": "0",
    "ipv6/conf/default/disable_ipv6": "0",
    "ipv6/conf/all/forwarding": "1",
    "ipv6/conf/default/forwarding": "1",
    "ipv6/conf/default/accept_ra": "0",
    # Links have no addresses of their own.
    "ipv6/conf/default/addr_gen_mode": "1",
    "ipv6/icmp/ratelimit": "0",
}
FIRST_CLIENT_PORT = 33000
FIRST_INDEX = 100
LINK_LIMIT = 10
ECHO_REPLY = 0
ECHO_REQUEST_6, ECHO_REPLY_6 = 128, 129
REFUSALS = (
    errno.EPERM,
    errno.EINVAL,
    errno.ENETUNREACH,
    errno.EHOSTUNREACH,
    errno.ECONNREFUSED,
    errno.ENOTCONN,
    errno.EAGAIN,
)

libc = ctypes.CDLL(None, use_errno=True)
nftables = Nftables()


def enter(descriptor):
    if libc.setns(descriptor, CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), "setns")


def new_namespace():
    if libc.unshare(CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), "unshare: making network namespaces needs root")
    for name, value in SETTINGS.items():
        if os.path.exists(f"/proc/sys/net/{name}"):
            with open(f"/proc/sys/net/{name}", "w", encoding="ascii") as file:
                file.write(value)
    return os.open("/proc/self/ns/net", os.O_RDONLY)


class Network:
    """The namespaces of one plan."""

    def __init__(self, plan):
        self.spaces = {}
        self.netlinks = {}
        try:
            self.build(plan)
        except BaseException:
            self.close()
            raise

    def build(self, plan):
        for space in plan["namespaces"]:
            self.spaces[space["name"]] = new_namespace()
        for number, ((left, left_device), (right, right_device)) in enumerate(plan["links"]):
            self.within(left).veth(left_device, right_device, self.spaces[right], FIRST_INDEX + 2 * number)
            self.within(left).up(left_device)
            self.within(right).up(right_device)
        self.await_links(plan["links"])
        for space in plan["namespaces"]:
            netlink = self.within(space["name"])
            netlink.loopback(space["addresses"])
            for route in space["routes"]:
                netlink.route(route["cidr"], route.get("device"))
            if space["nft"]:
                nftables.load(space["nft"])

    def await_links(self, links):
        end = time.monotonic() + LINK_LIMIT
        for space, device in (side for sides in links for side in sides):
            enter(self.spaces[space])
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
                while not is_running(sock, device):
                    if time.monotonic() > end:
                        raise TimeoutError(f"{device} in {space} did not come up in {LINK_LIMIT} s")
                    time.sleep(0.001)

    def within(self, name):
        """Enters a namespace. Returns its netlink socket."""
        enter(self.spaces[name])
        if name not in self.netlinks:
            self.netlinks[name] = Netlink()
        return self.netlinks[name]

    def close(self):
        for netlink in self.netlinks.values():
            netlink.close()
        for descriptor in self.spaces.values():
            os.close(descriptor)


class Round:
    """Sends all probes at once and waits until nothing more is heard."""

    def __init__(self, network, listeners, probes):
        self.network = network
        self.poll = select.epoll()
        self.handlers = {}
        self.sockets = []
        self.answered = [False] * len(probes)
        self.arrived = [False] * len(probes)
        self.pings = {}
        self.probes = probes
        for listener in listeners:
            self.listen(**listener)
        for index, probe in enumerate(probes):
            self.send(index, **probe)

    def open(self, space, address, kind, protocol, events, handler):
        enter(self.network.spaces[space])
        sock = socket.socket(family_of(address), kind, protocol)
        sock.setblocking(False)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.sockets.append(sock)
        self.handlers[sock.fileno()] = (sock, handler)
        self.poll.register(sock.fileno(), events)
        return sock

    def listen(self, space, address, protocol, port):
        if protocol == "tcp":
            sock = self.open(space, address, socket.SOCK_STREAM, 0, select.EPOLLERR, lambda sock: None)
            sock.bind((address, port))
            sock.listen(1024)
        else:
            sock = self.open(space, address, socket.SOCK_DGRAM, 0, select.EPOLLIN, self.echo)
            sock.bind((address, port))

    def echo(self, sock):
        payload, sender = sock.recvfrom(64)
        self.arrived[int(payload)] = True
        try_to(lambda: sock.sendto(payload, sender))

    def send(self, index, space, source, target, protocol, port, client):
        if protocol == "icmp":
            sock = self.ping_socket(space, source)
            try_to(lambda: sock.sendto(echo_request(index, family_of(target)), (target, 0)))
            return
        # A port of its own for each probe, so that no NAT gateway has to choose another.
        client_port = client or FIRST_CLIENT_PORT + index
        if protocol == "udp":
            sock = self.open(
                space, source, socket.SOCK_DGRAM, 0, select.EPOLLIN, lambda sock: self.udp_answer(index, sock)
            )
            sock.bind((source, client_port))
            # Without a route the kernel refuses here already.
            try_to(lambda: (sock.connect((target, port)), sock.send(str(index).encode())))
            return
        sock = self.open(
            space, source, socket.SOCK_STREAM, 0, select.EPOLLOUT, lambda sock: self.tcp_answer(index, sock)
        )
        sock.bind((source, client_port))
        if sock.connect_ex((target, port)) not in (0, errno.EINPROGRESS):
            self.poll.unregister(sock.fileno())

    def ping_socket(self, space, source):
        if source not in self.pings:
            protocol = socket.IPPROTO_ICMP if family_of(source) == socket.AF_INET else socket.IPPROTO_ICMPV6
            self.pings[source] = self.open(
                space, source, socket.SOCK_RAW, protocol, select.EPOLLIN, self.ping_answer
            )
            self.pings[source].bind((source, 0))
        return self.pings[source]

    def ping_answer(self, sock):
        packet, (sender, *_) = sock.recvfrom(256)
        is_six = sock.family == socket.AF_INET6
        # IPv4 shows its header.
        message = packet if is_six else packet[(packet[0] & 15) * 4:]
        if message[0] == (ECHO_REPLY_6 if is_six else ECHO_REPLY):
            index = struct.unpack("!H", message[4:6])[0]
            self.answered[index] = self.answered[index] or sender == self.probes[index]["target"]

    def udp_answer(self, index, sock):
        self.answered[index] = int(sock.recv(64)) == index

    def tcp_answer(self, index, sock):
        self.poll.unregister(sock.fileno())
        if sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0:
            sock.getpeername()
            self.answered[index] = True

    def finish(self, quiet, limit):
        end = time.monotonic() + limit
        while time.monotonic() < end:
            events = self.poll.poll(quiet)
            if not events:
                break
            for descriptor, _ in events:
                sock, handler = self.handlers[descriptor]
                try_to(lambda: handler(sock))
        for sock in self.sockets:
            sock.close()
        self.poll.close()
        return {"answered": self.answered, "arrived": self.arrived}


def try_to(action):
    """A filter may refuse a packet where it is sent, and a refusal may be read where an answer is awaited."""
    try:
        action()
    except OSError as error:
        if error.errno not in REFUSALS:
            raise


def echo_request(identifier, family):
    payload = b"lionrock"
    if family == socket.AF_INET6:
        # The kernel writes the checksum.
        return struct.pack("!BBHHH", ECHO_REQUEST_6, 0, 0, identifier, 1) + payload
    header = struct.pack("!BBHHH", 8, 0, 0, identifier, 1)
    return struct.pack("!BBHHH", 8, 0, checksum(header + payload), identifier, 1) + payload


def checksum(message):
    total = sum(struct.unpack(f"!{len(message) // 2}H", message))
    total = (total & 0xFFFF) + (total >> 16)
    return ~(total + (total >> 16)) & 0xFFFF


def serve(request):
    network = Network(request["plan"])
    try:
        return Round(network, request["listeners"], request["probes"]).finish(request["quiet"], request["limit"])
    finally:
        network.close()


def check():
    """Builds the smallest network that needs all that others need. Raises when the machine cannot."""
    rules = "chain c { type filter hook input priority 0; policy drop; ct state established accept; }"
    exchange = "chain n { type nat hook postrouting priority 100; snat ip to 10.0.0.1; }"
    routes = [{"cidr": cidr, "device": "a0"} for cidr in ("0.0.0.0/0", "::/0")]
    Network({
        "namespaces": [
            {"name": "a", "addresses": ["10.0.0.1", "2600::1"], "routes": routes, "nft": ""},
            {"name": "b", "addresses": [], "routes": [], "nft": f"table inet aws {{\n{rules}\n{exchange}\n}}\n"},
        ],
        "links": [[["a", "a0"], ["b", "b0"]]],
    }).close()


def main():
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    for line in sys.stdin:
        try:
            reply = serve(json.loads(line))
        except Exception as error:  # pylint: disable=broad-except
            reply = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(reply), flush=True)


if sys.argv[1:] == ["--check"]:
    check()
else:
    main()
