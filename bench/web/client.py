"""A client that costs next to nothing, so that a server is measured and not who asks: one connection, bytes as they are."""

import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, head and body of an answer, and how long it took in milliseconds."""

    status: int
    head: bytes
    body: bytes
    took: float


class Connection:
    """A connection that is kept open, and opened again where the server has closed it."""

    def __init__(self, host: str, port: int, patience: float = 60) -> None:
        self._address, self._patience = (host, port), patience
        self._socket: socket.socket | None = None
        self._waiting = b""

    def get(self, path: str, accept: str) -> Answer:
        """The answer to a GET."""
        head = f"GET {path} HTTP/1.1\r\nHost: {self._address[0]}\r\nAccept: {accept}\r\n\r\n"
        return self.send(head.encode())

    def send(self, request: bytes) -> Answer:
        """The answer to the bytes of a request."""
        began = time.perf_counter()
        if self._socket is None:
            self._socket = socket.create_connection(self._address, self._patience)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket.sendall(request)
        head = self._until(b"\r\n\r\n")
        status = int(head[9:12])
        fields = head.lower()
        length = fields.partition(b"content-length:")[2].partition(b"\r\n")[0]
        body = self._exactly(int(length or 0))
        if b"connection: close" in fields:
            self.close()
        return Answer(status, head, body, 1000 * (time.perf_counter() - began))

    def close(self) -> None:
        """Ends the connection."""
        if self._socket is not None:
            self._socket.close()
        self._socket, self._waiting = None, b""

    def _until(self, end: bytes) -> bytes:
        while end not in self._waiting:
            self._more()
        head, _, self._waiting = self._waiting.partition(end)
        return head + b"\r\n"

    def _exactly(self, length: int) -> bytes:
        while len(self._waiting) < length:
            self._more()
        body, self._waiting = self._waiting[:length], self._waiting[length:]
        return body

    def _more(self) -> None:
        part = self._socket.recv(1 << 16) if self._socket else b""
        if not part:
            self.close()
            raise ConnectionError("the server has ended the connection")
        self._waiting += part


def request(host: str, path: str, fields: Mapping[str, str], accept: str) -> bytes:
    """The bytes of a GET with fields."""
    asked = f"{path}?{urlencode(fields)}" if fields else quote(path)
    return f"GET {asked} HTTP/1.1\r\nHost: {host}\r\nAccept: {accept}\r\n\r\n".encode()
