"""The process that reads PDFs: one frame in, the pages or the reason why not out, and again.

Started as `python -m schedgraph.parser.reading.isolate.worker PARENT MEMORY MODULE:FUNCTION`. It trusts no
file and nobody trusts it: it holds no rights beyond reading, and its answers are checked.
"""

import importlib
import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace

from schedgraph.parser.errors import DocumentError
from schedgraph.parser.reading.isolate.confinement import allow_seconds, confine, end_with_parent
from schedgraph.parser.reading.isolate.frames import Frame, Kind, PipeEndedError, read_frame, write_frame
from schedgraph.parser.reading.isolate.limits import Limits
from schedgraph.parser.reading.isolate.opening import count_pages, doubts_about
from schedgraph.parser.reading.isolate.outcome import Outcome, PdfError, out_of_memory
from schedgraph.parser.reading.isolate.wire import encode_pages
from schedgraph.parser.reading.pages import PdfPages

ReadPdf = Callable[[bytes, str, Limits, Callable[[int], object]], PdfPages]
LONGEST_REQUEST = 1 << 31


def main(arguments: list[str]) -> None:
    """Serve documents until the pipe ends."""
    parent, memory, dotted = int(arguments[0]), int(arguments[1]), arguments[2]
    requests, answers = _own_pipes()
    end_with_parent(parent, requests)
    confine(memory)
    try:
        module, _, name = dotted.partition(":")
        read_pdf: ReadPdf = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError) as error:
        message = f"PDFs cannot be read here ({error}); install schedgraph anew"
        write_frame(answers, _failure(0, PdfError(Outcome.UNAVAILABLE, message)))
        return
    write_frame(answers, Frame(kind=Kind.READY, serial=0, body=b""))
    while True:
        try:
            request = read_frame(requests, LONGEST_REQUEST)
        except PipeEndedError:
            return
        write_frame(answers, _answer(request, read_pdf, answers))


def _own_pipes() -> tuple[int, int]:
    """The two pipes under new numbers, so that what a library prints or reads cannot get between frames."""
    requests, answers = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    os.close(nothing)
    return requests, answers


def _answer(request: Frame, read_pdf: ReadPdf, answers: int) -> Frame:
    head, _, data = request.body.partition(b"\n")
    asked = json.loads(head)
    limits = Limits(**asked["limits"])
    try:
        allow_seconds(limits.seconds_per_document)
        count = count_pages(data, limits)
        allow_seconds(limits.seconds_for(count))
        write_frame(answers, Frame(kind=Kind.PAGE_COUNT, serial=request.serial, body=b"%d" % count))

        def page_read(number: int) -> None:
            write_frame(answers, Frame(kind=Kind.PAGE_READ, serial=request.serial, body=b"%d" % number))

        pages = read_pdf(data, asked["name"], limits, page_read)
        pages = replace(pages, doubts=pages.doubts + doubts_about(data, count))
        return Frame(kind=Kind.PAGES, serial=request.serial, body=encode_pages(pages))
    except MemoryError:
        return _failure(request.serial, out_of_memory(limits.memory_bytes))
    except PdfError as error:
        return _failure(request.serial, error)
    except DocumentError as error:
        return _failure(request.serial, PdfError(Outcome.REFUSED, str(error)))
    except Exception as error:  # noqa: BLE001 (whatever a library raises at a damaged file is an outcome of that file)
        message = (
            f"the PDF is damaged in a way that the reader does not understand ({type(error).__name__}); "
            "have a viewer save it anew"
        )
        return _failure(request.serial, PdfError(Outcome.NOT_UNDERSTOOD, message))


def _failure(serial: int, error: PdfError) -> Frame:
    body = json.dumps({"outcome": error.outcome, "message": str(error)}).encode()
    return Frame(kind=Kind.FAILURE, serial=serial, body=body)


if __name__ == "__main__":
    main(sys.argv[1:])
