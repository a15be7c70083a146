"""Works out of a pack what reading needs at every start: once for its files, not once a process.

The literals stand by their first two characters, those of three and more by the third and by their length, too:

    entry = [filling] "<" third characters {"<" group} ;  group = length {";" length}, the longest first
    length = rest {"|" rest} ">" filling {"|" filling}

where a rest is a literal without its first two characters, and a filling a number of Index.fillings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from checker.hints import Any
from checker.statements.finder import sense_of
from checker.statements.pack import YEAR_SLOTS, Index, Pattern, StatementPack
from checker.statements.quantities import number_expression, worth
from checker.statements.words import MARKED, Words, long_first

# fields of a Pattern, in the order in which Line takes them, behind its statement, kind and flags
_LISTS = ("slots", "gaps", "about", "of", "readings", "sections", "after", "behind", "unless", "lacking")


def index_of(pack: StatementPack) -> Index:
    """The index of the pack's literals, of the words that mark clauses, and of years beside the report's own."""
    slots = list(pack.slots)
    marks: dict[int, list[str]] = {}
    for name in MARKED:
        marks[len(slots)] = [name]
        slots.append(pack.words.get(name, ()))
    for name in YEAR_SLOTS:
        if (name,) not in slots:
            slots.append((name,))
        marks[slots.index((name,))] = [name]
    filled: dict[str, list[int]] = {}
    for number, group in enumerate(slots):
        for literal in group:
            filled.setdefault(literal, []).append(number)
    fillings: dict[tuple[int, ...], int] = {}
    numbers = {literal: fillings.setdefault(tuple(found), len(fillings)) for literal, found in filled.items()}
    years = {literal: number for literal, number in numbers.items() if literal[0] == "@"}
    numbers = {literal: number for literal, number in numbers.items() if literal[0] != "@"}
    uses, shadows = _uses(pack, len(slots), marks)
    lines, told, stops = _by_slot(pack.patterns)
    return Index(
        _entries(numbers),
        _places(numbers),
        [[list(filling), *sense_of(filling, uses)] for filling in fillings],
        years,
        uses,
        shadows,
        lines,
        told,
        stops,
        [_row(pattern) for pattern in pack.patterns],
        {
            name: [each.family, sorted(each.units), each.adds, each.apart, each.fuses, each.beside, each.some]
            for name, each in pack.statements.items()
        },
        _topics(pack),
        _measures(pack),
    )


def _places(literals: Iterable[str]) -> str:
    """An expression that finds where a literal may begin, by its first two characters."""
    longer = [literal for literal in literals if len(literal) > 1]
    firsts, seconds, alone = (
        re.escape("".join(sorted(chars)))
        for chars in (
            {literal[0] for literal in longer},
            {literal[1] for literal in longer},
            {literal for literal in literals if len(literal) == 1},
        )
    )
    found = [f"[{alone}]"] if alone else []
    return "|".join([*found, f"[{firsts}](?=[{seconds}])" if firsts else r"(?!)"])


def _entries(numbers: Mapping[str, int]) -> dict[str, str]:
    exact: dict[str, str] = {}
    thirds: dict[str, dict[str, dict[str, str]]] = {}
    for literal, number in numbers.items():
        if len(literal) < 3:
            exact[literal] = str(number)
        else:
            thirds.setdefault(literal[:2], {}).setdefault(literal[2], {})[literal[2:]] = str(number)
    return {
        begin: "<".join([exact.get(begin, ""), "".join(thirds.get(begin, ())), *map(_group, _values(thirds, begin))])
        for begin in dict.fromkeys([*exact, *thirds])
    }


def _values(thirds: Mapping[str, Mapping[str, Mapping[str, str]]], begin: str) -> Iterable[Mapping[str, str]]:
    return thirds[begin].values() if begin in thirds else ()


def _group(rests: Mapping[str, str]) -> str:
    by_length: dict[int, dict[str, str]] = {}
    for rest, number in rests.items():
        by_length.setdefault(len(rest), {})[rest] = number
    ordered = [by_length[length] for length in sorted(by_length, reverse=True)]
    return ";".join([f"{'|'.join(same)}>{'|'.join(same.values())}" for same in ordered])


def _uses(pack: StatementPack, count: int, marks: Mapping[int, list[str]]) -> tuple[list[list[Any]], list[list[int]]]:
    """Of each slot: its kin, its topics, its marks; and which kin shadows which.

    The kin of a slot is the number of the families and statements that it tells, -1 for a slot that is in no line. What
    begins a line for nothing or a flag tells no family, only its nouns do. A kin is shadowed by one of the family that
    tells other statements.
    """
    tells: dict[int, tuple[set[str], set[str]]] = {}
    for pattern in pack.patterns:
        for i, slot in enumerate(pattern.slots):
            families, statements = tells.setdefault(slot, (set(), set()))
            if pattern.kind in ("says", "all", "one") or (i and pattern.kind in ("none", "flag")):
                families.add(pack.statements[pattern.statement].family)
                statements.add(pattern.statement)
    kins: dict[tuple[frozenset[str], frozenset[str]], int] = {}
    kin = {slot: kins.setdefault((frozenset(told[0]), frozenset(told[1])), len(kins)) for slot, told in tells.items()}
    topics: dict[int, list[str]] = {}
    for name, (_, slot) in pack.topics.items():
        topics.setdefault(slot, []).append(name)
    uses: list[list[Any]] = [[kin.get(slot, -1), topics.get(slot, []), marks.get(slot, [])] for slot in range(count)]
    shadows = [
        [i for (others, names), i in kins.items() if owners.isdisjoint(names) and not families.isdisjoint(others)]
        for families, owners in kins
    ]
    return uses, shadows


def _by_slot(patterns: Sequence[Pattern]) -> list[list[list[Any]]]:
    """By one of their slots: lines, those that want no number, and `not` lines; each its number and its other slots.

    A line stands by the slot that the fewest lines have: where that is not in a clause, nobody looks at the line.
    """
    shared = Counter(slot for pattern in patterns for slot in {*pattern.slots})
    found: tuple[dict[int, list[Any]], ...] = {}, {}, {}
    for number, pattern in enumerate(patterns):
        rarest = min(pattern.slots, key=shared.__getitem__)
        more = [slot for slot in dict.fromkeys(pattern.slots) if slot != rarest]
        for place in {"not": (2,), "says": (0,)}.get(pattern.kind, (0, 1)):
            found[place].setdefault(rarest, []).append([number, more])
    return [[[slot, lines] for slot, lines in each.items()] for each in found]


def _row(pattern: Pattern) -> list[Any]:
    told = [pattern.statement, pattern.kind, pattern.strong, pattern.anchored, pattern.leading]
    return [*told, *(list(getattr(pattern, name)) for name in _LISTS)]


def _topics(pack: StatementPack) -> dict[str, Any]:
    groups = {name: group for name, (group, _) in pack.topics.items()}
    about = {name.rpartition(" ")[2] for p in pack.patterns for name in p.about}
    asked = {name for p in pack.patterns for name in p.after}
    after = {name.removeprefix("only ") for name in asked}
    rivals = {groups[name.removeprefix("only ")] for name in asked if name.startswith("only ")}
    named = after | {name for name, group in groups.items() if group in rivals}
    return {
        "groups": groups,
        "defaults": {section: list(names) for section, names in pack.defaults.items()},
        "mentions": sorted(named - about),
        "lasting": sorted(after),
        "foreign": sorted(groups.keys() - about - named),
    }


def _measures(pack: StatementPack) -> dict[str, Any]:
    """Words around a number; see Measures."""
    words = Words(pack.words)
    units = {unit for statement in pack.statements.values() for unit in statement.units} - {""}
    kept: dict[str, Sequence[str]] = {
        "units": sorted((units | {*words["unit"]}) - {*words["money"]}),
        "before": long_first(words["about_before"]),
        "after": long_first(words["about_after"]),
        "never": long_first((*words["no_unit"], *words["year_unit"], *words["month_unit"])),
        "ordinal": long_first(words["ordinal"]),
        "percent": long_first(words["percent"]),
        "year": words["year_unit"],
        "month": words["month_unit"],
        "not_one_before": words["not_one_before"],
        "not_one_after": words["not_one_after"],
        "slogan": words["slogan"],
        "caption": words["caption"],
    }
    made: dict[str, Any] = {name: list(listed) for name, listed in kept.items()}
    made["money"] = {word: str(worth(word)) for word in words["money"]}
    made["number"] = number_expression(made)
    return made
