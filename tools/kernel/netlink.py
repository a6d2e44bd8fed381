"""The little of rtnetlink and nftables that the driver needs, in process.

Starting `ip` and `nft` for each of some thirty namespaces takes most of the time of a topology; this takes none.
"""
import ctypes
import fcntl
import os
import socket
import struct

# From linux/netlink.h, rtnetlink.h, if_link.h, if.h and veth.h.
NLM_F_REQUEST, NLM_F_ACK, NLM_F_EXCL, NLM_F_CREATE = 1, 4, 0x200, 0x400
NLMSG_ERROR = 2
RTM_NEWLINK, RTM_NEWADDR, RTM_NEWROUTE = 16, 20, 24
IFLA_ADDRESS, IFLA_IFNAME, IFLA_LINKINFO, IFLA_NET_NS_FD = 1, 3, 18, 28
IFLA_INFO_KIND, IFLA_INFO_DATA, VETH_INFO_PEER = 1, 2, 1
IFA_ADDRESS, IFA_LOCAL = 1, 2
# An IPv6 address counts at once: nothing else can have it.
IFA_F_NODAD = 2
RTA_DST, RTA_OIF = 1, 4
RT_TABLE_MAIN, RTPROT_STATIC, RT_SCOPE_UNIVERSE, RT_SCOPE_LINK = 254, 4, 0, 253
RTN_UNICAST, RTN_BLACKHOLE = 1, 6
IFF_UP, IFF_RUNNING, IFF_NOARP = 1, 0x40, 0x80
SIOCGIFFLAGS = 0x8913

LOOPBACK = 1
# One address for both ends of every link: with ARP off, what is sent into one end is taken at the other.
MAC = bytes((2, 0, 0, 0, 0, 1))


class Netlink:
    """Requests to the namespace in which this was made."""

    def __init__(self):
        self.sock = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE)

    def close(self):
        self.sock.close()

    def veth(self, name, peer, peer_namespace, index):
        """A pair of interfaces, one here, one in the namespace of a descriptor, with this index and the next.

        Left alone, each namespace counts anew, and an interface with the index of its peer is taken for one that has
        none: the kernel then lets up to a second pass before it sends anything through.
        """
        other = link(IFF_NOARP, index + 1) + interface(peer)
        other += attribute(IFLA_NET_NS_FD, struct.pack("=I", peer_namespace))
        data = attribute(IFLA_INFO_DATA, attribute(VETH_INFO_PEER, other))
        info = attribute(IFLA_LINKINFO, attribute(IFLA_INFO_KIND, b"veth") + data)
        self.request(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL, link(IFF_NOARP, index) + interface(name) + info)

    def up(self, name):
        self.request(RTM_NEWLINK, 0, link(IFF_UP) + attribute(IFLA_IFNAME, name.encode() + b"\0"))

    def loopback(self, addresses):
        """The loopback interface up, with these addresses."""
        self.up("lo")
        for address in addresses:
            family = family_of(address)
            packed = socket.inet_pton(family, address)
            body = struct.pack("=BBBBI", family, 8 * len(packed), IFA_F_NODAD, RT_SCOPE_UNIVERSE, LOOPBACK)
            body += attribute(IFA_LOCAL, packed) + attribute(IFA_ADDRESS, packed)
            self.request(RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL, body)

    def route(self, cidr, device):
        """A route to an interface; without one, packets to the block are dropped in silence."""
        network, length = cidr.split("/")
        scope, kind = (RT_SCOPE_UNIVERSE, RTN_BLACKHOLE) if device is None else (RT_SCOPE_LINK, RTN_UNICAST)
        family = family_of(network)
        body = struct.pack("=BBBBBBBBI", family, int(length), 0, 0, RT_TABLE_MAIN, RTPROT_STATIC, scope, kind, 0)
        body += attribute(RTA_DST, socket.inet_pton(family, network))
        if device is not None:
            body += attribute(RTA_OIF, struct.pack("=I", socket.if_nametoindex(device)))
        self.request(RTM_NEWROUTE, NLM_F_CREATE | NLM_F_EXCL, body)

    def request(self, kind, flags, body):
        self.sock.send(struct.pack("=IHHII", 16 + len(body), kind, NLM_F_REQUEST | NLM_F_ACK | flags, 1, 0) + body)
        reply = self.sock.recv(65536)
        _, reply_kind = struct.unpack("=IH", reply[:6])
        (error,) = struct.unpack("=i", reply[16:20])
        if reply_kind != NLMSG_ERROR or error != 0:
            raise OSError(-error, f"rtnetlink request {kind}: {os.strerror(-error)}")


def family_of(address):
    return socket.AF_INET6 if ":" in address else socket.AF_INET


def attribute(kind, value):
    length = 4 + len(value)
    return struct.pack("=HH", length, kind) + value + b"\0" * (-length % 4)


def link(flags, index=0):
    return struct.pack("=BxHiII", socket.AF_UNSPEC, 0, index, flags, flags)


def is_running(sock, name):
    """Whether an interface of the namespace in which the socket was made has found its peer."""
    answer = fcntl.ioctl(sock, SIOCGIFFLAGS, struct.pack("16sH14x", name.encode(), 0))
    return struct.unpack("16xH14x", answer)[0] & IFF_RUNNING != 0


def interface(name):
    return attribute(IFLA_IFNAME, name.encode() + b"\0") + attribute(IFLA_ADDRESS, MAC)


class Nftables:
    """libnftables, which is what the command `nft` is made of."""

    def __init__(self):
        self.library = ctypes.CDLL("libnftables.so.1")
        self.library.nft_ctx_new.restype = ctypes.c_void_p
        self.library.nft_ctx_get_error_buffer.restype = ctypes.c_char_p
        for name in ("nft_ctx_buffer_error", "nft_ctx_get_error_buffer", "nft_ctx_free"):
            getattr(self.library, name).argtypes = [ctypes.c_void_p]
        self.library.nft_run_cmd_from_buffer.argtypes = [ctypes.c_void_p, ctypes.c_char_p]

    def load(self, rules):
        """Loads rules into the namespace that the process is in."""
        context = self.library.nft_ctx_new(0)
        try:
            self.library.nft_ctx_buffer_error(context)
            if self.library.nft_run_cmd_from_buffer(context, rules.encode()) != 0:
                raise RuntimeError(f"nftables: {self.library.nft_ctx_get_error_buffer(context).decode()}\n{rules}")
        finally:
            self.library.nft_ctx_free(context)
