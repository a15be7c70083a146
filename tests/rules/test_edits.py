"""Edits of a printed report: what each changes, what it touches, and what it refuses."""

from __future__ import annotations

import pytest

from checker.document import Place
from checker.errors import RuleFileError
from checker.language.proofs import Edit
from checker.proving import Edited, Prover
from checker.touches import Touch


def apply(prover: Prover, *edits: Edit, layout: str = "2021") -> Edited:
    return prover.edit(edits, layout, "x.rules")


def touched(edited: Edited, place: Place) -> bool:
    return any(t.holds(place) for t in edited.touches)


def test_a_cell_is_set_as_printed(prover: Prover) -> None:
    edited = apply(prover, Edit("set", "cell", table="requests", row="received", column="natural", text="1,234件"))
    figure = edited.report.tables["requests"].rows["received"]["natural"]
    assert (figure.raw, figure.value) == ("1,234件", 1234)
    assert touched(edited, Place(section="requests", table="requests", row="received", column="natural"))
    assert not touched(edited, Place(section="requests", table="requests", row="received", column="business"))
    assert not touched(edited, Place(section="requests", table="requests", row="received"))


def test_a_cell_is_blanked(prover: Prover) -> None:
    edited = apply(prover, Edit("blank", "cell", table="disputes", row="review", column="total"))
    assert edited.report.tables["disputes"].rows["review"]["total"].state == "blank"


def test_a_row_is_removed(prover: Prover) -> None:
    edited = apply(prover, Edit("remove", "row", table="requests", row="process"))
    assert edited.report.tables["requests"].rows["process"]["natural"].state == "missing"
    assert edited.report.tables["requests"].rows["internal"]["natural"].state == "number"
    assert touched(edited, Place(table="requests", row="process"))
    assert touched(edited, Place(table="requests"))
    assert not touched(edited, Place(table="requests", row="internal"))


def test_a_column_is_removed(prover: Prover) -> None:
    edited = apply(prover, Edit("remove", "column", table="disputes", column="pending"))
    rows = edited.report.tables["disputes"].rows
    assert {rows[r]["pending"].state for r in rows} == {"missing"}
    assert rows["direct_lawsuit"]["total"].value == 2


def test_a_table_is_removed(prover: Prover) -> None:
    edited = apply(prover, Edit("remove", "table", table="disputes"))
    assert "disputes" not in edited.report.tables
    assert touched(edited, Place(section="disputes"))


def test_a_section_is_removed_with_its_table(prover: Prover) -> None:
    edited = apply(prover, Edit("remove", "section", section="disputes"))
    assert "disputes" not in edited.report.sections
    assert "disputes" not in edited.report.tables
    assert [h.key for h in edited.report.outline] == ["overview", "disclosure", "requests", "problems", "other"]


def test_labels_and_headings_are_renamed(prover: Prover) -> None:
    edited = apply(
        prover,
        Edit("rename", "section", section="overview", text="一、概述"),
        Edit("rename", "row", table="requests", row="secret", text="1.国家秘密"),
        Edit("rename", "column", table="requests", column="total", text="合计"),
    )
    assert edited.report.outline[0].heading == "概述"
    labels = edited.report.tables["requests"].labels
    assert (labels["secret"], labels["total"]) == ("1.国家秘密", "合计")


def test_a_group_of_rows_is_renamed(prover: Prover) -> None:
    edited = apply(prover, Edit("rename", "row", table="requests", row="denied", text="(三)不予公开"))
    assert edited.report.tables["requests"].labels["denied"] == "(三)不予公开"


def test_a_row_and_a_column_are_added(prover: Prover) -> None:
    edited = apply(
        prover,
        Edit("add", "row", table="requests", after="inquiry", text="9.商业秘密"),
        Edit("add", "column", table="disputes", after="pending", text="移送"),
    )
    assert edited.report.tables["requests"].extra == ("9.商业秘密",)
    assert "移送" in "".join(edited.report.tables["disputes"].extra)


def test_sections_are_added_moved_and_copied(prover: Prover) -> None:
    added = apply(prover, Edit("add", "section", text="七、附件", after="other")).report.outline
    assert (added[-1].key, added[-1].heading) == (None, "附件")
    moved = apply(prover, Edit("move", "section", section="problems", after="overview")).report.outline
    assert [h.key for h in moved][:3] == ["overview", "problems", "disclosure"]
    copied = apply(prover, Edit("copy", "section", section="overview", after="disclosure")).report.outline
    assert [h.key for h in copied][:3] == ["overview", "disclosure", "overview"]


def test_texts_are_replaced_appended_added_and_cleared(prover: Prover) -> None:
    edited = apply(
        prover,
        Edit("replace", "text", section="preface", text="628317", new="628318"),
        Edit("append", "text", section="overview", text="尾句。"),
        Edit("add", "paragraph", section="other", text="另段。"),
        Edit("clear", "text", section="problems"),
    )
    report = edited.report
    assert report.contact.postcode == "628318"
    assert report.sections["overview"].paragraphs[-1].text.endswith("责任的情形。尾句。")
    assert report.sections["other"].paragraphs[-1].text == "另段。"
    assert report.sections["problems"].paragraphs == ()
    last = report.sections["overview"].paragraphs[-1].n
    assert touched(edited, Place(section="overview", paragraph=last))
    assert not touched(edited, Place(section="overview", paragraph=last - 1))


def test_the_report_of_another_body_is_read_as_its(prover: Prover) -> None:
    township = apply(prover, Edit("as", "body", kind="township")).report.organisation
    assert (township.name, township.kind) == ("云岭县城关镇人民政府", "township")
    named = apply(prover, Edit("as", "body", text="云岭县财政局")).report.organisation
    assert (named.name, named.kind, named.level) == ("云岭县财政局", "department", "county")


def test_a_table_is_laid_in_the_other_format(prover: Prover) -> None:
    edited = apply(prover, Edit("lay", "table", table="disclosure", layout="2019"))
    assert edited.report.tables["disclosure"].layout == "2019"
    assert edited.report.layout == "2021"


def test_a_fact_of_the_file_is_set(prover: Prover) -> None:
    edited = apply(prover, Edit("set", "document", name="revisions", kind="insertion", text="新增"))
    marks = edited.report.document.revisions
    assert marks is not None
    assert [(m.kind, m.quote) for m in marks] == [("insertion", "新增")]
    assert edited.report.document.comments == ()


def test_other_reports_are_given_and_edited(prover: Prover) -> None:
    edited = apply(
        prover,
        Edit("with", "report", on="previous"),
        Edit("set", "cell", on="previous", table="requests", row="carried_out", column="natural", text="7"),
        Edit("with", "report", on="another"),
        Edit("with", "report", on="part"),
    )
    assert edited.previous is not None
    assert edited.previous.tables["requests"].rows["carried_out"]["natural"].value == 7
    assert edited.report.tables["requests"].rows["carried_out"]["natural"].value == 2
    assert [r.organisation.name for r in edited.others] == ["云岭县自然资源局"]
    assert [r.organisation.name for r in edited.parts] == ["云岭县人民政府"]


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (Edit("replace", "text", section="title", text="从未写过", new=""), "does not occur"),
        (Edit("set", "cell", table="disclosure", row="charges", column="issued", text="1"), "no cell"),
        (Edit("remove", "row", table="requests", row="nothing"), "no row or column nothing"),
        (Edit("remove", "section", section="nowhere"), "no section nowhere"),
        (Edit("as", "body", kind="kingdom"), "kingdom"),
        (Edit("set", "document", name="weather", text="1"), "no fact weather"),
        (Edit("lay", "table", table="requests", layout="1999"), "layout 1999"),
    ],
)
def test_an_edit_that_cannot_be_made_is_an_error_of_the_rule_file(prover: Prover, edit: Edit, said: str) -> None:
    with pytest.raises(RuleFileError, match=said):
        apply(prover, edit)


def test_two_edits_of_a_removed_table_do_not_pass_silently(prover: Prover) -> None:
    with pytest.raises(RuleFileError, match="no table disputes"):
        apply(
            prover,
            Edit("remove", "table", table="disputes"),
            Edit("blank", "cell", table="disputes", row="review", column="total"),
        )


def test_a_touch_of_the_whole_report_holds_everywhere() -> None:
    assert Touch().holds(Place(section="other", paragraph=4))
    assert not Touch(section="overview").holds(Place(section="other", paragraph=4))
