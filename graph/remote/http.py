"""Requests to a store of another: bounded, with patience for what passes, and every failure as a sentence."""

import base64
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from urllib.parse import urlsplit

from schedgraph.graph.errors import RemoteError

_PASSING = frozenset({429, 502, 503, 504})
_PAUSES = (0.5, 2.0, 5.0)
"""Seconds between attempts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """A store at `url`, asked as `user` where it wants to know."""

    url: str
    user: str | None = None
    password: str = ""
    seconds: float = 120.0
    most_bytes: int = 256 * 1024 * 1024

    def send(self, method: str, url: str, body: bytes | None = None, **headers: str) -> bytes:
        """The body of the answer; header names are written with underscores.

        What is sent must be the same when it is sent twice: a request whose answer is lost is made again. Raises
        RemoteError.
        """
        for pause in (*_PAUSES, None):
            try:
                return self._once(method, url, body, headers)
            except urllib.error.HTTPError as error:
                with error:
                    said = _one_line(error.read(2000).decode("utf-8", "replace"))
                if error.code not in _PASSING or pause is None:
                    raise RemoteError(
                        f"{self._place} answers {error.code} ({said or error.reason})"
                    ) from None
            except (OSError, HTTPException) as error:
                reason = getattr(error, "reason", error)
                if pause is None:
                    raise RemoteError(f"{self._place} does not answer ({reason})") from None
            time.sleep(pause)
        raise AssertionError("the last attempt returns or raises")

    def _once(self, method: str, url: str, body: bytes | None, headers: Mapping[str, str]) -> bytes:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.user is not None:
            token = base64.b64encode(f"{self.user}:{self.password}".encode()).decode("ascii")
            named["Authorization"] = f"Basic {token}"
        request = urllib.request.Request(url, data=body, method=method, headers=named)  # noqa: S310 (checked)
        with urllib.request.urlopen(request, timeout=self.seconds) as answer:  # noqa: S310
            found: bytes = answer.read(self.most_bytes + 1)
        if len(found) > self.most_bytes:
            raise RemoteError(f"{self._place} answers with more than {self.most_bytes} bytes; ask for less")
        return found

    @property
    def _place(self) -> str:
        return f"the store at {self.url}"


def remote(url: str, user: str | None = None, password: str = "") -> Remote:
    """The store at an http(s) address. Raises RemoteError where it is none."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.fragment:
        raise RemoteError(f"“{url}” is no address of a store; give one such as http://localhost:3030/ds/data")
    return Remote(url=url, user=user, password=password)


def _one_line(text: str) -> str:
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())[:200]
