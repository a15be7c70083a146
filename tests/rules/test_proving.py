"""Proofs that do not hold are told: by a rule that is silent, loud, or looks elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import RuleFileError
from checker.language.load import load_rules
from checker.language.nodes import Rule
from checker.models import Models
from checker.pack import Pack
from checker.proof_results import Unproved
from checker.proving import Prover, prove, prove_folder

RULE = """
rule GK999 made-up
    title       试
    title.en    a trial
    severity    error
    basis       惯例
    years       {years}
    require     {require}
    at          {at}
    message     试
    message.en  a trial
    hint        试
    hint.en     a trial
{proofs}
"""
CELL = "requests[received, natural]"


def rule(
    tmp_path: Path,
    pack: Pack,
    *proofs: str,
    require: str = f"{CELL} < 100",
    at: str = CELL,
    years: str = "2019..",
) -> Rule:
    file = tmp_path / "own.rules"
    lines = "\n".join(f"    {proof}" for proof in proofs)
    file.write_text(RULE.format(require=require, at=at, years=years, proofs=lines), encoding="utf-8")
    return load_rules([file], pack.layouts, None)[0]


def unproved(prover: Prover, rule: Rule) -> list[Unproved]:
    return list(prover.prove(rule).unproved)


def test_a_rule_that_proves_itself(tmp_path: Path, pack: Pack, prover: Prover) -> None:
    own = rule(tmp_path, pack, f"fails  set {CELL} = 100", f"passes set {CELL} = 99")
    result = prover.prove(own)
    assert (result.run, result.unproved) == (4, ())


def test_a_rule_is_proved_on_the_layouts_of_its_years(tmp_path: Path, pack: Pack, prover: Prover) -> None:
    own = rule(tmp_path, pack, f"fails  set {CELL} = 100", years="2021..")
    assert prover.prove(own).run == 1
    named = rule(tmp_path, pack, f"fails 2019 set {CELL} = 100")
    assert prover.prove(named).run == 1


def test_a_fails_that_is_not_flagged_is_told(tmp_path: Path, pack: Pack, prover: Prover) -> None:
    own = rule(tmp_path, pack, f"fails  set {CELL} = 99")
    found = unproved(prover, own)
    assert [(u.kind, u.layout, u.message.en) for u in found] == [
        ("fails", "2019", "is not flagged"),
        ("fails", "2021", "is not flagged"),
    ]
    assert found[0].line == 14
    assert found[0].file.endswith("own.rules")


def test_a_fails_that_is_flagged_elsewhere_is_told(tmp_path: Path, pack: Pack, prover: Prover) -> None:
    own = rule(tmp_path, pack, f"fails  set {CELL} = 100", at="requests[handled, natural]", require=f"not {CELL} = 100")
    kinds = {(u.kind, u.message.en.split(":")[0]) for u in unproved(prover, own)}
    assert kinds <= {("fails", "is flagged, but not where it was edited")}
    lost = rule(tmp_path, pack, "fails  set disputes[review, total] = 3", require=f"{CELL} > 100")
    assert {u.message.en.split(":")[0] for u in unproved(prover, lost)} == {"is flagged, but not where it was edited"}


def test_a_passes_that_is_flagged_is_told(tmp_path: Path, pack: Pack, prover: Prover) -> None:
    own = rule(tmp_path, pack, f"fails  set {CELL} = 100", f"passes set {CELL} = 101")
    assert {(u.kind, u.message.en.split(" at ")[0]) for u in unproved(prover, own)} == {("passes", "is flagged")}


def test_a_flagged_model_is_told(tmp_path: Path, pack: Pack, prover: Prover) -> None:
    own = rule(tmp_path, pack, f"fails  set {CELL} = 100", require=f"{CELL} > 100")
    found = prover.models_silent([own]).unproved
    assert len(found) == 6
    assert {u.kind for u in found} == {"model"}
    assert {(Path(u.file).name, u.line) for u in found} == {("own.rules", own.line)}


def test_models_that_a_rule_flags_are_one_proof_that_is_lost(tmp_path: Path, pack: Pack, models: Models) -> None:
    own = rule(tmp_path, pack, f"fails  set {CELL} = 100", require=f"{CELL} > 100")
    proof = prove([own], pack, models)
    assert len(proof.unproved) > proof.lost
    assert 0 < proof.lost <= proof.run


def test_a_replace_whose_text_does_not_occur_is_an_error_of_the_file(
    tmp_path: Path, pack: Pack, models: Models
) -> None:
    own = rule(tmp_path, pack, 'fails  replace "从未写过" with "写过" in overview')
    with pytest.raises(RuleFileError, match="does not occur") as caught:
        prove([own], pack, models)
    assert caught.value.file.endswith("own.rules")
    assert caught.value.line == 14


def test_the_whole_pack_can_be_proved_at_once(tmp_path: Path, pack: Pack, models: Models) -> None:
    own = rule(tmp_path, pack, f"fails  set {CELL} = 100")
    assert prove([own], pack, models).unproved == ()


def test_a_folder_of_an_office_is_proved_by_itself(tmp_path: Path, pack: Pack) -> None:
    rule(tmp_path, pack, f"fails  set {CELL} = 100", f"passes set {CELL} = 99")
    (tmp_path / "own.statements").write_text(
        "statement praised 表扬\n"
        "    family    praise\n"
        "    says      收到表扬\n"
        "    unit      次\n"
        "    reads     全年收到表扬3次 = 3\n"
        "    silent    全年收到批评3次\n",
        encoding="utf-8",
    )
    proof = prove_folder(tmp_path)
    assert proof.run and not proof.unproved
    assert proof.run == 1 + 4 + 2  # the models, two edits on two layouts, two sentences


def test_a_misread_sentence_is_told(tmp_path: Path) -> None:
    (tmp_path / "own.statements").write_text(
        "statement praised 表扬\n"
        "    family    praise\n"
        "    says      收到表扬\n"
        "    unit      次\n"
        "    reads     全年收到表扬3次 = 4\n",
        encoding="utf-8",
    )
    proof = prove_folder(tmp_path)
    assert [(u.kind, u.code, u.line, u.message.en) for u in proof.unproved] == [
        ("sentence", "praised", 5, "is read as 3, not 4")
    ]


def test_what_a_proof_says_is_given_in_either_language(tmp_path: Path, pack: Pack, prover: Prover) -> None:
    own = rule(tmp_path, pack, f"fails  set {CELL} = 100")
    assert [f.message for f in prover.found(own, own.fails[0], "2021")] == ["试"]
    assert [f.message for f in prover.found(own, own.fails[0], "2021", "en")] == ["a trial"]
