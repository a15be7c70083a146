"""Reads what prose states: paragraphs to clauses, clauses to labels and numbers, numbers to claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.report import Para
from checker.statements.assign import Assigner, Reading
from checker.statements.changes import read_changes
from checker.statements.clauses import Clause, cut
from checker.statements.enumerations import read_enumerations
from checker.statements.finder import Finder
from checker.statements.folding import LIMIT, fold
from checker.statements.gaps import GapFinder
from checker.statements.labels import Grammar, Label
from checker.statements.model import Change, Claim, Claims, Enumeration, Gap, Share
from checker.statements.passage import Passage
from checker.statements.pack import YEAR_SLOTS, StatementPack
from checker.statements.quantities import MOST, Quantity, Scanner
from checker.statements.settle import Found, settle
from checker.statements.shares import read_shares
from checker.statements.topics import Topics, is_heading
from checker.statements.words import MARKED, Words


@dataclass(slots=True)
class _Gathered:
    claims: list[Claim] = field(default_factory=list)
    enumerations: list[Enumeration] = field(default_factory=list)
    shares: list[Share] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)


class Reader:
    """The general reader, made ready for one pack of statements."""

    def __init__(self, pack: StatementPack) -> None:
        self._pack = pack
        self._words = Words(pack)
        first = len(pack.slots)
        self._names = {first + i: name for i, name in enumerate(MARKED)}
        years = {pack.slots.index((name,)): name for name in YEAR_SLOTS if (name,) in pack.slots}
        missing = [name for name in YEAR_SLOTS if name not in years.values()]
        years |= {first + len(MARKED) + i: name for i, name in enumerate(missing)}
        self._names |= years
        extra = [self._words[name] for name in MARKED] + [(name,) for name in missing]
        self._scanner = Scanner(self._words.measures())
        self._finder = Finder([*pack.slots, *extra])
        self._grammar = Grammar(pack, self._words.small)
        self._topics = Topics(pack)
        self._assigner = Assigner(pack, self._words)
        self._gaps = GapFinder(self._words)

    def read(self, passages: Sequence[tuple[str, Para]], year: int | None) -> Claims:
        """Everything that the paragraphs state. Order of the results is reading order."""
        gathered = _Gathered()
        heading: frozenset[str] = frozenset()
        section_before = ""
        for section, para in passages:
            if section != section_before:
                heading, section_before = frozenset(), section
            numbers = 0
            for line in _lines(para.text):
                if numbers > MOST:
                    break
                passage = Passage(section, para.n, fold(line), year)
                topics = heading or self._topics.default(section)
                leaving, found = self._read_line(passage, topics, gathered)
                numbers += found
                if is_heading(passage.text):
                    heading = leaving if leaving != topics else frozenset()
        states: dict[str, list[Claim]] = {}
        loose: list[Claim] = []
        for claim in gathered.claims:
            if claim.exact and claim.span == "year" and claim.year == year:
                states.setdefault(claim.statement, []).append(claim)
            else:
                loose.append(claim)
        return Claims(
            {name: tuple(claims) for name, claims in states.items()},
            tuple(gathered.enumerations),
            tuple(gathered.shares),
            tuple(gathered.changes),
            tuple(gathered.gaps),
            tuple(loose),
        )

    def _read_line(self, passage: Passage, topics: frozenset[str], gathered: _Gathered) -> tuple[frozenset[str], int]:
        """Read one line of a paragraph into `gathered`; the topics in force at its end, and how many numbers it has."""
        text = passage.text
        scan = self._scanner.scan(text)
        hits = self._finder.find(text, scan.years, passage.year)
        if not hits and not scan.quantities:
            return topics, 0
        glued = {hit.start for hit in hits if any(self._names.get(slot) == "parts" for slot in hit.slots)}
        clauses = cut(text, scan.quantities, hits, glued)
        readings, leaving = self._read_clauses(passage, clauses, topics)
        found = settle(readings, self._pack, self._words.joint, text)
        gathered.claims += [self._claim(passage, each) for each in found]
        if scan.quantities:
            lists = read_enumerations(readings, passage, self._pack)
            gathered.enumerations += lists
            gathered.shares += read_shares(readings, lists, passage)
            gathered.changes += read_changes(readings, found, passage)
        gathered.gaps += self._gaps.find(readings, passage)
        return leaving, len(scan.quantities)

    def _read_clauses(
        self, passage: Passage, clauses: Sequence[Clause], topics: frozenset[str]
    ) -> tuple[list[Reading], frozenset[str]]:
        readings: list[Reading] = []
        frames: dict[int, frozenset[str]] = {0: topics}
        last: dict[int, Reading] = {}
        named: dict[int, set[str]] = {}
        sentence, counted, before_sentence = 0, False, topics
        for i, clause in enumerate(clauses):
            if clause.sentence != sentence:
                sentence = clause.sentence
                if self._topics.foreign(frames[0]) and not counted:
                    frames[0] = before_sentence
                before_sentence, counted = frames[0], False
            counted = counted or bool(clause.quantities)
            if clause.frame not in frames:
                frames[clause.frame] = frames[clause.parent.frame] if clause.parent else topics
            marks = self._marks(clause)
            aside = min((start for start, _, name in marks if name == "aside"), default=clause.end)
            own = self._topics.own(clause, aside)
            told = named.setdefault(clause.sentence, set())
            told.update(name for _, name in own)
            known = topics | told | named.get(clause.sentence - 1, set())
            labels = []
            wanted = bool(clause.quantities) or any(name == "without" for _, _, name in marks)
            numbers = wanted or self._answered(clauses, i, passage.text)
            for label in self._grammar.labels(clause, passage.text, numbers=numbers):
                about = label.pattern.about
                current = self._topics.at(own, frames[clause.frame], label.start) if about else frozenset[str]()
                if self._holds(label, passage.section, current, known):
                    labels.append(label)
            stopped = {label.pattern.statement for label in labels if label.pattern.kind == "not"}
            labels = [x for x in labels if x.pattern.kind != "not" and x.pattern.statement not in stopped]
            reading = Reading(clause, labels, marks)
            reading.uncounted.update(_uncounted(reading, passage.text, self._words))
            before = last.get(clause.frame)
            if before is not None and before.clause.sentence != clause.sentence:
                before = None
            coming = self._coming(clauses, i, passage.text) if reading.has("respectively") else ()
            self._assigner.assign(reading, before, coming, passage.text)
            frames[clause.frame] = self._topics.leaving(own, frames[clause.frame])
            last[clause.frame] = reading
            readings.append(reading)
        return readings, frames[0]

    def _marks(self, clause: Clause) -> list[tuple[int, int, str]]:
        """The reader's words in a clause; a word within a longer one is not meant (增 in 新增)."""
        marks: list[tuple[int, int, str]] = []
        end = -1
        for hit in clause.hits:
            names = [self._names[slot] for slot in hit.slots if slot in self._names]
            if names and (hit.end > end or (marks and marks[-1][:2] == (hit.start, hit.end))):
                marks += [(hit.start, hit.end, name) for name in names]
                end = max(end, hit.end)
        return marks

    def _answered(self, clauses: Sequence[Clause], i: int, text: str) -> bool:
        """Whether the clause after clause i may give it its number: it has one, or is a word for nothing."""
        for clause in clauses[i + 1 : i + 6]:
            if clause.frame == clauses[i].frame:
                return bool(clause.quantities) or self._words.nothing(text[clause.start : clause.end])
        return False

    def _coming(self, clauses: Sequence[Clause], i: int, text: str) -> list[Quantity]:
        """Numbers of the clauses after clause i that begin with one."""
        found: list[Quantity] = []
        for clause in clauses[i + 1 : i + 9]:
            if clause.frame != clauses[i].frame or clause.cut not in "、，" or not clause.quantities:
                break
            if not self._words.small(text[clause.start : clause.quantities[0].start]):
                break
            found += [q for q in clause.quantities if q.unit != "%"]
        return found

    def _holds(self, label: Label, section: str, current: frozenset[str], known: frozenset[str]) -> bool:
        pattern = label.pattern
        if pattern.sections and section not in pattern.sections:
            return False
        return self._topics.holds(pattern.about, current) and self._topics.holds(pattern.after, known)

    def _claim(self, passage: Passage, found: Found) -> Claim:
        when = found.when
        year = None if passage.year is None or when.span == "total" else passage.year + when.shift
        return Claim(
            found.statement,
            found.value,
            passage.place(found.start, found.end),
            passage.folded.quote(found.start, found.end),
            found.how,
            found.exact,
            year,
            when.span,
            found.unit,
            found.step,
            found.values or (found.value,),
            found.readings,
        )


def _lines(text: str) -> list[str]:
    """The lines of a paragraph, of its first LIMIT characters."""
    text = text[:LIMIT]
    return [line for line in text.split("\n") if line.strip()] if "\n" in text else [text]


def _uncounted(reading: Reading, text: str, words: Words) -> list[Quantity]:
    """Numbers that tell a change (增加3件, 较上年多2件), not a count."""
    found: list[Quantity] = []
    for quantity in reading.clause.quantities:
        if quantity.unit == "%":
            continue
        for start, end, name in reading.marks:
            if name in ("more", "fewer") and end <= quantity.start and words.small(text[end : quantity.start]):
                found.append(quantity)
                break
            if name == "compare" and end <= quantity.start and not _counted_again(reading, end, quantity.start):
                found.append(quantity)
                break
    return found


def _counted_again(reading: Reading, start: int, end: int) -> bool:
    """Whether the words between a word of comparison and a number come back to the number's own year."""
    return any(start <= first and last <= end and name == "this_year" for first, last, name in reading.marks)
