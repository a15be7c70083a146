"""Rules that prove themselves: models stay silent, each `fails` is flagged where it was edited, no `passes` is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from checker import engine
from checker.dataclass import dataclass, replace
from checker.document import Document, FileFacts, Place
from checker.edits import Workbench, apply_edit
from checker.errors import RuleFileError, Said
from checker.findings import Finding
from checker.language.nodes import Rule
from checker.language.proofs import Edit, Proof
from checker.layout.lay import lay
from checker.models import Model, Models, load_models
from checker.pack import Pack, load_pack
from checker.printed import PrintedReport, PrintedTable, document, printed
from checker.printed_tables import EditError
from checker.proof_results import Kind, ProofResult, Unproved
from checker.report import Report
from checker.resources import folder as package_folder
from checker.statements.proving import misread
from checker.touches import Touch, passage_touches

_NONE_WHOLE = Said("没有一行 fails 能完全改好", "mends no fails line whole")
_CLEAN = FileFacts("docx", (), (), (), (), (), ())


@dataclass(frozen=True, slots=True)
class Edited:
    """A model report after edits, laid again: what a file of it would give. touches: what the edits changed."""

    report: Report
    previous: Report | None
    others: tuple[Report, ...]
    parts: tuple[Report, ...]
    touches: tuple[Touch, ...]
    document: Document | None = None  # that `report` was laid from


class Prover:
    """Runs proofs on model reports; keeps the printed models, which every proof starts from."""

    def __init__(self, pack: Pack, models: Models) -> None:
        """pack: layouts, names of bodies and statements to read with. models: what is edited."""
        self._pack, self._models = pack, models
        self._printed = {key: _printed_model(model, pack) for key, model in models.by_layout.items()}
        self._laid: dict[tuple[str, str], Report] = {}
        tables: dict[tuple[str, str], PrintedTable] = {}
        for key, prints in self._printed.items():
            tables |= {(key, t.key): t for section in prints[""].sections for t in section.tables}
        self._tables: Mapping[tuple[str, str], PrintedTable] = tables

    @property
    def bodies(self) -> Mapping[str, str]:
        """Kind of a body -> the name that the models give it."""
        return self._models.bodies

    def models_silent(self, rules: Sequence[Rule]) -> ProofResult:
        """Whether no rule flags a model report, beside last year's and beside another body's."""
        unproved: list[Unproved] = []
        by_code = {rule.code: rule for rule in rules}
        for key in self._models.by_layout:
            report, previous, another = (self.laid(key, name) for name in ("", "previous", "another"))
            for shown, before, beside in (
                (report, previous, (another,)),
                (previous, None, ()),
                (another, None, (report,)),
            ):
                for finding in self._findings(rules, Edited(shown, before, beside, (), ())):
                    said = _flagged(finding, f"{shown.file} ")
                    rule = by_code[finding.code]
                    unproved.append(Unproved(rule.code, "model", key, rule.file, rule.line, "", said))
        return ProofResult(len(rules), tuple(unproved))

    def prove(self, rule: Rule) -> ProofResult:
        """Whether each `fails` line of the rule is flagged at an edited place and no `passes` line is.

        A line is run on every layout of the rule's years, or on the one it names.

        Raises RuleFileError for an edit that cannot be made.
        """
        result = ProofResult()
        kinds: tuple[tuple[Kind, tuple[Proof, ...]], ...] = (("fails", rule.fails), ("passes", rule.passes))
        for kind, proofs in kinds:
            for proof in proofs:
                for key in self._layouts(rule, proof):
                    result += _proof(rule, kind, proof, key, self._judge(rule, kind, proof, key))
        return result + self._prove_mends(rule) if rule.mends else result

    def _prove_mends(self, rule: Rule) -> ProofResult:
        """Whether what the rule mends of each `fails` line is mended, and one line at least is mended whole."""
        from checker.fix.proof import prove_mends

        result, whole = ProofResult(), False
        for proof in rule.fails:
            for key in self._layouts(rule, proof):
                edited = self.edit(proof.edits, key, rule.file)
                if edited.document is None:
                    continue
                read = partial(self._read, rule, edited)
                done = prove_mends(rule, edited.report, edited.document, self._pack, read)
                whole = whole or (done.whole and done.wanted is None)
                if done.mended or done.wanted is not None:
                    result += _proof(rule, "mend", proof, key, done.wanted)
        none = Unproved(rule.code, "mend", "", rule.file, rule.line, "mend", _NONE_WHOLE)
        return result + ProofResult(1, () if whole else (none,))

    def _read(self, rule: Rule, edited: Edited, document: Document) -> tuple[Report, tuple[Finding, ...]]:
        """A document laid as the edited report was, and what the rule finds in it."""
        report = lay(document, self._pack.layouts, self._pack.names, file=edited.report.file)
        return report, self._findings((rule,), replace(edited, report=report))

    def _layouts(self, rule: Rule, proof: Proof) -> Iterator[str]:
        for layout in self._pack.layouts:
            wanted = proof.layout in (None, layout.key) and rule.meets(layout.first_year, layout.last_year)
            model = self._models.by_layout.get(layout.key)
            if wanted and model is not None and rule.covers(model.report.year or layout.first_year):
                yield layout.key

    def found(self, rule: Rule, proof: Proof, layout: str, lang: str = "zh") -> tuple[Finding, ...]:
        """What the rule says of the model report of a layout after the edits of one of its proofs, in the language."""
        return self._findings((rule,), self.edit(proof.edits, layout, rule.file), lang)

    def _judge(self, rule: Rule, kind: Kind, proof: Proof, layout: str) -> Said | None:
        """What is wrong with the proof on that layout, None if it holds."""
        edited = self.edit(proof.edits, layout, rule.file)
        found = self._findings((rule,), edited)
        if kind == "passes":
            return _flagged(found[0]) if found else None
        if not found:
            return Said("没有报告", "is not flagged")
        if any(t.holds(place) for f in found for place in (f.place, *f.related) for t in edited.touches):
            return None
        places = "; ".join(_words(f.place) for f in found)
        return Said(f"报告的不是改动之处：{places}", f"is flagged, but not where it was edited: {places}")

    def edit(self, edits: Sequence[Edit], layout: str, file: str = "") -> Edited:
        """The model report of a layout after edits, laid again by the code that reads a file.

        Raises RuleFileError, with `file` and the edit's line, for an edit that cannot be made.
        """
        prints = dict(self._printed[layout])
        model = self._models.by_layout[layout]
        owners = {"": model.report, "previous": model.previous, "another": model.another, "part": model.report}
        given: set[str] = set()
        touches: list[Touch] = []
        for edit in edits:
            given.add(edit.on)
            if edit.verb == "with":
                continue
            bench = Workbench(self._tables, self._models.bodies, owners[edit.on].organisation.name or "")
            try:
                prints[edit.on], touched = apply_edit(prints[edit.on], edit, bench)
            except EditError as error:
                raise RuleFileError(
                    file,
                    edit.line,
                    1,
                    edit.source,
                    Said(f"做不了这个改动：{error.said.zh}", f"this edit cannot be made: {error.said.en}"),
                ) from error
            touches += touched
        for on in {"", *given}:
            touches += passage_touches(prints[on])
        laid = partial(self._lay, layout, prints)
        return Edited(
            laid(""),
            laid("previous") if "previous" in given else None,
            (laid("another"),) if "another" in given else (),
            (laid("part"),) if "part" in given else (),
            tuple(touches),
            document(prints[""]),
        )

    def laid(self, layout: str, on: str) -> Report:
        """A model report as it is read back from its print."""
        return self._lay(layout, self._printed[layout], on)

    def _lay(self, layout: str, prints: Mapping[str, PrintedReport], on: str) -> Report:
        unchanged = prints[on] is self._printed[layout][on]
        if unchanged and (layout, on) in self._laid:
            return self._laid[layout, on]
        file = f"{layout}/{on or 'report'}"
        report = lay(document(prints[on]), self._pack.layouts, self._pack.names, file=file)
        if unchanged:
            self._laid[layout, on] = report
        return report

    def _findings(self, rules: Sequence[Rule], edited: Edited, lang: str = "zh") -> tuple[Finding, ...]:
        pack = self._pack
        return engine.assess(
            edited.report,
            rules,
            pack.layouts,
            pack.statements,
            lang=lang,
            previous=edited.previous,
            others=edited.others or None,
            parts=edited.parts,
            names=pack.names,
            known=pack.rules,
        ).findings


def prove_folder(folder: Path | None = None) -> ProofResult:
    """Prove the package's own pack, or the rules and statements that a folder adds to it.

    Raises RuleFileError for a fault in a file of the pack, InputError for a folder without rules.
    """
    pack = load_pack(() if folder is None else (folder,))
    models = load_models(package_folder("rules") / "models")
    rules = pack.rules if folder is None else tuple(rule for rule in pack.rules if _lies_in(rule.file, folder))
    return prove(rules, pack, models) + prove_sentences(pack, folder)


def prove(rules: Sequence[Rule], pack: Pack, models: Models) -> ProofResult:
    """Prove every rule, and that the model reports are silent under all of them.

    Raises RuleFileError for an edit that cannot be made, such as a `replace` whose text does not occur.
    """
    prover = Prover(pack, models)
    result = prover.models_silent(rules)
    for rule in rules:
        result += prover.prove(rule)
    return result


def prove_sentences(pack: Pack, folder: Path | None = None) -> ProofResult:
    """Whether the sentences of the statements, or of those in the folder's files, are read as their lines say."""
    run, unproved = 0, []
    for statement in pack.statements.statements.values():
        for example in statement.examples:
            if folder is not None and not _lies_in(example.file, folder):
                continue
            run += 1
            lost = misread(pack.statements, statement.name, example)
            if lost is not None:
                read, wanted = (", ".join(map(str, v)) or "-" for v in (lost.read, example.values))
                said = Said(f"读作 {read}，不是 {wanted}", f"is read as {read}, not {wanted}")
                source = example.sentence
                unproved.append(Unproved(statement.name, "sentence", "", example.file, example.line, source, said))
    return ProofResult(run, tuple(unproved))


def _lies_in(file: str, folder: Path) -> bool:
    return folder.resolve() in Path(file).resolve().parents


def _printed_model(model: Model, pack: Pack) -> dict[str, PrintedReport]:
    reports = {"": model.report, "previous": model.previous, "another": model.another, "part": model.report}
    return {on: replace(printed(report, pack.layouts), facts=_CLEAN) for on, report in reports.items()}


def _proof(rule: Rule, kind: Kind, proof: Proof, layout: str, lost: Said | None) -> ProofResult:
    if lost is None:
        return ProofResult(1)
    return ProofResult(1, (Unproved(rule.code, kind, layout, rule.file, proof.line, proof.source, lost),))


def _flagged(finding: Finding, file: str = "") -> Said:
    where = _words(finding.place)
    return Said(f"{file}报告了 {where}：{finding.message}", f"{file}is flagged at {where}: {finding.message}")


def _words(place: Place) -> str:
    parts = (place.section, place.table, place.row, place.column, place.paragraph and f"paragraph {place.paragraph}")
    return " ".join(str(p) for p in parts if p) or "the whole report"
