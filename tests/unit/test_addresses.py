from __future__ import annotations

import socket
from types import SimpleNamespace

import psutil
import pytest

from app import addresses
from app.addresses import Network, host_names, machine_addresses


def machine(monkeypatch: pytest.MonkeyPatch, way_out: str, **interfaces: str) -> None:
    """A machine with those interfaces; `way_out` is where its own traffic leaves."""
    entries = {
        name: [SimpleNamespace(family=socket.AF_INET, address=address)]
        for name, address in interfaces.items()
    }
    monkeypatch.setattr(psutil, "net_if_addrs", lambda: entries)
    monkeypatch.setattr(addresses, "_way_out", lambda: way_out)


def test_the_way_out_comes_first_and_virtual_networks_last(monkeypatch: pytest.MonkeyPatch) -> None:
    machine(
        monkeypatch,
        "192.168.1.20",
        docker0="172.17.0.1",
        tun0="10.8.0.2",
        eth1="10.0.0.9",
        wlan0="192.168.1.20",
        lo="127.0.0.1",
    )

    found = machine_addresses()

    assert [each.interface for each in found] == ["wlan0", "eth1", "tun0", "docker0"]
    assert [each.network for each in found] == [
        Network.WIRELESS,
        Network.WIRED,
        Network.TUNNEL,
        Network.VIRTUAL,
    ]


def test_a_tunnel_that_is_the_way_out_does_not_win(monkeypatch: pytest.MonkeyPatch) -> None:
    machine(monkeypatch, "10.8.0.2", tun0="10.8.0.2", eth0="192.168.1.20")

    assert [each.interface for each in machine_addresses()] == ["eth0", "tun0"]


def test_wired_comes_before_wireless_and_private_before_public(monkeypatch: pytest.MonkeyPatch) -> None:
    machine(monkeypatch, "", wlp3s0="192.168.1.21", enp2s0="192.168.1.20", eth9="93.184.216.34")

    assert [each.interface for each in machine_addresses()] == ["enp2s0", "wlp3s0", "eth9"]


def test_a_machine_without_network_has_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    machine(monkeypatch, "", lo="127.0.0.1", eth0="169.254.7.7")

    assert machine_addresses() == []


def test_a_machine_answers_to_its_name_and_every_address(monkeypatch: pytest.MonkeyPatch) -> None:
    machine(monkeypatch, "", lo="127.0.0.1", eth0="192.168.1.20")
    monkeypatch.setattr(socket, "gethostname", lambda: "Back-Office.lan")

    assert host_names() >= {
        "localhost",
        "127.0.0.1",
        "192.168.1.20",
        "back-office.lan",
        "back-office.local",
    }
