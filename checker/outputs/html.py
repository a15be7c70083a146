"""The outcome as one page for a browser: each report as it reads, with its findings at their places."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from checker.findings import Assessment, Finding, Outcome, Severity
from checker.layout.model import Layout
from checker.masking import mask
from checker.outputs.html_pins import Pins, links, pin_all
from checker.outputs.html_tables import table_html
from checker.outputs.html_text import text_html
from checker.outputs.places import in_words
from checker.outputs.safe_text import in_html
from checker.outputs.waived import waived_lines
from checker.outputs.words import WORDS
from checker.report import Para, Report

_FOLDER = Path(__file__).parent


def render_html(outcome: Outcome, layouts: Sequence[Layout], lang: str) -> str:
    """The page. Its style and script are its own, and its policy lets the browser run and fetch nothing else."""
    words = WORDS[lang]
    style = (_FOLDER / "page.css").read_text(encoding="utf-8")
    script = (_FOLDER / "page.js").read_text(encoding="utf-8")
    policy = f"default-src 'none'; style-src 'sha256-{_hash(style)}'; script-src 'sha256-{_hash(script)}'"
    reports = "".join(_report(report, layouts, lang, f"r{n}") for n, report in enumerate(outcome.reports, 1))
    return (
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if lang == "zh" else "en"}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{in_html(words['summary'])}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"{_head(outcome, lang)}{_contents(outcome, lang)}{_unread(outcome, lang)}<main>{reports}</main>\n"
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


def _head(outcome: Outcome, lang: str) -> str:
    words = WORDS[lang]
    boxes = []
    for severity in Severity:
        level = severity.value
        count = sum(report.count(severity) for report in outcome.reports)
        boxes.append(
            f'<label class="chip {level}"><input type="checkbox" checked value="{level}">'
            f"{words[level]} <b>{count}</b></label>"
        )
    passed = sum(report.compliant for report in outcome.reports)
    counts = words["page_counts"].format(reports=len(outcome.reports), passed=passed, unread=len(outcome.errors))
    return (
        f"<header><h1>{in_html(words['summary'])}</h1><p>{in_html(counts)}</p>"
        f'<form id="filter" aria-label="{in_html(words["filter"])}">{"".join(boxes)}</form></header>\n'
    )


def _contents(outcome: Outcome, lang: str) -> str:
    """The list of reports, if there are several."""
    if len(outcome.reports) < 2:
        return ""
    words = WORDS[lang]
    heads = "".join(f"<th>{words[key]}</th>" for key in ("file", "body", "error", "warning", "notice"))
    rows = "".join(
        f'<tr><td><a href="#r{n}">{in_html(report.file)}</a></td>'
        f"<td>{in_html(report.organisation or words['no_body'])}</td>"
        + "".join(f"<td>{report.count(severity)}</td>" for severity in Severity)
        + "</tr>"
        for n, report in enumerate(outcome.reports, 1)
    )
    return f'<nav><div class="scroll"><table><tr>{heads}</tr>{rows}</table></div></nav>\n'


def _unread(outcome: Outcome, lang: str) -> str:
    if not outcome.errors:
        return ""
    items = "".join(f"<li><b>{in_html(e.file)}</b> {in_html(e.message)}</li>" for e in outcome.errors)
    return f'<section class="unread"><h2>{WORDS[lang]["unread_files"]}</h2><ul>{items}</ul></section>\n'


def _report(assessment: Assessment, layouts: Sequence[Layout], lang: str, name: str) -> str:
    words = WORDS[lang]
    report = assessment.report
    pins = pin_all(assessment, report, name) if report is not None else Pins()
    facts = words["page_report"].format(
        body=assessment.organisation or words["no_body"],
        year=words["no_year"] if assessment.year is None else words["year"].format(year=assessment.year),
        layout=assessment.layout,
        passed=assessment.passed,
        failed=assessment.failed,
        not_applicable=assessment.not_applicable,
        unjudged=assessment.unjudged,
    )
    cards = "".join(_card(f, n, assessment, lang, name) for n, f in enumerate(assessment.findings, 1))
    paper = _paper(report, layouts, pins, lang) if report is not None else ""
    return (
        f'<article id="{name}"><h2 class="file">{in_html(assessment.file)}</h2><p class="facts">{in_html(facts)}</p>'
        f'<div class="columns"><div class="paper">{paper}</div>'
        f'<aside aria-label="{words["problem"]}">{cards or _clean(words["page_clean"])}'
        f"{_unjudged(assessment, lang)}{_waived(assessment, lang)}</aside>"
        "</div></article>\n"
    )


def _clean(text: str) -> str:
    return f'<p class="clean">{text}</p>'


def _card(finding: Finding, number: int, assessment: Assessment, lang: str, name: str) -> str:
    words, level = WORDS[lang], finding.severity.value
    return (
        f'<section class="card {level}" data-level="{level}" id="{name}f{number}">'
        f'<h3><a class="pin {level}" href="#{name}p{number}">{number}</a> {words[level]} '
        f"<code>{in_html(finding.code)}</code></h3>"
        f'<p class="where">{in_html(in_words(finding, assessment))}</p><p>{in_html(finding.message)}</p>'
        f"<dl><dt>{words['to_do']}</dt><dd>{in_html(finding.hint)}</dd>"
        f"<dt>{words['clause']}</dt><dd>{in_html(finding.basis)}</dd></dl></section>"
    )


def _unjudged(assessment: Assessment, lang: str) -> str:
    if not assessment.not_assessed:
        return ""
    items = "".join(
        f"<li><code>{in_html(item.code)}</code> {in_html(item.reason)}</li>" for item in assessment.not_assessed
    )
    return (
        f'<details class="unjudged"><summary>{in_html(WORDS[lang]["not_assessed"])}</summary><ul>{items}</ul></details>'
    )


def _waived(assessment: Assessment, lang: str) -> str:
    if not assessment.waived:
        return ""
    items = "".join(f"<li>{in_html(line)}</li>" for line in waived_lines(assessment, lang))
    return (
        f'<details class="unjudged"><summary>{in_html(WORDS[lang]["sheet_waived"])}</summary><ul>{items}</ul></details>'
    )


def _paper(report: Report, layouts: Sequence[Layout], pins: Pins, lang: str) -> str:
    """The report as it reads."""
    title = mask(report.title.text or "")
    at_title = pins.paragraphs.get(report.title.paragraph or 0, [])
    parts = [f'<h2 class="title">{text_html(title, at_title)}{links(pins.whole)}</h2>']
    parts += [_paragraph(para, pins) for para in report.preface]
    shown: set[str] = set()
    for heading in report.outline:
        number = f"{heading.number}、" if heading.number else ""
        pinned = pins.paragraphs.get(heading.paragraph, [])
        parts.append(f"<h3>{text_html(number + heading.heading, pinned)}</h3>")
        if heading.key is None or heading.key in shown or heading.key not in report.sections:
            continue
        shown.add(heading.key)
        for para in report.sections[heading.key].paragraphs:
            parts.append(_body(para) if para.n == heading.paragraph else _paragraph(para, pins))
        parts += _tables(report, layouts, pins, heading.key, lang)
    parts += [
        part
        for section in dict.fromkeys(table.section for table in report.tables.values() if table.section not in shown)
        for part in _tables(report, layouts, pins, section, lang)
    ]
    return "".join(parts)


def _paragraph(para: Para, pins: Pins) -> str:
    return f"<p>{text_html(para.text, pins.paragraphs.get(para.n, []))}</p>"


def _body(para: Para) -> str:
    """What stands in the same paragraph as its heading; the pins stand at the heading."""
    return f"<p>{in_html(mask(para.text))}</p>"


def _tables(report: Report, layouts: Sequence[Layout], pins: Pins, section: str, lang: str) -> list[str]:
    made = []
    for key, table in report.tables.items():
        form = next((form for layout in layouts if layout.key == table.layout and (form := layout.table(key))), None)
        if table.section == section and form is not None:
            made.append(table_html(table, form, pins, in_html(WORDS[lang]["extra"])))
    return made
