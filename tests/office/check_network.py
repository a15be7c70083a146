"""A file that wants something from the network gets nothing when LibreOffice converts it for gkcheck."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from checker.readers import read
from tests.office.programs import converted


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """Address of a web server on this machine, and the paths that were asked of it."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

        def log_message(self, *_: object) -> None:
            pass

    made = ThreadingHTTPServer(("0.0.0.0", 0), Handler)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # sends nothing: asks which address this machine would use
        host = probe.getsockname()[0]
    yield f"http://{host}:{made.server_port}", asked
    made.shutdown()


def _file(address: str) -> bytes:
    namespaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    )
    image = f'<draw:image xlink:href="{address}/picture.png" xlink:type="simple" xlink:actuate="onLoad"/>'
    frame = f'<draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm">{image}</draw:frame>'
    section = f'<text:section text:name="s"><text:section-source xlink:href="{address}/part.odt"/></text:section>'
    body = f"<office:body><office:text><text:p>甲{frame}</text:p>{section}</office:text></office:body>"
    kind = 'office:mimetype="application/vnd.oasis.opendocument.text" office:version="1.2"'
    return f'<?xml version="1.0"?><office:document {namespaces} {kind}>{body}</office:document>'.encode()


def test_a_file_cannot_call_out(server: tuple[str, list[str]]) -> None:
    address, asked = server
    converted(_file(address), ".fodt", "docx")
    assert asked, "LibreOffice left to itself asks for the picture: else the test would show nothing"
    asked.clear()
    read(_file(address), "a.fodt")
    assert asked == []
