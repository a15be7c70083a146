"""A web page saved as one file (MHTML, RFC 2557): the HTML part that holds the text."""

from __future__ import annotations

import re

_START = re.compile(
    rb"(?:mime-version|from|subject|date|content-type|snapshot-content-location|message-id)\s{0,4}:", re.IGNORECASE
)
_PARTS = 200


def is_mhtml(head: bytes) -> bool:
    """Whether a file begins with the headers of a saved page."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return _START.match(start) is not None and b"multipart/" in head.lower()


def page(data: bytes) -> tuple[bytes, str]:
    """The HTML part with the most in it, and the encoding it declares; empty where there is none."""
    from email import policy
    from email.parser import BytesParser

    best, declared = b"", ""
    message = BytesParser(policy=policy.compat32).parsebytes(data)
    for number, part in enumerate(message.walk()):
        if number == _PARTS:
            break
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            body = part.get_payload(decode=True)
            if isinstance(body, bytes) and len(body) > len(best):
                best, declared = body, str(part.get_content_charset() or "")
    return best, declared
