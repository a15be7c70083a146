"""Finds the article among the navigation, headers, sidebars and footers of a web page.

By shape: prose and tables that are no links weigh; the page is entered from its outermost element inwards as long as
what is left behind is no prose and no table. Then the lines right above are taken in, since a site prints the heading
apart from the text, and what a site prints about an article (date of publication, source, size of letters) is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.facts.lexicon import PAGE_WORDS
from checker.readers.html_walk import Holder, Item
from checker.readers.raw import Line, RawTable
from checker.readers.tables import cell_text

_HALF = 0.5
_MAIN = 0.3
"""An element with this share of the article is none of its furniture, whatever it is called."""
_LEFT, _LEFT_SHARE = 120, 0.04
"""Characters of prose, and their share, that may be left behind: notices of the site, a slogan."""
_PROSE = 15
_TABLE_CELLS = 6
_ABOVE = 12
"""Lines above the text among which its heading is looked for."""
_ABOUT, _ABOUT_ALONE = 160, 50
_EDGE = 8
"""Lines at the beginning and the end of the article that may be about it rather than of it."""
_LINKS = 5


def article(items: Sequence[Item], *, scripted: bool) -> list[Item]:
    """The items of the article; all of them where the page is nothing but a document. scripted: it has scripts."""
    furnished = any(item.holder.furniture for item in items) or sum(map(_is_link, items)) >= _LINKS
    if not items or not (furnished or scripted):
        return list(items)
    weights: dict[int, int] = {}
    for item in items:
        weight = _weight(item)
        holder: Holder | None = item.holder
        while holder is not None:
            weights[id(holder)] = weights.get(id(holder), 0) + weight
            holder = holder.parent
    chosen = _enter(items, weights)
    return _trimmed(_with_heading(items, chosen))


def _enter(items: Sequence[Item], weights: dict[int, int]) -> list[int]:
    """Indices of the items of the innermost element that leaves nothing of weight behind."""
    chains = [_chain(item.holder) for item in items]
    inside = list(range(len(items)))
    top = chains[0][0]
    depth = 0
    main = _MAIN * weights.get(id(top), 0)

    def furnished(i: int) -> bool:
        """Whether an item stands in furniture within the element reached; a heavy element is none."""
        return any(h.furniture and weights.get(id(h), 0) < main for h in chains[i])

    while True:
        sums: dict[int, int] = {}
        for i in inside:
            if len(chains[i]) > depth + 1:
                key = id(chains[i][depth + 1])
                sums[key] = weights.get(key, 0)
        best = max(sums, key=lambda key: sums[key], default=None)
        if best is None or sums[best] < _HALF * sum(_weight(items[i]) for i in inside):
            break
        within = [i for i in inside if len(chains[i]) > depth + 1 and id(chains[i][depth + 1]) == best]
        left = [items[i] for i in sorted(set(inside) - set(within)) if not furnished(i)]
        prose = sum(_weight(item) for item in left if _is_prose(item))
        if any(_is_data(item) for item in left) or prose > min(_LEFT, _LEFT_SHARE * sums[best]):
            break
        inside, depth = within, depth + 1
    kept = [i for i in inside if not furnished(i)]
    return kept or inside


def _chain(holder: Holder | None) -> list[Holder]:
    """The holders of an item from the page down."""
    found: list[Holder] = []
    while holder is not None:
        found.append(holder)
        holder = holder.parent
    return found[::-1]


def _with_heading(items: Sequence[Item], chosen: Sequence[int]) -> list[Item]:
    """The chosen items with the plain lines right above them, as far as the next link or table."""
    above: list[Item] = []
    for i in range(chosen[0] - 1, max(chosen[0] - _ABOVE, 0) - 1, -1):
        item = items[i]
        if item.holder.furniture and not item.title:
            break
        if _is_about(item):
            continue
        if _is_link(item) or isinstance(item.content, RawTable):
            break
        above.insert(0, item)
    first = next((i for i, item in enumerate(above) if item.title), 0)
    return above[first:] + [items[i] for i in chosen]


def _trimmed(items: list[Item]) -> list[Item]:
    """Without links at both ends, and without lines about the article near them."""
    start, end = 0, len(items)
    while end > start and (_is_link(items[end - 1]) or _is_about(items[end - 1])):
        end -= 1
    while start < end and (_is_link(items[start]) or _is_about(items[start])):
        start += 1
    edge = items[start : min(start + _EDGE, end)]
    rest = items[start + len(edge) : end]
    kept = [item for item in edge if not _is_about(item)]
    return (kept + rest) or items


def _words(item: Item) -> str:
    if isinstance(item.content, Line):
        return item.content.text
    cells = [cell for row in item.content.rows for cell in row.cells]
    return "" if len(cells) > 60 else " ".join(map(cell_text, cells))


def _is_about(item: Item) -> bool:
    """Whether it is what a site prints about an article: its date, source, number of visits, buttons."""
    text = _words(item)
    if not text or len(text) > _ABOUT or "。" in text:
        return False
    told = sum(1 for word in PAGE_WORDS if word in text)
    return told >= 2 or (told == 1 and len(text) <= _ABOUT_ALONE and text.lstrip("【[ ").startswith(PAGE_WORDS))


def _is_link(item: Item) -> bool:
    """Whether a line is mostly links (those within the page apart)."""
    if not isinstance(item.content, Line):
        return item.linked > 0 and item.linked > _HALF * len(_words(item))
    return item.linked > _HALF * len("".join(item.content.text.split()))


def _is_prose(item: Item) -> bool:
    return isinstance(item.content, Line) and "。" in item.content.text and _weight(item) >= _PROSE


def _is_data(item: Item) -> bool:
    if not isinstance(item.content, RawTable) or _is_link(item) or _is_about(item):
        return False
    return sum(len(row.cells) for row in item.content.rows) >= _TABLE_CELLS


def _weight(item: Item) -> int:
    if isinstance(item.content, Line):
        return max(len(item.content.text) - item.linked, 0) if not _is_link(item) else 0
    return 0 if _is_link(item) else sum(4 for row in item.content.rows for _ in row.cells)
