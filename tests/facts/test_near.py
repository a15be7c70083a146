"""Near texts are found without comparing all pairs, and the same ones that comparing all pairs finds."""

from __future__ import annotations

import random

from checker.facts.near import MOST, SIZE, near, sketch
from checker.facts.similarity import similarity
from tests.timing import growth

LETTERS = "".join(chr(0x4E00 + 7 * number) for number in range(1500))


def text_of(rng: random.Random, length: int = 900) -> str:
    """A text of its own."""
    return "".join(rng.choice(LETTERS) for _ in range(length))


def changed(text: str, rng: random.Random, places: int) -> str:
    """The text with a few letters changed."""
    letters = list(text)
    for at in rng.sample(range(len(letters)), places):
        letters[at] = rng.choice(LETTERS)
    return "".join(letters)


def test_copies_are_found_and_nothing_else() -> None:
    rng = random.Random(5)
    common = text_of(rng, 300)  # what stands in every report
    texts = [common + text_of(rng) for _ in range(300)]
    copies = {number: 300 + at for at, number in enumerate(range(0, 300, 10))}
    texts += [changed(texts[number], rng, 12) for number in copies]
    found = near(b"".join(map(sketch, texts)), range(len(texts)))
    for number, copy in copies.items():
        assert similarity(texts[number], texts[copy]) > 0.9
        assert list(found[number]) == [copy] and list(found[copy]) == [number]
    assert len(found) == 2 * len(copies)


def test_texts_of_one_body_and_texts_without_a_sketch_are_not_compared() -> None:
    text = sketch(text_of(random.Random(1)))
    assert {a: list(others) for a, others in near(text * 3, [7, 7, 8]).items()} == {0: [2], 1: [2], 2: [0, 1]}
    assert near(text + bytes(SIZE) * 2, [1, 2, 3]) == {}
    assert near(b"", []) == {}


def test_a_crowd_of_equals_costs_no_more_than_pairs() -> None:
    text = sketch(text_of(random.Random(1)))
    found = near(text * 1000, range(1000))
    assert len(found) == 1000 and all(0 < len(others) <= MOST for others in found.values())
    tripled = growth(lambda: near(text * 300, range(300)), lambda: near(text * 900, range(900)))
    assert tripled < 5  # 9 if all pairs were compared


def test_a_text_without_runs_has_a_sketch_that_is_like_no_other() -> None:
    assert near(sketch("") + sketch("2023"), [1, 2]) == {}
