"""Bodies that a preface names, and whether two names are one body's."""

from __future__ import annotations

import pytest

from checker.facts.bodies import preface_organisation, preface_organisations, same_body, stray_body
from checker.facts.names import packaged_names
from checker.report import Para

NAMES = packaged_names()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("淮北市相山区机关事务管理中心", "相山区机关事务管理中心"),
        ("相山区机关事务管理中心", "淮北市相山区机关事务管理中心办公室"),
        ("淮北市教育局", "教育局"),
        ("云岭县发展和改革委员会", "云岭县发改委"),
        ("云岭县发展和改革委员会", "云岭县发展改革委"),
        ("云岭县市场监管局", "云岭县市场监督管理局"),
        ("云岭县卫生健康委员会", "云岭县卫健委"),
        ("云岭县人社局", "云岭县人力资源和社会保障局"),
        ("云岭县人民政府", "云岭县人民政府办公室"),
        ("云岭县人民政府", "云岭县政府办公室"),
        ("云岭县", "云岭县人民政府"),
        ("云岭县司法局", "县司法局办公室"),
        ("淮北市司法局", "市司法局"),
        ("淮北市人民政府", "市政府办公室"),
        ("淮北市市场监督管理局", "市市场监督管理局"),
        ("淮北市市场监督管理局", "市场监管局"),
        ("云岭县柳河镇人民政府", "柳河镇党政和人大办公室"),
        ("云岭县司法局", "云岭县司法局办公室（政策法规科）"),
        ("云岭县司法局", "云岭县司法局政府信息公开工作领导小组办公室"),
        ("云岭县人民政府", "云岭县政务公开办"),
        ("云岭县柳河镇人民政府", "柳河镇党政办公室"),
        ("柳河镇", "柳河镇人民政府"),
        ("云岭县城南街道", "城南街道办事处"),
        ("云岭县城南街道办事处", "城南街道党政办"),
        ("云岭县教育局", "云岭县教育局信息中心"),
        ("云岭县教育局（云岭县体育局）", "云岭县教育局"),
        ("黔南州财政局", "黔南布依族苗族自治州财政局"),
        ("国家税务总局淮北市税务局", "淮北市税务局"),
        ("本局", "云岭县财政局"),
        ("云岭县财政局", "云岭县财政局 "),
        ("云岭县住房和城乡建设局", "云岭县住建局"),
        ("云岭经济开发区管理委员会", "云岭经济开发区管委会"),
    ],
)
def test_one_body(a: str, b: str) -> None:
    assert same_body(a, b) is True
    assert same_body(b, a) is True


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("相山区教育局", "烈山区教育局"),
        ("淮北市教育局", "淮北市相山区教育局"),
        ("云岭县财政局", "云岭县教育局"),
        ("云岭县柳河镇人民政府", "云岭县东山镇人民政府"),
        ("云岭县城南街道办事处", "云岭县城北街道办事处"),
        ("云岭县人民政府", "青川县人民政府"),
        ("云岭县", "青川县人民政府"),
        ("相山区机关事务管理中心", "烈山区机关事务管理中心办公室"),
        ("云岭市人民政府", "青川市人民政府"),
        ("云岭县卫生健康委员会", "青川县卫健委"),
        ("云岭县民政局", "云岭县司法局办公室"),
        ("云岭县民政局", "县司法局"),
        ("云岭县民政局", "柳河镇人民政府"),
    ],
)
def test_two_bodies(a: str, b: str) -> None:
    assert same_body(a, b) is False
    assert same_body(b, a) is False


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("云岭县财政局", "云岭县政务服务管理局"),
        ("云岭县人民政府", "云岭县数据资源管理局"),
        ("云岭县柳河镇人民政府", "云岭县人民政府办公室"),
        ("云岭县财政局", "云岭县人民政府办公室"),
        ("云岭县财政局", ""),
        ("云岭县民政局", "县政府办公室"),
        ("云岭县民政局", "市政务服务局"),
    ],
)
def test_not_judged(a: str, b: str) -> None:
    assert same_body(a, b) is None
    assert same_body(b, a) is None


def named(text: str) -> list[str]:
    return [found.value for found in preface_organisations([Para(3, text)], NAMES)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("本报告由云岭县财政局编制。", ["云岭县财政局"]),
        ("本报告由云岭县财政局办公室负责编制。", ["云岭县财政局办公室"]),
        ("云岭县财政局根据《条例》要求，编制本报告。", ["云岭县财政局"]),
        ("根据《条例》规定，云岭县发展和改革委员会编制了2023年政府信息公开工作年度报告。", ["云岭县发展和改革委员会"]),
        ("现将云岭县财政局2023年政府信息公开工作年度报告公布如下：", ["云岭县财政局"]),
        ("根据要求，现公布云岭县2023年政府信息公开工作年度报告", ["云岭县"]),
        ("本报告是2023年度云岭县财政局政府信息公开工作年度报告。", ["云岭县财政局"]),
        ("如有疑问，请与云岭县财政局办公室联系（地址：人民路1号）。", ["云岭县财政局办公室"]),
        ("如对报告有疑问，请联系：云岭县财政局办公室，地址：云岭县人民路1号", ["云岭县财政局办公室"]),
        ("本报告由云岭县财政局编制，如有疑问请与青川县财政局联系。", ["云岭县财政局", "青川县财政局"]),
        ("我局根据《条例》编制本报告。", []),
        ("本报告由总体情况、主动公开情况等六个部分组成。", []),
        ("请与我局办公室联系。", []),
        ("向各有关部门提出建议。", []),
        ("", []),
    ],
)
def test_named_in_a_preface(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_place_of_a_named_body() -> None:
    found = preface_organisation([Para(1, "前言"), Para(2, "本报告由 云岭县 财政局 编制。")], NAMES)
    assert found is not None
    assert (found.value, found.paragraph, found.quote) == ("云岭县财政局", 2, "云岭县 财政局")


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ("本报告由青川县财政局编制。", "青川县财政局"),
        ("请与青川县财政局办公室联系。", "青川县财政局办公室"),
        ("请与云岭县教育局办公室联系。", "云岭县教育局办公室"),
        ("本报告由财政局编制，请与云岭县财政局办公室联系。", None),
        ("请与云岭县政务服务管理局联系。", None),
        ("请与县政府办公室联系。", None),
        ("本报告由我局编制。", None),
    ],
)
def test_stray_body(text: str, stray: str | None) -> None:
    found = stray_body("云岭县财政局", [Para(1, text)], NAMES)
    assert (found.value if found else None) == stray
