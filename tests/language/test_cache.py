"""Rules kept as data: found again only for the same files, and never a reason to fail."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from checker.errors import RuleFileError
from checker.language import cache, load
from checker.language.encode import cold_json, hot_json, rules_from
from checker.language.nodes import Rule
from checker.resources import folder
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
    monkeypatch.setenv(cache.VARIABLE, str(place))
    return place


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A rule file."""
    path = tmp_path / "own.rules"
    path.write_text(rule_text(LINES), encoding="utf-8")
    return path


def again(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The rules to JSON and back."""
    return rules_from(json.loads(hot_json(rules)), [cold_json(rule) for rule in rules])


def test_rules_survive_json() -> None:
    parsed = load.parse_rules([("own.rules", rule_text(LINES))], formats(), None)
    kept_rules = again(parsed)
    assert kept_rules == parsed
    assert kept_rules[0].passes == parsed[0].passes
    assert kept_rules[0].titles == {"zh": "试验"}
    with pytest.raises(AttributeError):
        kept_rules[0].nothing  # noqa: B018


def test_the_whole_pack_survives_json() -> None:
    sources = [(str(p), p.read_text(encoding="utf-8")) for p in sorted(folder("rules").glob("*.rules"))]
    parsed = load.parse_rules(sources, formats(), None)
    assert again(parsed) == parsed


def test_the_second_time_nothing_is_parsed(rules: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load.load_rules([rules], formats())
    assert len(list(kept.glob("rules-*.json"))) == 1
    monkeypatch.setattr(load, "parse_rules", None)
    assert load.load_rules([rules], formats()) == first


def test_a_change_of_a_file_or_of_the_formats_is_seen(rules: Path, kept: Path) -> None:
    load.load_rules([rules], formats())
    rules.write_text(rule_text(LINES, message="改过"), encoding="utf-8")
    assert load.load_rules([rules], formats())[0].messages["zh"].plain == "改过"
    load.load_rules([rules], formats()[1:])
    assert len(list(kept.glob("rules-*.json"))) == 3


def test_a_faulty_file_is_refused_every_time(rules: Path) -> None:
    rules.write_text(rule_text("require nothing = 1"), encoding="utf-8")
    for _ in range(2):
        with pytest.raises(RuleFileError):
            load.load_rules([rules], formats())


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"KEY", b"KEY\nnull\n", b"KEY\n[]\n", b"\xff\xfe", b"KEY\n[[1]]\n[]", b"KEY\n" + b"[" * 100_000],
)
def test_a_broken_cache_is_as_good_as_none(rules: Path, kept: Path, content: bytes) -> None:
    good = load.load_rules([rules], formats())
    (path,) = kept.glob("rules-*.json")
    key = path.stem.removeprefix("rules-")
    body = content.removeprefix(b"KEY\n")
    path.write_bytes(cache._first_line(key, body) + b"\n" + body if content.startswith(b"KEY\n") else content)
    assert load.load_rules([rules], formats()) == good


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_cache_cut_short_or_changed_is_as_good_as_none(rules: Path, kept: Path, share: float) -> None:
    good = load.load_rules([rules], formats())
    (path,) = kept.glob("rules-*.json")
    whole = path.read_bytes()
    at = int(len(whole) * share)
    for broken in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
        path.write_bytes(broken)
        found = load.load_rules([rules], formats())
        assert found == good and found[0].messages["en"].plain == "… is not …"


@pytest.mark.parametrize("place", ["", " ", "/dev/null/kept", "\x00"])
def test_a_cache_that_cannot_be_used_is_as_good_as_none(
    rules: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "\x00" in place:
        monkeypatch.setattr(cache, "_path", lambda key: Path(place) / key)
    else:
        monkeypatch.setenv(cache.VARIABLE, place)
    assert load.load_rules([rules], formats()) == load.load_rules([rules], formats(), cache=False)


def test_old_files_are_taken_away(rules: Path, kept: Path) -> None:
    for n in range(15):
        rules.write_text(rule_text(LINES, message=f"第{n}次"), encoding="utf-8")
        load.load_rules([rules], formats())
    assert len(list(kept.glob("rules-*.json"))) == 12
    assert not [p for p in kept.iterdir() if not p.name.startswith("rules-") or p.suffix != ".json"]


def test_a_warm_start_imports_no_parser(rules: Path, kept: Path) -> None:
    load.load_rules([rules], formats())
    code = (
        "import sys\nfrom pathlib import Path\nfrom checker.layout.load import load_layouts\n"
        "from checker.resources import folder\nfrom checker.language.load import load_rules\nimport checker.engine\n"
        f"load_rules([Path({str(rules)!r})], load_layouts([folder('rules') / 'layouts']))\n"
        "print(sorted({'pyparsing', 're2', 'difflib', 'fractions', 'jsonschema', 'stdnum', 'docx'} & set(sys.modules)))"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
        env={"PYTHONPATH": str(root), cache.VARIABLE: str(kept)},
    )
    assert done.stdout.strip() == "[]"
