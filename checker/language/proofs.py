"""What a rule file says of its own proof and mending, as data: edits of the model reports, `fails`, `passes`, `mend`.

Apart from the rest of a rule, since a report is checked without it.
"""

from __future__ import annotations

from checker.hints import Literal, NamedTuple
from checker.language.nodes import Node, Step

VERBS = ("set", "blank", "remove", "rename", "add", "move", "copy", "replace", "append", "clear", "as", "lay", "with")
THINGS = ("cell", "section", "table", "row", "column", "paragraph", "text", "body", "document", "report")


class Edit(NamedTuple):
    """An edit of a model report, as a `fails` or `passes` line writes it. What it does not name is None.

    verb and thing, of VERBS and THINGS, say which edit it is:
        set cell, blank cell            table, row, column; text: the cell as printed
        remove section / table / row / column     section; table; table + row; table + column
        rename section / row / column   the same; text: the new heading or label as printed
        add section                     text: its heading; after: a section
        add row / column                table; text: its label; after: the key of a row or column
        add paragraph                   text; section (or "title", "preface")
        move section, copy section      section; after: a section
        copy table                      table: it stands twice, one after the other
        replace text                    text -> new, in section (or "title", "preface"); text must occur there
        append text, clear text         section; text
        as body                         kind (`as township`) or text (`as "某某镇人民政府"`): the report of another body
        lay table                       table; layout: the other format's key
        set document                    name: revisions, comments, hidden, active, links, metadata; kind: of the mark,
        or
                                        None; text: its quote
        with report                     on: which other report is given; nothing else
    on: whose report is edited: "" for the report itself, else "previous", "another" or "part".
    source: the edit as written. line: its line in the rule file.
    """

    verb: str
    thing: str
    on: Literal["", "previous", "another", "part"] = ""
    section: str | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None
    text: str | None = None
    new: str | None = None
    after: str | None = None
    kind: str | None = None
    layout: str | None = None
    name: str | None = None
    source: str = ""
    line: int = 0


class Proof(NamedTuple):
    """One `fails` or `passes` line: edits of the model report of one layout (None: of every layout of the rule's
    years).
    """

    layout: str | None
    edits: tuple[Edit, ...]
    source: str
    line: int


class Mend(NamedTuple):
    """A `mend` line: what stands at `target` is set to `value`, for each item that the steps run over."""

    target: Node
    value: Node
    steps: tuple[Step, ...] = ()
