"""Compliant reports by chance: `random_spec(seed, layout)`."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.builders.bodies import BODIES
from tests.builders.facts import facts_of
from tests.builders.figures import tables
from tests.builders.spec import SECTIONS, Body, SectionSpec, Spec, TableSpec
from tests.builders.wordings import W, choose, second
from tests.builders.wordings.disclosure import DISCLOSURE, DOCUMENTS, FEES, OTHER_2019
from tests.builders.wordings.disputes import DISPUTES, NO_DISPUTES
from tests.builders.wordings.disputes_more import DISPUTES_MORE, DOCUMENTS_MORE, NO_DISPUTES_MORE
from tests.builders.wordings.further import FURTHER
from tests.builders.wordings.prefaces import PREFACES
from tests.builders.wordings.requests import NO_REQUESTS, REQUESTS
from tests.builders.wordings.requests_more import REQUESTS_MORE
from tests.builders.wordings.traps import TRAPS
from tests.builders.wordings.voices import Voice
from tests.builders.wordings.voices_more import ASSESS, VOICES

HEADINGS = (
    "总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况", "其他需要报告的事项",
)  # fmt: skip
NUMBERS = ("一、", "二、", "三、", "四、", "五、", "六、")
TITLE = "政府信息公开工作年度报告"


@dataclass(frozen=True, slots=True)
class Wordings:
    """All the words that a report may be written in."""

    voices: Sequence[Voice]
    prefaces: Sequence[W]
    requests: Sequence[W]
    no_requests: Sequence[W]
    disputes: Sequence[W]
    no_disputes: Sequence[W]
    disclosure: Sequence[W]
    documents: Sequence[W]
    fees: Sequence[W]
    other_2019: Sequence[W]
    traps: Sequence[W]
    further: Sequence[W]
    assess: Mapping[str, Sequence[str]]


OPEN = Wordings(
    voices=VOICES,
    prefaces=PREFACES + second.PREFACES,
    requests=REQUESTS + REQUESTS_MORE + second.REQUESTS,
    no_requests=NO_REQUESTS + second.NO_REQUESTS,
    disputes=DISPUTES + DISPUTES_MORE + second.DISPUTES,
    no_disputes=NO_DISPUTES + NO_DISPUTES_MORE + second.NO_DISPUTES,
    disclosure=DISCLOSURE + second.DISCLOSURE,
    documents=DOCUMENTS + DOCUMENTS_MORE + second.DOCUMENTS,
    fees=FEES + second.FEES,
    other_2019=OTHER_2019 + second.OTHER,
    traps=TRAPS + second.TRAPS,
    further=FURTHER + second.FURTHER,
    assess=ASSESS,
)


def random_spec(
    seed: int,
    layout: str,
    *,
    wordings: Wordings = OPEN,
    body: Body | None = None,
    year: int | None = None,
    three: tuple[TableSpec, TableSpec, TableSpec] | None = None,
    known: Mapping[str, Any] | None = None,
) -> Spec:
    """A compliant report: figures that agree, words that are true of them. The same seed gives the same report.

    layout: "2019" or "2021". body, year, three (tables): fixed instead of drawn. known: facts that are not by chance.
    """
    rng = random.Random(f"spec {seed} {layout}")
    drawn = rng.choice((2019, 2020) if layout == "2019" else (2021, 2022, 2023, 2024, 2025))
    year = drawn if year is None else year
    someone = rng.choice(BODIES)
    body = someone if body is None else body
    drawn_tables = tables(rng, layout, body)
    three = drawn_tables if three is None else three
    facts = {**facts_of(rng, layout, year, body, three), **(known or {})}
    voice = rng.choice(wordings.voices)
    slots, said = _slots(rng, wordings, facts)

    def fill(template: str) -> list[str]:
        return [p for p in template.format_map({**facts, **slots}).splitlines() if p]

    below: dict[tuple[str, str], list[str]] = {}
    for key, template in voice.below:
        below.setdefault((key, template[0]), []).extend(fill(template[1:]))
    six = choose(rng, wordings.fees if layout == "2021" else wordings.other_2019, facts)
    overview = [p for t in voice.overview for p in fill(t)]
    true = [w for w in wordings.further if w.fits(facts)]
    further = rng.sample(true, min(len(true), rng.randint(5, 12)))
    for w in further:
        overview.insert(rng.randint(max(len(overview) - 3, 1), len(overview)), w.say(facts))
    prose = {
        "overview": overview,
        "problems": [p for t in voice.problems for p in fill(t)],
        "other": six.say(facts).split("\n"),
    }
    sections = tuple(
        SectionSpec(
            key,
            NUMBERS[i],
            HEADINGS[i],
            tuple(prose.get(key, below.get((key, "<"), []))),
            tuple(below.get((key, ">"), [])),
        )
        for i, key in enumerate(SECTIONS)
    )
    preface = choose(rng, wordings.prefaces, facts)
    return Spec(
        layout=layout,
        year=year,
        body=body,
        title=(body.name, f"{year}年", TITLE),
        preface=tuple(preface.say(facts).split("\v")),
        sections=sections,
        tables=three,
        signature=_signature(rng, body, year),
        facts={**facts, "said": said, "assess": slots["ASSESS"]},
        voice=voice.name,
    )


def _slots(rng: random.Random, wordings: Wordings, facts: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, W]]:
    said = {
        "REQ": choose(rng, wordings.requests if facts["in_hand"] else wordings.no_requests, facts),
        "DISP": choose(rng, wordings.disputes if facts["cases"] else wordings.no_disputes, facts),
        "DISC": choose(rng, wordings.disclosure, facts),
        "DOC": choose(rng, wordings.documents, facts),
    }
    traps = rng.sample([w for w in wordings.traps if w.fits(facts)], 3)
    said.update(zip(("TRAP1", "TRAP2", "TRAP3"), traps, strict=True))
    slots = {name: w.say(facts) for name, w in said.items()}
    kind = "government" if facts["kind"] in ("government", "township") else "other"
    slots["ASSESS"] = rng.choice(wordings.assess[kind]).format_map(facts)
    return slots, said


def _signature(rng: random.Random, body: Body, year: int) -> tuple[str, ...]:
    if rng.random() < 0.4:
        return ()
    if body.kind == "government":
        day = rng.choice((f"{year + 1}年3月{rng.randint(1, 28)}日", f"{year + 1}年2月{rng.randint(1, 28)}日"))
    else:
        day = f"{year + 1}年1月{rng.randint(4, 28)}日"
    return (body.name, day)
