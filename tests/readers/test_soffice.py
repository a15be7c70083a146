"""LibreOffice as a converter, with programs that stand for it: what it is given, how it ends, what it leaves."""

from __future__ import annotations

import os
import signal
import stat
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.document import Document
from checker.errors import InputError
from checker.readers import limits, ole, read, soffice
from tests.readers.docx_xml import docx, p, package

RTF = b"{\\rtf1\\ansi report}"
ODT = package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for temporary files, which must be empty when all is done."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


def program(folder: Path, script: str) -> Path:
    """A program of this script; $made is the folder that the converted file goes to, $source the file given."""
    path = folder / "soffice"
    head = '#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done; made=$2; source=$3; mkdir -p "$made"\n'
    path.write_text(head + script, encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def converter(folder: Path, more: str = "") -> Path:
    """A program that makes the same Word file of whatever it is given."""
    (folder / "result.docx").write_bytes(docx(p("一、总体情况")))
    return program(folder, f'{more}\ncp "{folder}/result.docx" "$made/report.docx"\n')


def found(data: bytes, by: Path) -> Document:
    with soffice.using(by):
        document = read(data, "a")
    assert isinstance(document, Document)
    return document


def refused(data: bytes, by: Path) -> str:
    with soffice.using(by), pytest.raises(InputError) as caught:
        read(data, "a")
    assert "\n" not in caught.value.message_zh + caught.value.message_en
    return caught.value.message_en


def compound(*names: str, first: bytes = b"") -> bytes:
    """An OLE file as far as its directory goes: entries of these names, the first of which begins with `first`."""
    head = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    struct.pack_into("<H", head, 30, 9)
    entries = bytearray()
    for name in names:
        entry = bytearray(128)
        spelt = name.encode("utf-16-le") + b"\0\0"
        entry[: len(spelt)] = spelt
        struct.pack_into("<H", entry, 64, len(spelt))
        struct.pack_into("<IQ", entry, 116, 1, 8192)
        entries += entry
    return bytes(head + entries.ljust(512, b"\0") + first.ljust(8192, b"\0"))


def test_files_are_known_by_what_they_hold_and_say_which_form_they_were(tmp_path: Path) -> None:
    by = converter(tmp_path)
    word_xml = b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'
    flat = b'<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'
    forms = {"rtf": RTF, "odt": ODT, "doc": compound("WordDocument"), "wordml": word_xml, "fodt": flat}
    for form, data in forms.items():
        document = found(data, by)
        assert document.facts.format == form
        assert [para.text for para in document.paragraphs] == ["一、总体情况"]


def test_facts_that_a_conversion_may_lose_are_not_judged(tmp_path: Path) -> None:
    by = converter(tmp_path)
    assert found(RTF, by).facts.revisions is None
    assert found(ODT, by).facts.revisions == ()
    assert found(ODT, by).facts.links is None
    assert found(compound("WordDocument"), by).facts.active is None


def test_macros_of_an_old_word_file_are_seen_in_the_file_itself(tmp_path: Path) -> None:
    facts = found(compound("WordDocument", "Macros", "VBA"), converter(tmp_path)).facts
    assert [mark.kind for mark in facts.active or ()] == ["macro"]


def test_an_encrypted_file_is_refused_before_it_is_converted(tmp_path: Path) -> None:
    fib = struct.pack("<H8xH", 0xA5EC, 0x0100)
    assert ole.encrypted(compound("WordDocument", first=fib))
    assert not ole.encrypted(compound("WordDocument", first=struct.pack("<H8xH", 0xA5EC, 0)))
    assert "encrypted" in refused(compound("WordDocument", first=fib), converter(tmp_path))
    locked = package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": "x",
            "META-INF/manifest.xml": "<m:encryption-data/>",
        }
    )
    assert "encrypted" in refused(locked, converter(tmp_path))


def test_a_file_that_it_cannot_open_is_refused(tmp_path: Path) -> None:
    assert "can't open the file" in refused(RTF, program(tmp_path, "exit 1\n"))


def test_a_program_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert str(tmp_path / "none") in refused(RTF, tmp_path / "none")


def test_without_libreoffice_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr(soffice, "_PLACES", ())
    with pytest.raises(InputError) as caught:
        read(RTF, "a.rtf")
    assert "reading .rtf needs LibreOffice" in caught.value.message_en
    assert "另存为 .docx" in caught.value.message_zh


def test_its_time_is_bounded_and_nothing_that_it_started_lives_on(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    by = program(tmp_path, f'sleep 60 & echo $! > "{note}"\nwait\n')
    start = time.monotonic()
    with limits.changed({"office-seconds": 1}):
        assert "longer than 1 second" in refused(RTF, by)
    assert time.monotonic() - start < 8
    for _ in range(50):
        if not _runs(int(note.read_text())):
            break
        time.sleep(0.1)
    assert not _runs(int(note.read_text()))


def _runs(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text(encoding="ascii").split(")")[1].split()[0]
    except OSError:
        return False


def test_conversions_run_one_at_a_time(tmp_path: Path) -> None:
    busy, clash = tmp_path / "busy", tmp_path / "clash"
    by = converter(tmp_path, f'mkdir "{busy}" || touch "{clash}"\nsleep 0.3\nrmdir "{busy}"')
    with soffice.using(by):
        threads = [threading.Thread(target=read, args=(RTF, "a")) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not clash.exists()


def test_whoever_waits_too_long_is_told_so(tmp_path: Path) -> None:
    by = converter(tmp_path, "sleep 3")
    with soffice.using(by):
        first = threading.Thread(target=read, args=(RTF, "a"))
        first.start()
        time.sleep(0.5)
        with limits.changed({"office-wait": 1}):
            assert "another gkcheck" in refused(RTF, by)
        first.join()


def test_the_profile_forbids_macros_and_sends_the_network_nowhere(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    by = converter(tmp_path, f'cp ../gkcheck-*/profile/user/registrymodifications.xcu "{seen}"; env >> "{seen}"')
    found(RTF, by)
    text = seen.read_text(encoding="utf-8")
    assert 'oor:name="DisableMacrosExecution" oor:op="fuse"><value>true<' in text
    assert 'oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1<' in text
    assert "http_proxy=http://127.0.0.1:9" in text


def test_a_request_to_terminate_ends_the_conversion_and_clears_up(tmp_path: Path, scratch: Path) -> None:
    note = tmp_path / "pid"
    by = program(tmp_path, f'sleep 60 & echo $! > "{note}"\nwait\n')
    (tmp_path / "a.rtf").write_bytes(RTF)
    call = "import sys; sys.argv[0] = 'gkcheck'; from checker.cli import main; main()"
    command = [sys.executable, "-c", call, "check", "--soffice", str(by), str(tmp_path / "a.rtf")]
    process = subprocess.Popen(command, env={**os.environ, "TMPDIR": str(scratch)})
    while not (note.exists() and note.read_text().strip()):
        time.sleep(0.05)
    process.terminate()
    assert process.wait(10) == 128 + signal.SIGTERM
    assert not _runs(int(note.read_text()))
