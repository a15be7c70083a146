"""Enumerations, shares, changes and gaps."""

from __future__ import annotations

import pytest

from checker.report import Para
from checker.statements.claims import read_claims
from checker.statements.model import Claims, Enumeration
from checker.statements.pack import StatementPack


def read(pack: StatementPack, text: str, section: str = "overview") -> Claims:
    return read_claims([(section, Para(1, text))], pack, 2023)


def only(pack: StatementPack, text: str) -> Enumeration:
    found = read(pack, text).enumerations
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("主动公开信息100条，其中：政策文件40条，规划10条，其他50条。", 100, [40, 10, 50]),
        ("公开信息共计100条，包括：政策文件40条、规划10条、财政信息50条。", 100, [40, 10, 50]),
        ("主动公开信息100条：政策文件40条、规划10条、其他50条。", 100, [40, 10, 50]),
        ("公开信息100条（网站60条，公众号40条）。", 100, [60, 40]),
        ("累计公开100条。从渠道来看，网站60条，占60%；公众号40条，占40%。", 100, [60, 40]),
        ("公开100条，分别为：第一季度10条，第二季度20条，第三季度30条，第四季度40条。", 100, [10, 20, 30, 40]),
        ("其中：1.甲类40条；2.乙类10条；7.其他50条，共100条。公开100条，其中甲类60条，乙类40条。", 100, [60, 40]),
        ("通过网站公开60条，通过公众号公开40条，共计100条。", 100, [60, 40]),
        ("上半年公开20条，下半年公开30条，全年累计50条。", 50, [20, 30]),
        ("公开100条，上半年40条，下半年60条。", 100, [40, 60]),
        ("全年收到申请30件，网上16件，信函10件，窗口5件。", 30, [16, 10, 5]),
        ("全区受理申请60件，其中区级部门受理41件，街道受理20件。", 60, [41, 20]),
        ("公开80条。按季度分，一季度20条，二季度60条。", 80, [20, 60]),
        ("公开1.2万条，其中网站8000条，公众号4000条。", 12000, [8000, 4000]),
    ],
)
def test_total_and_parts(pack: StatementPack, text: str, total: int, parts: list[int]) -> None:
    found = read(pack, text).enumerations[-1]
    assert (found.total, found.sum) == (total, sum(parts))
    assert [part.value for part in found.parts] == parts


def test_what_a_list_says_of_itself(pack: StatementPack) -> None:
    closed = only(pack, "公开100条，其中政策文件40条，规划10条，其他40条。")
    assert (closed.closed, closed.complete, closed.hedged) == (True, True, False)
    some = only(pack, "公开100条，其中政策文件40条，规划10条。")
    assert (some.closed, some.complete, some.hedged) == (False, False, True)
    announced = only(pack, "公开100条，包括：政策文件40条，规划10条。")
    assert (announced.closed, announced.complete, announced.hedged) == (False, True, False)
    open_end = only(pack, "公开100条，包括：政策文件40条、规划10条等。")
    assert (open_end.complete, open_end.hedged) == (False, True)
    channels = only(pack, "公开100条，其中网站80条，公众号40条。")
    assert channels.overlapping
    assert not only(pack, "公开100余条，其中网站80条，其他10条。").exact


def test_a_list_of_the_foremost_leaves_room(pack: StatementPack) -> None:
    foremost = only(pack, "公开100条，数量排在前两位的科室分别为40条、20条。")
    assert (foremost.closed, foremost.complete, foremost.hedged) == (False, False, True)
    mixed = only(pack, "公开100条，包括：政策文件40条，规划10条，培训3期。")
    assert not mixed.complete


def test_requests_come_in_one_way_each(pack: StatementPack) -> None:
    assert not only(pack, "收到政府信息公开申请30件，其中网上20件，信函10件。").overlapping


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请30件，其中邮寄送达20件，电子邮件送达15件。",
        "收到政府信息公开申请30件，其中5日内答复20件，10日内答复30件。",
        "收到政府信息公开申请30件，其中涉及规划20件、征地15件（个别申请涉及多个领域）。",
    ],
)
def test_parts_that_may_hold_the_same(pack: StatementPack, text: str) -> None:
    assert all(found.overlapping for found in read(pack, text).enumerations)


def test_lists_within_lists(pack: StatementPack) -> None:
    outer, inner = read(pack, "公开100条，其中财政50条（其中预算30条、决算20条），其他50条。").enumerations
    assert [p.value for p in outer.parts] == [50, 50]
    assert (inner.total, [p.value for p in inner.parts]) == (50, [30, 20])


def test_several_partitions_of_one_total(pack: StatementPack) -> None:
    text = "收到政府信息公开申请20件，其中网络申请15件，信函申请5件；自然人18件，法人2件。"
    assert only(pack, text).sum == 20
    text = "收到政府信息公开申请9件，上年转结1件，其中网络申请6件，信函申请4件。"
    assert only(pack, text).total == 10


@pytest.mark.parametrize(
    "text",
    [
        "通过网站公开60条，通过公众号公开40条。",
        "公开信息100条次，推送20篇，发布视频5条。",
        "收到政府信息公开申请20件，答复18件，2件结转下年。",
        "召开会议3次，举办培训2期。",
        "推行“六个一”：一套制度、一本台账、一张清单。",
        "设置事项40项（去年44项，取消6项，新增2项）。",
        "设置事项40项（年初36项，新增6项，取消2项）。",
    ],
)
def test_no_list(pack: StatementPack, text: str) -> None:
    assert read(pack, text).enumerations == ()


def test_parts_keep_their_words_and_places(pack: StatementPack) -> None:
    part = only(pack, "公开100条，其中政策文件40条，其他60条。").parts[0]
    assert (part.label, part.place.quote, part.place.paragraph) == ("政策文件", "其中政策文件40条", 1)


@pytest.mark.parametrize(
    ("text", "count", "percent", "base"),
    [
        ("公开120条，其中甲类80条，占66.7%，其他40条，占33.3%。", 80, "66.7", 120),
        ("发布甲类信息80条，占66.7%；乙类信息40条，占33.3%。", 80, "66.7", 120),
        ("检查9个镇、21个部门，整改6个，占20%。", 6, "20", 30),
        ("收到90件，其中甲县20件、乙县16件，两县合计占40%。", 36, "40", 90),
        ("办结120件，其中予以公开80件（占66.7%）、不予公开40件（占33.3%）。", 80, "66.7", 120),
    ],
)
def test_share(pack: StatementPack, text: str, count: int, percent: str, base: int) -> None:
    share = read(pack, text).shares[0]
    assert (share.count, str(share.percent)) == (count, percent)
    assert base in share.bases


def test_shares_one_after_the_other(pack: StatementPack) -> None:
    shares = read(pack, "收到80件，其中网上40件、信函30件、窗口10件，占比分别为50%、37.5%、12.5%。").shares
    told = [(share.count, str(share.percent)) for share in shares]
    assert told == [(40, "50"), (30, "37.5"), (10, "12.5")]
    assert all(80 in share.bases for share in shares)


@pytest.mark.parametrize(
    "text",
    [
        "我局公开90条，占全市同类信息的6%。",
        "收到申请12件，办结率100%。",
        "公开80条，主动公开率为75%。",
        "申请12件，较上年增长20%。",
    ],
)
def test_a_rate_is_no_share(pack: StatementPack, text: str) -> None:
    assert read(pack, text).shares == ()


def test_change(pack: StatementPack) -> None:
    more, fewer = (
        read(pack, f"全年收到政府信息公开申请20件，{text}。").changes for text in ("较上年增加4件", "同比下降20%")
    )
    assert [(c.statement, c.count, c.by, c.percent, c.up) for c in more] == [("received", 20, 4, None, True)]
    assert [(c.statement, c.count, c.by, c.percent, c.up) for c in fewer] == [("received", 20, None, 20, False)]


@pytest.mark.parametrize(
    ("text", "figures", "before", "difference"),
    [
        ("收到申请20件，比上年增加4件，增长25%。", [20], None, 4),
        ("公开60条，较2022年的50条增长20%。", [60], 50, None),
        ("公开60条，同比增长20%（上年公开50条）。", [60], 50, None),
        ("比去年的50条多10条，增幅20%。", [], 50, 10),
        ("收到申请20件，上年结转4件，同比增长25%。", [4, 20], None, None),
        ("收到申请20件，比上年增加4件，网上申请增长25%。", [20], None, None),
        ("2022年收到申请16件，2023年收到申请20件，同比增长25%。", [20], 16, None),
    ],
)
def test_what_a_change_is_of(
    pack: StatementPack, text: str, figures: list[int], before: int | None, difference: int | None
) -> None:
    change = read(pack, text, "requests").changes[-1]
    assert (list(change.figures), change.before, change.difference) == (figures, before, difference)


def test_a_comparison_goes_on(pack: StatementPack) -> None:
    number, rate = read(pack, "全年收到政府信息公开申请20件，比上年增加4件，增长25%。").changes
    assert (number.by, rate.percent, rate.statement, rate.up) == (4, 25, "received", True)
    (some,) = read(pack, "全年收到政府信息公开申请20件，较上年有所减少，减少2件。").changes
    assert (some.by, some.up) == (2, False)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("通过门户网站主动公开信息条，其中财政信息12条。", "条"),
        ("全年发布信息共计条。", "条"),
        ("制发行政规范性文件件，废止2件。", "件"),
        ("共收到政府信息公开申请 件，办结3件。", "件"),
        ("2023年共收到政府信息公开申请件，均已答复。", "件"),
    ],
)
def test_gap(pack: StatementPack, text: str, unit: str) -> None:
    assert [gap.unit for gap in read(pack, text).gaps] == [unit]


@pytest.mark.parametrize(
    "text",
    [
        "未收到依申请公开件。",
        "规范办理依申请公开件，提高质量。",
        "制发规范性文件，及时公开。",
        "公开案件，发布文件。",
        "累计发布头条。",
        "共收到申请3件。",
        "受理条件，办理期限。",
        "公开工作依照《条例》第五十条，制发第三件。",
        "更新信息12条。",
    ],
)
def test_no_gap(pack: StatementPack, text: str) -> None:
    assert read(pack, text).gaps == ()


def test_shares_of_one_list_have_one_base(pack: StatementPack) -> None:
    text = "收到来信90件。反映问题60件，占66.7%；提出建议20件，占23.2%；表示感谢10件，占11.1%。"
    assert [share.bases[0] for share in read(pack, text).shares] == [90, 90, 90]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("发布信息150条。从渠道看，网站90条、微信60条。从类别看，财政类40条、民生类80条、其他类30条。", [150, 150]),
        ("办理议案9件、提案16件，其中独办11件，会办14件。", [25]),
        ("抽查24次（网站18次，6次有误，12次无误；专栏6次，1次有误，5次无误）。", [24]),
    ],
)
def test_total_that_is_divided(pack: StatementPack, text: str, told: list[int]) -> None:
    assert [listed.total for listed in read(pack, text).enumerations] == told
    assert [listed.sum for listed in read(pack, text).enumerations] == told


@pytest.mark.parametrize("label", ["其余", "其他类", "网站和其他渠道"])
def test_rest_closes_a_list(pack: StatementPack, label: str) -> None:
    assert read(pack, f"发布信息27条，其中微信20条，{label}4条。").enumerations[0].closed


@pytest.mark.parametrize("label", ["与其他单位合办", "涉及其他领域的"])
def test_other_in_a_label_closes_no_list(pack: StatementPack, label: str) -> None:
    assert not read(pack, f"举办活动27次，其中培训20次，{label}4次。").enumerations[0].closed
