"""The places with which the name of a body begins."""

from __future__ import annotations

from checker.facts.names import LEVELS, OrganisationNames
from checker.hints import NamedTuple

_MOST = 4  # places in a name


class Placed(NamedTuple):
    """A name split: its places in order, the level of the last one (None if not known), and the rest of the name."""

    places: tuple[str, ...]
    level: str | None
    rest: str


def split_body(name: str, names: OrganisationNames) -> Placed:
    """split_place, for the local branch of a national body too: its place stands behind that body's name."""
    for body in names.branches:
        if name.startswith(body) and len(name) > len(body):
            placed = split_place(name[len(body) :], names)
            if placed.places:
                return Placed(placed.places, placed.level, body + placed.rest)
    return split_place(name, names)


def split_place(name: str, names: OrganisationNames) -> Placed:
    """Split the places off a bare name (安徽省淮北市相山区 | 机关事务管理中心).

    A city that is not listed as a prefecture is of level county below a listed one, else its level is not known. A
    town is not split off: kinds tell towns.
    """
    places: list[str] = []
    level: str | None = None
    rest = name
    while True:
        listed = names.place(rest)
        if listed is None or names.places[listed] == "national":
            break
        if len(rest) > len(listed) and _part_of_word(rest, listed, names):
            break
        places.append(listed)
        level, rest = names.places[listed], rest[len(listed) :]
        if level == "county":
            return Placed(tuple(places), level, rest)
    if names.place(rest) == rest:  # the whole is a national body
        return Placed((), "national", rest)
    if not places and len(rest) > 3 and rest[0] in names.place_endings and not rest.startswith(names.words):
        return Placed(
            (), "county" if rest[0] in "县旗" else None, rest[1:]
        )  # 县教育局, 市司法局: the place is not named
    while len(places) < _MOST:
        found = _unlisted(rest, names, above=level if places else "national")
        if found is None:
            break
        places.append(found[0])
        rest = rest[len(found[0]) :]
        city = found[0].endswith("市")
        level = found[1] if not city or level == "prefecture" else None
    return Placed(tuple(places), level, rest)


def _part_of_word(rest: str, listed: str, names: OrganisationNames) -> bool:
    """A short name without an ending of its own (吉林 …) is a place only before a listed one or an ending."""
    if listed.endswith(("省", "市", "区", "州", "盟", "团", "旗", "县")):
        return False
    tail = rest[len(listed) :]
    return names.place(tail) is None and names.kind(tail) is None


def _unlisted(text: str, names: OrganisationNames, *, above: str | None) -> tuple[str, str] | None:
    """A place that no list holds, by its ending, below a place of level `above`: (place, level), or None."""
    if text.startswith(names.words):
        return None
    best: tuple[str, str] | None = None
    for ending, level in names.place_endings.items():
        if LEVELS.index(level) <= LEVELS.index(above or "prefecture") or (above is None and ending == "市"):
            continue
        longest = 16 if len(ending) > 1 else 9 if ending == "旗" else 5
        at = text.find(ending, 1, longest + len(ending))
        if at < 1:
            continue
        place = text[: at + len(ending)]
        if "和" in place[1 : at - 1] or names.kind(place) != "government":
            continue
        if best is None or len(place) < len(best[0]):
            best = (place, level)
    return best if best is not None and all("\u3400" <= char <= "\u9fff" for char in best[0]) else None


def town_of(rest: str, names: OrganisationNames) -> str | None:
    """The town with which a name without its places begins (柳河镇 of 柳河镇党政办公室), or None."""
    ends = [at + len(e) for e in names.town_endings if 1 <= (at := rest.find(e)) <= 6]
    return rest[: min(ends)] if ends and not rest.startswith(names.words) else None
