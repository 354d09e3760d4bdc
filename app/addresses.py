"""The addresses of this machine, best first: which one a phone in the shop most likely reaches."""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass
from enum import StrEnum

import psutil

# Any address outside our network: a datagram socket that "connects" sends nothing, but shows the way out.
_SOMEWHERE_ELSE = ("192.0.2.1", 9)
_VIRTUAL = re.compile(r"^(docker|br-|veth|virbr|vmnet|vbox|podman|cni|lxc)|vEthernet|VirtualBox|VMware", re.I)
_TUNNEL = re.compile(r"^(tun|tap|wg|ppp|tailscale|zt|utun|ipsec)|VPN|WireGuard", re.I)
_WIRELESS = re.compile(r"^(wl|ath|ra\d)|wi-?fi|wireless|wlan|airport", re.I)


class Network(StrEnum):
    """What an interface is, in the order in which customers' phones can reach it."""

    WIRED = "wired"
    WIRELESS = "wireless"
    TUNNEL = "tunnel"
    VIRTUAL = "virtual"


@dataclass(frozen=True, kw_only=True, slots=True)
class MachineAddress:
    """One address. `is_way_out` says that this machine's own traffic leaves by it."""

    address: str
    interface: str
    network: Network
    is_way_out: bool
    is_private: bool


def machine_addresses() -> list[MachineAddress]:
    """IPv4 addresses that others may reach, best first; none on a machine without a network.

    Order: real interfaces before tunnels and virtual ones, the way out before others, private ranges before
    public, wired before wireless.
    """
    way_out = _way_out()
    found = [
        _described(entry.address, interface, way_out)
        for interface, entries in psutil.net_if_addrs().items()
        for entry in entries
        if entry.family is socket.AF_INET and _is_reachable(entry.address)
    ]
    return sorted(found, key=_rank)


def host_names() -> frozenset[str]:
    """Every name and address under which this machine may be called, lower case, IPv6 without brackets."""
    own = socket.gethostname().lower()
    addresses = {
        entry.address.partition("%")[0].lower()
        for entries in psutil.net_if_addrs().values()
        for entry in entries
        if entry.family in (socket.AF_INET, socket.AF_INET6)
    }
    short = own.partition(".")[0]
    return frozenset({"localhost", "127.0.0.1", "::1", own, short, f"{short}.local", *addresses})


def _rank(address: MachineAddress) -> tuple[int, bool, bool, int, str]:
    networks = list(Network)
    doubtful = max(0, networks.index(address.network) - 1)
    return (
        doubtful,
        not address.is_way_out,
        not address.is_private,
        networks.index(address.network),
        address.address,
    )


def _described(address: str, interface: str, way_out: str) -> MachineAddress:
    return MachineAddress(
        address=address,
        interface=interface,
        network=_network_of(interface),
        is_way_out=address == way_out,
        is_private=ipaddress.ip_address(address).is_private,
    )


def _network_of(interface: str) -> Network:
    if _VIRTUAL.search(interface):
        return Network.VIRTUAL
    if _TUNNEL.search(interface):
        return Network.TUNNEL
    return Network.WIRELESS if _WIRELESS.search(interface) else Network.WIRED


def _is_reachable(address: str) -> bool:
    parsed = ipaddress.ip_address(address)
    return not (parsed.is_loopback or parsed.is_link_local or parsed.is_unspecified)


def _way_out() -> str:
    """The address that our own traffic leaves by; empty without a route."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_SOMEWHERE_ELSE)
            return str(probe.getsockname()[0])
        except OSError:
            return ""
