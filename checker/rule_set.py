"""The rules that settings ask for, with severities and waivers; each name in the settings is held against the pack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.dataclass import dataclass, field, replace
from checker.errors import RuleFileError, Said, did_you_mean
from checker.findings import Assessment, Finding, Severity
from checker.hints import TYPE_CHECKING
from checker.language.nodes import Rule
from checker.pack import Pack, load_pack
from checker.selection import Named, UnknownRule, choose, meets, nearest
from checker.settings import Settings

if TYPE_CHECKING:
    from checker.waivers import Waiver


@dataclass(frozen=True, slots=True)
class RuleSet:
    """What runs. severities: code -> severity, where the settings give another. waiver_codes: checks of the waivers
    that run, None for all. waivers: with codes in place of names.
    """

    pack: Pack
    rules: tuple[Rule, ...]
    severities: Mapping[str, Severity] = field(default_factory=dict)
    waiver_codes: tuple[str, ...] | None = None
    waivers: tuple[Waiver, ...] = ()

    def weighed(self, assessment: Assessment) -> Assessment:
        """The assessment with the severities of the settings."""
        if not self.severities:
            return assessment
        return replace(assessment, findings=tuple(self._weighed(finding) for finding in assessment.findings))

    def _weighed(self, finding: Finding) -> Finding:
        severity = self.severities.get(finding.code)
        return finding if severity is None else replace(finding, severity=severity)


def rule_set(settings: Settings, pack: Pack | None = None) -> RuleSet:
    """The rules for some settings. Raises RuleFileError and InputError for the pack and for a name in a file of
    settings that no rule answers to, UnknownRule for such a name in the call.
    """
    pack = pack or load_pack(settings.rules)
    if not (settings.select or settings.ignore or settings.severities or settings.waivers):
        return RuleSet(pack, pack.rules)
    from checker.waivers import WAIVER_RULES  # late: only where rules are chosen or waived

    known: tuple[Named, ...] = (*pack.rules, *WAIVER_RULES)
    try:
        chosen = choose(known, settings.select, settings.ignore)
    except UnknownRule as error:
        raise _located(error, settings) or error from None
    return RuleSet(
        pack,
        tuple(rule for rule in chosen if isinstance(rule, Rule)),
        _severities(settings, known),
        tuple(rule.code for rule in chosen if not isinstance(rule, Rule)),
        tuple(_by_code(waiver, known) for waiver in settings.waivers),
    )


def _located(error: UnknownRule, settings: Settings) -> RuleFileError | None:
    """The error at its line, if the name comes from a file."""
    config = settings.config
    if config is None:
        return None
    for key in ("select", "ignore"):
        texts = config.values.get(key, [])
        if list(getattr(settings, key)) == texts and any(error.selector in text for text in texts):
            return config.fault(key, error.selector, _no_rule(error.selector), _near(error.nearest))
    return None


def _severities(settings: Settings, known: Sequence[Named]) -> Mapping[str, Severity]:
    """By code; of several selectors that mean a rule the longest counts."""
    found: dict[str, Severity] = {}
    for selector in sorted(settings.severities, key=len):
        means = [rule for rule in known if meets(rule, selector)]
        if not means and settings.config is not None:
            near = _near(nearest(selector, known))
            raise settings.config.fault("severities", selector, _no_rule(selector), near)
        found |= {rule.code: Severity(settings.severities[selector]) for rule in means}
    return found


def _by_code(waiver: Waiver, known: Sequence[Named]) -> Waiver:
    if any(rule.code.startswith(waiver.code.upper()) for rule in known):
        return replace(waiver, code=waiver.code.upper())
    for rule in known:
        if meets(rule, waiver.code):
            return replace(waiver, code=rule.code)
    file, _, line = waiver.where.rpartition(":")
    text = f'code = "{waiver.code}"'
    raise RuleFileError(
        file,
        int(line),
        1,
        text,
        Said(f"豁免的规则不存在：{waiver.code}", f"a waiver of no rule: {waiver.code}"),
        _near(nearest(waiver.code, known)),
    )


def _near(word: str | None) -> Said | None:
    return did_you_mean(word) if word else None


def _no_rule(selector: str) -> Said:
    return Said(f"没有这条规则：{selector}", f"no such rule: {selector}")
