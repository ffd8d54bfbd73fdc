"""Who is answered: the right name, no foreign page, no body that is too large; and what no answer tells."""

import pytest

from schedgraph.graph.web.app import application
from schedgraph.graph.web.site import Site

PATHS = [
    "/",
    "/authority/N1-567-09-006",
    "/audit",
    "/nothing",
    "/sparql?query=x",
    "/style.css",
    "/evidence/x.png",
]


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "", "[::2]"]
)
def test_a_request_for_another_name_is_refused(site, host):
    """A page of another site cannot reach this server by a name of its own (DNS rebinding)."""
    assert site.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:1"])
def test_the_names_of_this_computer_are_answered(site, host):
    assert site.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost.evil.example"])
def test_what_a_page_of_another_site_asks_is_refused(site, origin):
    assert site.get("/sparql?query=ASK%7B%7D", headers={"origin": origin}).status_code == 403
    assert "access-control-allow-origin" not in site.get("/").headers


def test_a_large_body_is_refused_whether_or_not_it_says_its_length(site):
    big = b"x" * (300 * 1024)
    assert site.post("/sparql", content=big).status_code == 413
    chunks = (big[start : start + 1024] for start in range(0, len(big), 1024))
    assert site.post("/sparql", content=chunks).status_code in (405, 413)


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_the_headers(site, path):
    headers = site.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "script-src" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_pages_are_only_read(site, method):
    assert getattr(site, method)("/authority/N1-567-09-006").status_code == 405


@pytest.mark.parametrize("accept", ["text/html", "application/json", "text/turtle"])
def test_a_fault_tells_neither_path_nor_line(library, monkeypatch, accept, caplog):
    from starlette.testclient import TestClient

    from schedgraph.graph.store import Store

    def fails(*_):
        raise KeyError(f"secret in {library}")

    monkeypatch.setattr(Store, "answer", fails)
    with TestClient(application(Site(folder=library)), base_url="http://localhost") as client:
        answer = client.get("/authority/N1-567-09-006", headers={"accept": accept})
    assert answer.status_code == 500
    assert "fault" in answer.text
    assert not any(word in answer.text for word in ("secret", str(library), "Traceback", "KeyError", ".py"))
    assert "secret" in caplog.text


def test_a_store_that_is_gone_is_told_without_its_place(tmp_path):
    from starlette.testclient import TestClient

    with TestClient(application(Site(folder=tmp_path / "gone")), base_url="http://localhost") as client:
        answer = client.get("/")
    assert answer.status_code == 503
    assert str(tmp_path) not in answer.text


def test_an_address_with_odd_characters_is_answered_with_a_sentence(site):
    for path in ("/authority/%00", "/authority/%FF%FE", "/authority/..%2F..%2Fetc", "/authority/" + "9" * 9000,
                 "/schedule/", "/agency/%0d%0aSet-Cookie:x", "/document/..%5c", "/evidence/%2e%2e.png"):  # fmt: skip
        answer = site.get(path)
        assert answer.status_code in (400, 404, 414), path
        assert "set-cookie" not in answer.headers


def test_an_answer_that_takes_long_is_promised_and_not_waited_for():
    from threading import Event

    from schedgraph.graph.web.kept import Kept
    from schedgraph.graph.web.problems import NotReadyError

    kept: Kept[str, int] = Kept(kept=2, waiting=1)
    ready = Event()

    def slow() -> int:
        ready.wait(10)
        return 7

    with pytest.raises(NotReadyError, match="being made"):
        kept.get("slow", slow, wait=0.01)
    with pytest.raises(NotReadyError, match="busy"):
        kept.get("other", slow, wait=0.01)
    ready.set()
    assert kept.get("slow", slow, wait=10) == 7
