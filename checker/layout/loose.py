"""Tables whose cells stand as paragraphs, a label or a figure each: what is left when a table is poured into text.

No shape is left to go by, so the labels of the formats do it: a stretch of known labels and figures is a table; a label
of a row is followed by as many figures as its block has columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from checker.dataclass import dataclass, replace
from checker.document import Cell, Document, FileFacts, Grid, Mark, Paragraph
from checker.layout.folding import fold_label, plain, split_number
from checker.layout.model import Block
from checker.layout.pieces import is_entry
from checker.layout.vocabulary import Known, Vocabulary

_FEW = 5
"""Figures that stand alone as paragraphs: fewer are no table."""
_LONGEST, _LABEL = 24, 60
_VALUE = 3
_SIGNS = "-+−－—–/／"
_ZONE = 3
"""Columns that are made for labels; no format has more steps."""

Words = Mapping[tuple[str, str], Vocabulary]
Row = list[str | None]


@dataclass(slots=True)
class _Group:
    """Labels, and the figures right after them."""

    labels: list[str]
    figures: list[str]


def gather(document: Document, words: Words) -> Document:
    """The document with such stretches as grids, its paragraphs numbered without them; mostly the document itself."""
    if sum(1 for b in document.blocks if isinstance(b, Paragraph) and _is_figure(b.text)) < _FEW:
        return document
    blocks: list[Paragraph | Grid] = []
    numbers: dict[int, int] = {}
    count = at = 0
    while at < len(document.blocks):
        end = _stretch(document.blocks, at, words)
        made = _grid([b.text.strip() for b in document.blocks[at:end] if isinstance(b, Paragraph)], words, count)
        if made is not None:
            numbers.update({b.n: count + 1 for b in document.blocks[at:end] if isinstance(b, Paragraph)})
            blocks.append(made)
            at = end
            continue
        block = document.blocks[at]
        if isinstance(block, Paragraph):
            count += 1
            numbers[block.n] = count
            blocks.append(replace(block, n=count))
        else:
            blocks.append(replace(block, after=count))
        at += 1
    return replace(document, blocks=tuple(blocks), facts=_facts(document.facts, numbers))


def _facts(facts: FileFacts, numbers: Mapping[int, int]) -> FileFacts:
    def moved(marks: tuple[Mark, ...] | None) -> tuple[Mark, ...] | None:
        if marks is None:
            return None
        return tuple(m if m.paragraph is None else replace(m, paragraph=numbers.get(m.paragraph, 1)) for m in marks)

    return FileFacts(
        facts.format,
        moved(facts.revisions),
        moved(facts.comments),
        moved(facts.hidden),
        moved(facts.active),
        moved(facts.links),
        facts.metadata,
    )


def _is_figure(text: str) -> bool:
    """Whether a text is a figure; what begins with the number of an item ("2.甲类") is none."""
    text = text.strip()
    if not text or len(text) > _LONGEST or not (text[0].isdigit() or text[0] in _SIGNS):
        return False
    number, rest = split_number(plain(text))
    return is_entry(text) and not (number and not number[-1].isdigit() and rest)


def _is_value(text: str, words: Words) -> bool:
    """Whether a text stands where a figure should: a figure, or a word or sign as short as one that is no label."""
    return _is_figure(text) or (len(text) <= _VALUE and is_entry(text) and not _known(text, words))


def _stretch(blocks: Sequence[Paragraph | Grid], at: int, words: Words) -> int:
    """Where the paragraphs from `at` on cease to be labels and figures; `at` where the first one is no label."""
    end = at
    figures = 0
    while end < len(blocks):
        block = blocks[end]
        if not isinstance(block, Paragraph):
            break
        if _is_figure(block.text) and end > at:
            figures += 1
        elif not _known(block.text, words) and not (
            end > at and (_is_value(block.text, words) or _between(blocks, end, words))
        ):
            break
        end += 1
    return end if figures >= _FEW else at


def _known(text: str, words: Words) -> bool:
    if len(text) > _LABEL:
        return False
    folded = fold_label(text)
    return bool(folded) and any(vocabulary.knows(folded) for vocabulary in words.values())


def _between(blocks: Sequence[Paragraph | Grid], at: int, words: Words) -> bool:
    """Whether an unknown line stands among cells: short, no sentence, right before a figure or a label of a column."""
    block = blocks[at]
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(block, Paragraph) or not isinstance(following, Paragraph) or len(block.text) > _LABEL // 2:
        return False
    if any(mark in block.text for mark in "。；，："):
        return False
    folded = fold_label(following.text)
    return _is_figure(following.text) or any(folded in vocabulary.columns for vocabulary in words.values())


def _grid(texts: Sequence[str], words: Words, after: int) -> Grid | None:
    if not texts:
        return None
    votes: Counter[tuple[str, str]] = Counter()
    for text in texts:
        folded = "" if _is_figure(text) else fold_label(text)
        for key, vocabulary in words.items():
            if folded and vocabulary.knows(folded):
                votes[key] += 2 if folded in vocabulary.rows else 1
    if not votes:
        return None
    vocabulary = words[max(votes, key=lambda key: votes[key])]
    groups = _groups(texts, words)
    rows = _folded(groups, vocabulary) if vocabulary.table.folded and len(groups) == 1 else None
    rows = rows or _rows(groups, vocabulary)
    if not rows:
        return None
    width = max(len(row) for row in rows)
    made = [
        tuple(
            None if text is None else Cell(text, r, c) for c, text in enumerate([*row, *([None] * (width - len(row)))])
        )
        for r, row in enumerate(rows)
    ]
    return Grid(tuple(made), after)


def _groups(texts: Sequence[str], words: Words) -> list[_Group]:
    groups = [_Group([], [])]
    for text in texts:
        if _is_value(text, words):
            groups[-1].figures.append(text)
        elif groups[-1].figures:
            groups.append(_Group([text], []))
        else:
            groups[-1].labels.append(text)
    return groups


def _folded(groups: Sequence[_Group], words: Vocabulary) -> list[Row] | None:
    """A folded table as rows: all labels, then the figures of every row."""
    labels, figures = groups[0].labels, groups[0].figures
    block = words.table.blocks[0]
    columns = len(block.columns)
    heads = [head for head in block.rows if any(_names(text, head.key, words.rows) for text in labels)]
    if len(figures) != columns * len(heads):
        return None
    rows = [_header(labels, block, words, 2)]
    for i, head in enumerate(heads):
        label = next((text for text in labels if _names(text, head.key, words.rows)), "")
        over = next((text for text in labels if head.key in _members(text, words)), label)
        rows.append([over, label, *figures[i * columns : (i + 1) * columns]])
    return rows


def _rows(groups: Sequence[_Group], words: Vocabulary) -> list[Row]:
    rows: list[Row] = []
    block, columns = words.table.blocks[0], len(words.table.blocks[0].columns)
    for group in groups:
        labels = group.labels
        at = next((i for i in range(len(labels) - 1, -1, -1) if fold_label(labels[i]) in words.rows), len(labels) - 1)
        if at < 0:
            continue
        block = _block_of(labels, at, words) or block
        heads = [text for text in labels[:at] if not _over_rows(text, words)]
        if any(fold_label(text) in words.columns for text in heads):
            rows += [[text] for text in heads if fold_label(text) in words.captions]
            rows += _groups_over(heads, block, words)
            header = _fitted(_header(heads, block, words, _ZONE), heads, words, len(group.figures))
            columns = len(header) - _ZONE
            rows.append(header)
        above = [text for text in labels[:at] if _over_rows(text, words)]
        whole = len(group.figures) == columns
        values: list[str | None] = list(group.figures) if whole else [None] * columns
        rows.append([*_zone([*above, labels[at]]), *values])
    return rows


def _block_of(labels: Sequence[str], at: int, words: Vocabulary) -> Block | None:
    """The block of the row that is labelled, else the one with the column labels before it."""
    keys = [key for key, _ in words.rows.get(fold_label(labels[at]), ())]
    for block in words.table.blocks:
        if any(head.key in keys for head in block.rows):
            return block
    found = {key for text in labels[:at] for key, _ in words.columns.get(fold_label(text), ())}
    return next((b for b in words.table.blocks if found and {head.key for head in b.columns} <= found), None)


def _fitted(header: Row, labels: Sequence[str], words: Vocabulary, figures: int) -> Row:
    """The header without a column that the table lacks, or with one that it has too many, if that fits the figures."""
    line = header[_ZONE:]
    known = [text for text in line if text]
    others = [text for text in labels if not words.knows(fold_label(text)) and text not in known]
    if figures == len(known) < len(line):
        return [*header[:_ZONE], *known]
    if figures > len(line) and "" not in line and figures - len(line) <= len(others):
        return [*header, *others[len(line) - figures :]]
    return header


def _over_rows(text: str, words: Vocabulary) -> bool:
    """Whether a label stands over rows: at the left of them."""
    folded = fold_label(text)
    return folded in words.groups and folded not in words.over_columns and folded not in words.columns


def _zone(labels: Sequence[str]) -> Row:
    kept = list(labels)[-_ZONE:]
    return [*([""] * (_ZONE - len(kept))), *kept]


def _header(labels: Sequence[str], block: Block, words: Vocabulary, zone: int) -> Row:
    """The labels of the columns: in the order in which they stand, in the format's where headers were merged."""
    found = [text for text in labels if _in_block(text, block, words)]
    if all(len(head.path) == 1 for head in block.columns) and len(found) == len(block.columns):
        line = found
    else:
        line = [next((t for t in found if _names(t, head.key, words.columns)), "") for head in block.columns]
        others = list(dict.fromkeys(text for text in labels if not words.knows(fold_label(text))))
        if line.count("") == len(others):  # a label in other words, at the one place that is left
            line = [text or others.pop(0) for text in line]
    return [*([""] * zone), *line]


def _groups_over(labels: Sequence[str], block: Block, words: Vocabulary) -> list[Row]:
    """The merged labels over columns, each over the first of its columns."""
    keys = [head.key for head in block.columns]
    line: Row = [""] * (_ZONE + len(keys))
    for text in labels:
        places = [keys.index(key) for key in _members(text, words) if key in keys]
        if places:
            line[_ZONE + min(places)] = text
    return [line] if any(line) else []


def _members(text: str, words: Vocabulary) -> tuple[str, ...]:
    """The rows or columns over which a merged label stands."""
    known = words.groups.get(fold_label(text))
    return words.table.groups.get(known[0], ()) if known is not None else ()


def _in_block(text: str, block: Block, words: Vocabulary) -> bool:
    return any(_names(text, head.key, words.columns) for head in block.columns)


def _names(text: str, key: str, shelf: Mapping[str, list[Known]]) -> bool:
    return any(known == key for known, _ in shelf.get(fold_label(text), ()))
