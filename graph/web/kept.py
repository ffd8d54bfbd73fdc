"""Answers that take long, made once and kept: few at a time, the oldest forgotten, no request left waiting for ever."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillRunningError
from threading import Lock
from typing import Generic, TypeVar

from schedgraph.graph.web.problems import NotReadyError

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Kept(Generic[K, V]):
    """At most `kept` answers, made by `workers` threads; no more than `waiting` are begun and not ready."""

    def __init__(self, *, kept: int, workers: int = 1, waiting: int = 4) -> None:
        self._kept = kept
        self._waiting = waiting
        self._answers: OrderedDict[K, Future[V]] = OrderedDict()
        self._lock = Lock()
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="schedgraph-kept")

    def get(self, key: K, make: Callable[[], V], *, wait: float) -> V:
        """The answer for `key`, made by `make` if it is not there. Raises NotReadyError after `wait` seconds.

        `make` runs in another thread: it opens what it needs itself. What it raises is raised here, and the next
        request tries again.
        """
        with self._lock:
            answer = self._answers.get(key)
            if answer is None:
                if sum(not each.done() for each in self._answers.values()) >= self._waiting:
                    raise NotReadyError(
                        "The server is busy with other questions of this kind; ask again soon."
                    )
                answer = self._answers[key] = self._threads.submit(make)
                self._forget()
            else:
                self._answers.move_to_end(key)
        try:
            return answer.result(timeout=wait)
        except StillRunningError:
            raise NotReadyError("The answer is being made; ask again in some seconds.") from None
        except Exception:
            with self._lock:
                if self._answers.get(key) is answer:
                    del self._answers[key]
            raise

    def _forget(self) -> None:
        """The oldest that are ready; what is still being made stays, or it would be made again."""
        for key in [key for key, each in self._answers.items() if each.done()]:
            if len(self._answers) <= self._kept:
                return
            del self._answers[key]
