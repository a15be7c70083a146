"""The body of a report: name, kind and level."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import RuleFileError
from checker.facts.names import load_names, packaged_names
from checker.facts.organisations import kind_and_level, read_organisation, title_name
from checker.report import Organisation, Para

NAMES = packaged_names()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("云岭县财政局2023年政府信息公开工作年度报告", "云岭县财政局"),
        ("2023年云岭县财政局政府信息公开工作年度报告", "云岭县财政局"),
        ("2023年度云岭县财政局政府信息公开工作年度报告", "云岭县财政局"),
        ("云岭县财政局关于2023年政府信息公开工作年度报告", "云岭县财政局"),
        ("云岭县财政局2023年度政府信息公开年报", "云岭县财政局"),
        ("云岭县财政局\n2023年政府信息公开工作年度报告", "云岭县财政局"),
        ("2023年\n云岭县财政局\n政府信息公开工作年度报告", "云岭县财政局"),
        ("《云岭县财政局2023年政府信息公开工作年度报告》", "云岭县财政局"),
        ("云岭县财政局二〇二三年政府信息公开工作年度报告", "云岭县财政局"),
        ("云岭县财政局20XX年政府信息公开工作年度报告", "云岭县财政局"),
        ("云岭县财政局 2023 年 政府信息公开工作年度报告", "云岭县财政局"),
        ("关于云岭县财政局2023年政府信息公开工作年度报告", "云岭县财政局"),
        ("云岭县财政局政府信息公开工作年度报告（2023年）", "云岭县财政局"),
        ("2023年政府信息公开工作年度报告（云岭县财政局）", "云岭县财政局"),
        ("2023年政府信息公开工作年度报告 云岭县财政局", "云岭县财政局"),
        ("2023年度政府信息公开工作年度报告——云岭县财政局", "云岭县财政局"),
        ("云岭县财政局2023年政府信息公开工作年度报告（公开版）", "云岭县财政局"),
        ("（云岭县财政局）2023年政府信息公开工作年度报告", "云岭县财政局"),
        ("云岭县自然资源和规划局政府信息公开工作2023年度报告", "云岭县自然资源和规划局"),
        ("2022年上海市政府信息公开工作年度报告", "上海市"),
        ("云岭县2023年政府信息公开工作年度报告", "云岭县"),
        ("云岭县财政局2023年政府信息工作年度报告", "云岭县财政局"),
        ("云岭县教育局（云岭县体育局）2023年政府信息公开工作年度报告", "云岭县教育局（云岭县体育局）"),
        ("云岭县财政局关于报送2023年政府信息公开工作年度报告的报告", "云岭县财政局"),
        ("2023年政府信息公开工作年度报告", None),
        ("政府信息公开工作年度报告", None),
        (None, None),
    ],
)
def test_title_name(title: str | None, name: str | None) -> None:
    assert title_name(title, NAMES) == name


@pytest.mark.parametrize(
    ("name", "kind", "level"),
    [
        ("安徽省人民政府", "government", "province"),
        ("上海市", "government", "province"),
        ("广西壮族自治区人民政府", "government", "province"),
        ("淮北市人民政府", "government", "prefecture"),
        ("安徽省淮北市人民政府", "government", "prefecture"),
        ("延边朝鲜族自治州人民政府", "government", "prefecture"),
        ("湘西州人民政府", "government", "prefecture"),
        ("锡林郭勒盟行政公署", "government", "prefecture"),
        ("云岭县人民政府", "government", "county"),
        ("淮北市相山区人民政府", "government", "county"),
        ("北京市海淀区人民政府", "government", "county"),
        ("上海市浦东新区人民政府", "government", "county"),
        ("安庆市桐城市人民政府", "government", "county"),
        ("科尔沁左翼中旗人民政府", "government", "county"),
        ("云岭彝族自治县人民政府", "government", "county"),
        ("云岭市人民政府", "government", None),
        ("云岭市望川区人民政府", "government", "county"),
        ("云泽省生态环境厅", "department", "province"),
        ("云泽自治州人民政府", "government", "prefecture"),
        ("云泽省云岭市财政局", "department", None),
        ("云泽自治州云岭市财政局", "department", "county"),
        ("云岭高新技术产业开发区管理委员会", "zone", None),
        ("吉林市人民政府", "government", "prefecture"),
        ("吉林省人民政府", "government", "province"),
        ("云岭县柳河镇人民政府", "township", "township"),
        ("柳河乡", "township", "township"),
        ("云岭县柳河回族乡人民政府", "township", "township"),
        ("宝力根苏木人民政府", "township", "township"),
        ("云岭县城南街道办事处", "subdistrict", "township"),
        ("青岛市崂山区中韩街道", "subdistrict", "township"),
        ("云岭区柳荫里街", "subdistrict", "township"),
        ("淮北市教育局", "department", "prefecture"),
        ("安徽省教育厅", "department", "province"),
        ("云岭县发展和改革委员会", "department", "county"),
        ("云岭县卫健委", "department", "county"),
        ("淮北市城市管理局", "department", "prefecture"),
        ("云岭县市场监督管理局", "department", "county"),
        ("云岭县住房和城乡建设局", "department", "county"),
        ("云岭县乡村振兴局", "department", "county"),
        ("云岭县国有资产监督管理委员会", "department", "county"),
        ("安徽省人民政府办公厅", "department", "province"),
        ("云岭县人民政府办公室", "department", "county"),
        ("县教育局", "department", "county"),
        ("教育局", "department", None),
        ("国家发展和改革委员会", "department", "national"),
        ("国家税务总局", "department", "national"),
        ("国家市场监督管理总局", "department", "national"),
        ("国家级云岭经济开发区市场监督管理局", "department", None),
        ("教育部", "department", "national"),
        ("国家税务总局淮北市税务局", "department", "prefecture"),
        ("国家税务总局云岭县税务局", "department", "county"),
        ("国家统计局淮北调查队", None, None),
        ("国家统计局安徽调查总队", "department", None),
        ("江苏省昆山市人民政府", "government", None),
        ("海南州人民政府", "government", "prefecture"),
        ("晋城市城区人民政府", "government", "county"),
        ("苏州工业园区管理委员会", "zone", None),
        ("相山区机关事务管理中心", "institution", "county"),
        ("云岭县人民医院", "institution", "county"),
        ("云岭县第一中学", "institution", "county"),
        ("云岭县供水集团", "institution", "county"),
        ("淮北经济开发区管委会", "zone", None),
        ("云岭县经济开发区管理委员会", "zone", "county"),
        ("云岭高新技术产业开发区", "zone", None),
        ("云岭县综合管理委员会", "department", "county"),
        ("云岭县财政管理委员会", None, "county"),
        ("云岭县人民法院", None, "county"),
        ("云岭县财政局（国资办）", "department", "county"),
        ("未知机构", None, None),
    ],
)
def test_kind_and_level(name: str, kind: str | None, level: str | None) -> None:
    told = kind_and_level(name, NAMES)
    assert (told.kind, told.level) == (kind, level)


def test_name_from_the_preface() -> None:
    preface = [Para(1, "本报告由云岭县财政局根据《条例》编制。如有疑问，请与云岭县财政局办公室联系。")]
    read = read_organisation("2023年政府信息公开工作年度报告", preface, NAMES)
    assert read == Organisation("云岭县财政局", "department", "county")


def test_level_from_a_fuller_name_in_the_preface() -> None:
    preface = [Para(1, "本报告由安庆市桐城市民政局编制。")]
    assert read_organisation("桐城市民政局2023年政府信息公开工作年度报告", preface, NAMES).level == "county"
    assert read_organisation("民政局2023年政府信息公开工作年度报告", preface, NAMES).level == "county"
    assert read_organisation("桐城市民政局2023年政府信息公开工作年度报告", [], NAMES).level is None


def test_nothing_to_read() -> None:
    assert read_organisation(None, [], NAMES) == Organisation()


def test_lists_are_whole() -> None:
    prefectures = [name for name, level in NAMES.places.items() if level == "prefecture"]
    assert sum(name.endswith("市") for name in prefectures) == 293
    assert sum(name.endswith("自治州") for name in prefectures) == 30
    assert sum(name.endswith(("盟", "地区")) for name in prefectures) == 10


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("kind bureau\n    ends 局\n", "unknown kind bureau"),
        ("level village\n    某村\n", "unknown level village"),
        ("colour 红\n", "unknown key colour"),
        ("kind department\n    begins 局\n", "unknown key begins"),
        ("kind department\n    ends 局\nkind zone\n    ends 局\n", "局 is given to department and to zone"),
        ("report 年报\n", "nothing is said of"),
    ],
)
def test_faults_of_the_file(tmp_path: Path, source: str, problem: str) -> None:
    path = tmp_path / "x.names"
    path.write_text(source, encoding="utf-8")
    with pytest.raises(RuleFileError, match=problem):
        load_names(path)


@pytest.mark.parametrize("year", ["（2023年）", "(2022年度)", "〔2019〕年", "【2023】"])
def test_a_year_in_brackets_leaves_nothing_in_the_name(year: str) -> None:
    assert title_name(f"云岭县财政局{year}政府信息公开工作年度报告", NAMES) == "云岭县财政局"
