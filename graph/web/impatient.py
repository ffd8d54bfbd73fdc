"""Connections over which no request comes are ended, so that a few slow clients do not keep all others away."""

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 10.0
"""How long the head of a request may take from the beginning of the connection or the end of the last answer."""


class Impatient(H11Protocol):
    """uvicorn waits for the head of a request as long as somebody sends it letter by letter; this does not."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._ends = self.loop.call_later(HEAD_SECONDS, self._end_if_idle)

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._ends.cancel()
        self._ends = self.loop.call_later(HEAD_SECONDS, self._end_if_idle)

    def connection_lost(self, exc: Any) -> None:
        self._ends.cancel()
        super().connection_lost(exc)

    def _end_if_idle(self) -> None:
        # While an answer is being made the other side has sent its request.
        if self.conn.their_state is h11.IDLE and not self.transport.is_closing():
            self.transport.close()
