"""Listening for requests and answering them, with bounds on how many and how long."""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn

from schedgraph.graph.web.app import application
from schedgraph.graph.web.impatient import Impatient
from schedgraph.graph.web.site import Site

AT_ONCE = 200
"""Connections that are served at the same time; more are told to come back."""
IDLE_SECONDS = 10


class AddressError(Exception):
    """An address at which this computer cannot listen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """An open socket and the address at which it is reached."""

    socket: socket.socket
    address: str


@contextmanager
def listen(host: str, port: int) -> Iterator[Listening]:
    """Listens on `host` and `port` (0: a free one). Raises AddressError where that is not possible."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named, for asyncio sends small answers at once only where it knows that it is TCP.
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as opened:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            opened.bind((host, port))
            opened.listen()
        except OSError as error:
            reason = error.strerror or str(error)
            raise AddressError(
                f"nobody can listen at {host}:{port} ({reason}); choose another --port or --host"
            ) from None
        shown = f"[{host}]" if ":" in host else host
        yield Listening(socket=opened, address=f"http://{shown}:{opened.getsockname()[1]}/")


def server(site: Site) -> uvicorn.Server:
    """What answers the requests of one site."""
    return uvicorn.Server(
        uvicorn.Config(
            application(site),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            http=Impatient,
            limit_concurrency=AT_ONCE,
            timeout_keep_alive=IDLE_SECONDS,
            timeout_graceful_shutdown=3,
        )
    )


def serve_on(listening: Listening, site: Site) -> None:
    """Answers requests until it is told to stop."""
    # An answer passes through several threads; behind one that computes, each would wait five times as long.
    sys.setswitchinterval(0.001)
    server(site).run(sockets=[listening.socket])
