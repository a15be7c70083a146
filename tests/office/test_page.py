"""Chromium shows the page: its own script and style run, nothing else is asked for, light and dark, and on paper."""

from __future__ import annotations

import subprocess
from pathlib import Path
from shutil import which

import pytest
from lxml import html

from checker.outputs.html import render_html
from checker.pack import load_pack
from tests.outputs.outcomes import faulty, hostile


def chromium(folder: Path, page: Path, *words: str) -> subprocess.CompletedProcess[str]:
    program = which("chromium") or which("chromium-browser") or which("google-chrome")
    assert program, "these tests need Chromium: apt-get install chromium"
    call = [program, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    call += ["--enable-logging=stderr", *words, page.as_uri()]
    return subprocess.run(call, check=True, timeout=120, capture_output=True, text=True)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    pack, path = load_pack(), tmp_path / "page.html"
    path.write_text(render_html(faulty(pack), pack.layouts, "zh"), encoding="utf-8")
    return path


def test_no_word_of_a_report_runs_and_the_policy_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(render_html(hostile(), (), "zh"), encoding="utf-8")
    done = chromium(tmp_path, path, "--dump-dom")
    assert "Content Security Policy" not in done.stderr
    root = html.document_fromstring(done.stdout)
    assert len(root.xpath("//script")) == 1
    assert not root.xpath("//img")


def test_the_page_is_drawn_light_dark_and_on_paper(page: Path, tmp_path: Path) -> None:
    pictures = []
    for name, scheme in (("light", "1"), ("dark", "0")):
        picture = tmp_path / f"{name}.png"
        chromium(
            tmp_path,
            page,
            "--window-size=1300,900",
            f"--screenshot={picture}",
            f"--blink-settings=preferredColorScheme={scheme}",
        )
        pictures.append(picture.read_bytes())
    assert all(len(picture) > 20_000 for picture in pictures)
    assert pictures[0] != pictures[1]
    chromium(tmp_path, page, f"--print-to-pdf={tmp_path / 'page.pdf'}")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")


def test_the_filter_hides_what_is_not_ticked(page: Path, tmp_path: Path) -> None:
    """The page's own script, run on a page that unticks the errors once it is drawn (the policy taken off for that)."""
    text = page.read_text(encoding="utf-8")
    policy = text.index("<meta http-equiv"), text.index(">", text.index("<meta http-equiv")) + 1
    act = "<script>addEventListener('load', () => document.querySelector('#filter input').click())</script>"
    look = "for (const card of document.querySelectorAll('.card')) card.title = getComputedStyle(card).display;"
    show = f"<script>addEventListener('load', () => setTimeout(() => {{ {look} }}, 50))</script>"
    tried = tmp_path / "tried.html"
    tried.write_text(text[: policy[0]] + text[policy[1] :].replace("</body>", f"{act}{show}</body>"), encoding="utf-8")
    root = html.document_fromstring(chromium(tmp_path, tried, "--virtual-time-budget=2000", "--dump-dom").stdout)
    shown = {(card.get("data-level"), card.get("title")) for card in root.xpath("//section[contains(@class, 'card')]")}
    assert shown == {("error", "none"), ("warning", "block"), ("notice", "block")}
