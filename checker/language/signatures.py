"""The functions of the rule language: what they take and what they give. Their code stands in functions.py and
aggregates.py.
"""

from __future__ import annotations

from collections.abc import Mapping

from checker.dataclass import dataclass
from checker.language.names import ANY, DATE, NUMBER, TEXT, TRUTH, Type, listing


@dataclass(frozen=True, slots=True)
class Signature:
    """takes: kinds of the arguments in order ("any", "number", "text" for whatever has a text, "prose" for
    whatever has texts, read paragraph by paragraph, "date", "list", "truth",
    "regex", "row"); the last may repeat if `more`. least: how many there must be. gives: the result; "item" is an
    item of the first argument's list, "same" a list of the same items, "match" the matches of the regular expression.
    runs: takes `x for x in list where …`.
    """

    takes: tuple[str, ...]
    gives: Type | str
    least: int | None = None
    more: bool = False
    runs: bool = False


FUNCTIONS: Mapping[str, Signature] = {
    "sum": Signature(("any",), NUMBER, runs=True),
    "min": Signature(("any",), "item", more=True, runs=True),
    "max": Signature(("any",), "item", more=True, runs=True),
    "count": Signature(("any",), NUMBER, runs=True),
    "any": Signature(("any",), TRUTH, runs=True),
    "all": Signature(("any",), TRUTH, runs=True),
    "list": Signature(("any",), "list", runs=True),
    "abs": Signature(("number",), NUMBER),
    "agree": Signature(("number", "number", "number"), TRUTH),
    "round": Signature(("number", "number"), NUMBER, least=1),
    "length": Signature(("any",), NUMBER),
    "date": Signature(("number", "number", "number"), DATE),
    "year": Signature(("date",), NUMBER),
    "number": Signature(("text",), NUMBER),
    "find": Signature(("text", "regex"), "match"),
    "join": Signature(("list", "text"), TEXT, least=1),
    "split": Signature(("text", "text"), listing(TEXT)),
    "replace": Signature(("text", "text", "text"), TEXT),
    "bare": Signature(("text",), TEXT),
    "similarity": Signature(("text", "text", "list", "list"), NUMBER, least=2),
    "unique": Signature(("list",), "same"),
    "repeated": Signature(("list",), "same"),
    "sorted": Signature(("list",), "same"),
    "first": Signature(("list",), "item"),
    "last": Signature(("list",), "item"),
    "take": Signature(("list", "number"), "same"),
    "item": Signature(("list", "number"), "item"),
    "index": Signature(("any", "list"), NUMBER),
    "pairs": Signature(("list",), "pairs"),
    "implied": Signature(("any", "list"), ANY, least=1),
    "clauses": Signature(("prose",), listing(TEXT)),
    "unpaired": Signature(("prose",), listing(TEXT)),
    "misnumbered": Signature(("prose",), listing("spot")),
    "doubled": Signature(("prose",), listing("spot")),
    "slips": Signature(("prose", "list", "list"), listing("spot"), least=2),
    "phone_fault": Signature(("text",), TEXT),
    "postcode_fault": Signature(("text",), TEXT),
    "email_fault": Signature(("text",), TEXT),
    "same_body": Signature(("text", "text"), TRUTH),
    "identity_number": Signature(("text",), TRUTH),
    "bank_card": Signature(("text",), TRUTH),
}
