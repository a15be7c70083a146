"""The rule pack kept as data: found again only for the same files, and never a reason to fail."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from checker import pack, pack_cache
from checker.cache_place import VARIABLE
from checker.errors import RuleFileError
from checker.language.encode import cold_json, hot_rules, rules_from
from checker.language.load import parse_rules
from checker.language.nodes import Rule
from checker.layout import folding
from checker.layout.vocabulary import vocabulary
from checker.pack import Pack, load_pack
from checker.statements.index import index_of
from checker.statements.pack import Index
from tests.language.making import formats, rule_text

LINES = """
when        report.year is given
for         column in requests.columns where column != total
let         sent = requests[received, column]
require     sent = 0 or title matches /年报/
at          requests[received, column], c for c in requests.columns where c = total
message.en  {left} is not {right}
passes      clear other
"""


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    place = tmp_path / "kept"
    monkeypatch.setenv(VARIABLE, str(place))
    return place


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A rule file, alone in a folder that load_pack takes."""
    path = tmp_path / "rules" / "own.rules"
    path.parent.mkdir()
    path.write_text(rule_text(LINES), encoding="utf-8")
    return path


def loaded(rules: Path) -> Pack:
    """The pack of the package's formats and statements with the rules of the file alone."""
    return load_pack([rules.parent], own=False)


def same(one: Pack, other: Pack) -> bool:
    """Whether two packs say the same, whichever way they came."""
    first, second = one.statements, other.statements
    return (
        (one.layouts, one.names, one.rules) == (other.layouts, other.names, other.rules)
        and (first.statements, list(first.patterns), first.topics)
        == (second.statements, list(second.patterns), second.topics)
        and (list(first.slots), first.words, first.defaults) == (list(second.slots), second.words, second.defaults)
        and listed(first.index or index_of(first)) == listed(second.index or index_of(second))
    )


def listed(index: Index) -> Index:
    """The index with its rows as lists, whichever way they came."""
    return replace(index, fillings=list(index.fillings), patterns=list(index.patterns))


def again(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The rules to JSON and back."""
    return rules_from(json.loads(json.dumps(hot_rules(rules))), [cold_json(rule) for rule in rules])


def test_rules_survive_json() -> None:
    parsed = parse_rules([("own.rules", rule_text(LINES))], formats(), None)
    kept_rules = again(parsed)
    assert kept_rules == parsed
    assert kept_rules[0].passes == parsed[0].passes
    assert kept_rules[0].titles == {"zh": "试验"}
    with pytest.raises(AttributeError):
        kept_rules[0].nothing  # noqa: B018


def test_the_second_time_the_whole_pack_is_as_parsed(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = load_pack()
    assert len(list(kept.glob("pack-*.json"))) == 1
    monkeypatch.setattr(pack, "_parsed", None)
    found = load_pack()
    assert found.statements.index is not None
    assert same(found, parsed)
    assert [rule.fails for rule in found.rules] == [rule.fails for rule in parsed.rules]


def test_labels_are_remembered_as_they_are_folded(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "_remembered", {})
    layouts = load_pack().layouts
    assert folding._remembered == {}
    load_pack()
    assert len(folding._remembered) > 100
    assert all(folding._folded(text) == folded for text, folded in folding._remembered.items())
    tables = [vocabulary(layout.key, table) for layout in layouts for table in layout.tables]
    known = set(folding._remembered.values())
    assert all(label in known for words in tables for label in (*words.rows, *words.columns, *words.captions))


def test_a_change_of_any_file_is_seen(rules: Path, kept: Path) -> None:
    loaded(rules)
    rules.write_text(rule_text(LINES, message="改过"), encoding="utf-8")
    assert loaded(rules).rules[0].messages["zh"].plain == "改过"
    own = rules.parent / "own.statements"
    own.write_text("words  zz_own  本局|我局\n", encoding="utf-8")
    assert loaded(rules).statements.words["zz_own"] == ("本局", "我局")
    assert len(list(kept.glob("pack-*.json"))) == 3


def test_a_faulty_file_is_refused_every_time(rules: Path) -> None:
    rules.write_text(rule_text("require nothing = 1"), encoding="utf-8")
    for _ in range(2):
        with pytest.raises(RuleFileError):
            loaded(rules)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"KEY", b"KEY\nnull\n", b"KEY\n[]\n", b"\xff\xfe", b"KEY\n[[1]]\n[]", b"KEY\n[[-2,1,2,3],[]]\n", b"["],
)
def test_a_broken_cache_is_as_good_as_none(rules: Path, kept: Path, content: bytes) -> None:
    good = loaded(rules)
    (path,) = kept.glob("pack-*.json")
    key = path.stem.removeprefix("pack-")
    body = content.removeprefix(b"KEY\n")
    body = body * 100_000 if body == b"[" else body  # nested too deeply
    path.write_bytes(
        pack_cache._first_line(key, body) + b"\n" + body if content.startswith((b"KEY\n", b"[")) else content
    )
    assert same(loaded(rules), good)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_cache_cut_short_or_changed_is_as_good_as_none(rules: Path, kept: Path, share: float) -> None:
    good = loaded(rules)
    (path,) = kept.glob("pack-*.json")
    whole = path.read_bytes()
    at = int(len(whole) * share)
    for broken in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
        path.write_bytes(broken)
        found = loaded(rules)
        assert same(found, good) and found.rules[0].messages["en"].plain == "… is not …"


@pytest.mark.parametrize("place", ["", " ", "/dev/null/kept", "\x00", "read-only"])
def test_a_cache_that_cannot_be_used_is_as_good_as_none(
    rules: Path, place: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if "\x00" in place:
        monkeypatch.setattr(pack_cache, "_path", lambda key: Path(place) / key)
    elif place == "read-only":
        monkeypatch.setattr(pack_cache, "_path", lambda key: Path("/proc/gkcheck") / key)  # no user may write there
    else:
        monkeypatch.setenv(VARIABLE, place)
    assert loaded(rules).rules == parse_rules([(str(rules), rule_text(LINES))], formats(), None)


def test_old_files_are_taken_away(rules: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack_cache, "_MOST", 2)
    for n in range(4):
        rules.write_text(rule_text(LINES, message=f"第{n}次"), encoding="utf-8")
        loaded(rules)
    assert len(list(kept.glob("pack-*.json"))) == 2
    assert not [p for p in kept.iterdir() if not p.name.startswith("pack-") or p.suffix != ".json"]


def test_a_warm_start_imports_no_parser(rules: Path, kept: Path) -> None:
    loaded(rules)
    code = (
        "import sys\nfrom pathlib import Path\nfrom checker.pack import load_pack\nimport checker.engine\n"
        f"load_pack([Path({str(rules.parent)!r})], own=False)\n"
        "unwanted = {'pyparsing', 're2', 'difflib', 'fractions', 'jsonschema', 'stdnum', 'docx', 'checker.lines'}\n"
        "print(sorted(unwanted & set(sys.modules)))"
    )
    root = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
        env={"PYTHONPATH": str(root), VARIABLE: str(kept)},
    )
    assert done.stdout.strip() == "[]"
