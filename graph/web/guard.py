"""What every request must pass and every answer must carry: the name asked for, the origin, the size, the headers."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""Nothing runs, nothing is loaded from elsewhere, and no other page may frame this one."""

HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "content-security-policy": POLICY,
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=()",
        "cache-control": "no-cache",
    }
)

PART = 64 * 1024
"""Bytes that are given to the connection at a time: to move megabytes in one piece keeps all others waiting."""


class Guard:
    """The outermost layer. It answers for itself where a request may not pass."""

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str], body_bytes: int) -> None:
        self._app = app
        self._hosts = frozenset(each.lower() for each in hosts)
        self._body_bytes = body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        reply = _Reply(send)
        refused = self._refused(Headers(scope=scope))
        if refused is not None:
            status, sentence = refused
            await PlainTextResponse(f"{sentence}\n", status)(scope, receive, reply.send)
            return
        await self._app(scope, _Counted(receive, self._body_bytes).receive, reply.send)

    def _refused(self, headers: Headers) -> tuple[int, str] | None:
        host = headers.get("host", "")
        if host_name(host) not in self._hosts:
            return 421, "This server does not answer to that name."
        origin = headers.get("origin")
        if origin is not None and origin.lower() not in (f"http://{host}".lower(), f"https://{host}".lower()):
            return 403, "Requests that pages of other sites make are not answered."
        length = headers.get("content-length", "0")
        if not length.isdigit():
            return 400, "The length of the body is not a number."
        if int(length[:20]) > self._body_bytes:
            return 413, f"The body is larger than {self._body_bytes} bytes."
        return None


def host_name(host: str) -> str:
    """A Host header without its port.

    >>> host_name("127.0.0.1:8000"), host_name("[::1]:8000")
    ('127.0.0.1', '[::1]')
    """
    name = host.strip().lower()
    if name.startswith("["):
        return name.partition("]")[0] + "]"
    return name.partition(":")[0]


class _Counted:
    """The body of a request, counted as it comes: a body in chunks does not say its length."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self._left = most

    async def receive(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise HTTPException(413, "The body is larger than is taken here.")
        return message


class _Reply:
    """The answer, with the headers that each one carries unless it has its own."""

    def __init__(self, send: Send) -> None:
        self._send = send

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        body = message.get("body", b"") if message["type"] == "http.response.body" else b""
        if len(body) <= PART:
            await self._send(message)
            return
        for start in range(0, len(body), PART):
            more = start + PART < len(body) or message.get("more_body", False)
            await self._send({**message, "body": body[start : start + PART], "more_body": more})
