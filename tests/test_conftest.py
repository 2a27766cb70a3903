"""The tests' own ground."""

import socket

import pytest


def test_a_test_that_wants_to_reach_the_network_fails() -> None:
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as stray,
        pytest.raises(RuntimeError, match="stay on this machine"),
    ):
        stray.sendto(b"anyone?", ("192.0.2.1", 9))


def test_a_test_may_talk_to_itself() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        accepted, _ = server.accept()
        with accepted:
            client.sendall(b"hello")
            assert accepted.recv(5) == b"hello"
