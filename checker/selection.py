"""Which rules of the pack run: by code, by the beginning of a code, or by name; what is ignored wins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.hints import Protocol, TypeVar


class Named(Protocol):
    """Whatever has a code and a name."""

    @property
    def code(self) -> str:
        """GK310."""
        ...

    @property
    def name(self) -> str:
        """requests-balance."""
        ...


Rule = TypeVar("Rule", bound=Named)


class UnknownRule(Exception):
    """A selector that no rule answers to; `nearest` is the closest code or name, or None."""

    def __init__(self, selector: str, nearest: str | None) -> None:
        super().__init__(selector)
        self.selector, self.nearest = selector, nearest


def choose(rules: Sequence[Rule], select: Iterable[str], ignore: Iterable[str]) -> tuple[Rule, ...]:
    """The rules that a selector of `select` meets (all if there is none) and no selector of `ignore` meets.

    A selector is a code, the beginning of one, or a name; several may stand in one text, parted by commas.
    Raises UnknownRule for a selector that meets no rule of the pack, so that a slip of the pen passes nothing silently.
    """
    chosen, left_out = _selectors(select), _selectors(ignore)
    for selector in chosen + left_out:
        if not any(meets(rule, selector) for rule in rules):
            raise UnknownRule(selector, nearest(selector, rules))
    return tuple(
        rule
        for rule in rules
        if (not chosen or any(meets(rule, s) for s in chosen)) and not any(meets(rule, s) for s in left_out)
    )


def _selectors(texts: Iterable[str]) -> list[str]:
    return [part.strip() for text in texts for part in text.replace("，", ",").split(",") if part.strip()]


def meets(rule: Named, selector: str) -> bool:
    """Whether a selector means the rule: by code, by the beginning of a code, or by name."""
    return rule.code.startswith(selector.upper()) or rule.name == selector.lower()


def nearest(selector: str, rules: Iterable[Named]) -> str | None:
    """The code or name that is closest to a selector, or None; a code is close to one of the same ten alone."""
    from difflib import get_close_matches  # only on the way to an error

    code = selector.upper()
    if code.isascii() and code[2:].isdigit():
        same = [rule.code for rule in rules if rule.code[:-1] == code[:-1]]
        return min(same, key=lambda one: abs(int(one[-1]) - int(code[-1])), default=None)
    words = [word for rule in rules for word in (rule.code, rule.name)]
    return next(iter(get_close_matches(selector, words, 1)), None)
