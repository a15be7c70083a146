"""The places with which the name of a body begins."""

from __future__ import annotations

from typing import NamedTuple

from checker.facts.names import OrganisationNames


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
    found = _unlisted(rest, names)
    if found is None and not places and rest[:1] in ("县", "旗") and len(rest) > 2:
        return Placed((), "county", rest[1:])
    while found is not None:
        places.append(found)
        rest = rest[len(found) :]
        city = found.endswith("市")
        if city:
            level = "county" if level == "prefecture" else None
            found = _unlisted(rest, names, below_city=True)
        else:
            level, found = "county", None
    return Placed(tuple(places), level, rest)


def _part_of_word(rest: str, listed: str, names: OrganisationNames) -> bool:
    """A short name without an ending of its own (吉林 …) is a place only before a listed one or an ending."""
    if listed.endswith(("省", "市", "区", "州", "盟", "团", "旗", "县")):
        return False
    tail = rest[len(listed) :]
    return names.place(tail) is None and names.kind(tail) is None


def _unlisted(text: str, names: OrganisationNames, *, below_city: bool = False) -> str | None:
    """A county, district, banner or city that no list holds, by its ending."""
    if text.startswith(names.words):
        return None
    endings = [e for e in names.place_endings if not (below_city and e == "市")]
    best: str | None = None
    for ending in endings:
        longest = 16 if len(ending) > 1 else 9 if ending == "旗" else 5
        at = text.find(ending, 1, longest + len(ending))
        if at < 1:
            continue
        place = text[: at + len(ending)]
        if "和" in place[1 : at - 1] or names.kind(place) != "government":
            continue
        if best is None or len(place) < len(best):
            best = place
    return best if best is not None and all("\u3400" <= char <= "\u9fff" for char in best) else None
