"""What must be said, on sections that the patterns were not written from."""

from __future__ import annotations

import pytest

from checker.models import Models
from checker.pack import Pack
from tests.rules.problems_told import NO_IMPROVEMENT, NO_PROBLEM, STATED
from tests.rules.sentences import codes, model, of_body, with_prose

FEE_SAID = [
    "本机关2023年未收取信息处理费。",
    "2023年度，依申请公开政府信息未收取任何费用，亦无减免情况。",
    "无其他需要报告的事项。本年度没有产生政府信息公开信息处理费。",
    "收费情况：本年度发出收费通知0件，总金额0元，实际收取总金额0元。",
    "按照《政府信息公开信息处理费管理办法》，本年度收取处理费120元。",
    "未向申请人收费。",
    "本年度未发生收取信息公开费用的情况。",
    "未产生依申请公开收费。",
    "全年无收费事项，其他无。",
    "信息公开处理费：0元。",
    "无收费。",
]
FEE_UNSAID = [
    "无",
    "暂无其他需要报告的事项。",
    "本年度办理人大建议12件，均已公开。",
    "落实上级年度政务公开工作要点情况：一是强化公开；二是优化服务。",
]
ASSESSED = [
    "将政务公开纳入年度考核，开展社会评议1次，未发生责任追究情况。",
    "考核结果为优秀，群众满意度测评得分96分，无追责情形。",
    "年度绩效考评中政务公开得满分；邀请群众代表评议；没有人员被问责。",
    "工作考核、社会评议和责任追究结果情况：2023年考核等次良好，社会评议满意率98%，无责任追究事项。",
    "建立考核、评议、责任追究制度。",
    "接受第三方评估，评估结果良好，满意度98%，未出现需追究责任的情形。",
    "开展公众满意度调查，纳入目标考核，对2个单位通报批评。",
]
PLAIN = [
    "2023年，我局政府信息公开工作按照县政府统一部署开展。全年在县政府网站公开各类信息215条，其中通知公告60条。严格执行先审后发，对涉及个人信息的内容作去标识化处理。收到群众信息公开申请2件，全部依法答复。安排专职人员1名，参加县里培训2次。网站专栏按季度巡检。",
    "一年来，街道共发布信息312条，微信公众号推送180条。未接到公开申请。信息发布前由科室负责人、分管领导两级把关，过期信息及时撤下。在社区服务站设置触摸屏、公示栏。定期检查各科室报送情况，接受居民代表评议。",
    "全年主动公开政府信息88条。依申请公开0件。修订完善公开指南。开通政务抖音号。开展政务公开工作自查。",
    "（一）坚持应公开尽公开，发布规范性文件3件、解读3件。（二）办好群众申请，全年受理5件。（三）管好信息，更新目录2次。（四）用好网站、公众号等载体。（五）严格督查考核。",
]
UNASSESSED = [
    "将政务公开纳入年度考核，未发生责任追究情况。",
    "开展社会评议1次，并纳入考核。",
    "开展社会评议，未发生责任追究。",
    "加强监督检查，组织培训2次。",
    "主动接受群众监督，提高群众满意度，纳入考核，未发生责任追究。",
]
COVERED = [
    ["主动公开信息126条。", "办理依申请公开3件。", "落实信息发布审核制度。", "优化网站栏目设置。", "组织业务培训2次。"],
    [
        "围绕重点领域发布各类信息126条。",
        "全年收到申请3件，均按时答复。",
        "严把发布审核关，对已发布信息定期清理。",
        "区政府网站开设政务公开专栏，微信公众号推送信息80条。",
        "成立工作专班，纳入绩效考核。",
    ],
    [
        "2023年通过各类渠道公开政府信息800余条，政策解读12篇。",
        "本年度我局未收到政府信息公开申请。",
        "明确信息发布流程，落实三审三校。",
        "政务新媒体2个，全年更新300条。",
        "接受社会监督，设立投诉电话。",
    ],
    [
        "及时公布机构职能、办事指南、财政预决算等信息。",
        "畅通受理渠道，未接到申请。",
        "建立信息公开台账，动态更新公开目录。",
        "在便民服务中心设立政务公开专区。",
        "明确分管领导和专职人员。",
    ],
]
# One paragraph of COVERED[0] said in other words.
TOLD_OTHERWISE = {
    0: [
        "网站晒出财政账本。",
        "张贴公告36份。",
        "全年向社会公布各类事项210项。",
        "政策文件、办事指南全部上网。",
        "及时发布通知。",
        "召开新闻发布会3场。",
        "发布解读12篇。",
        "村务公开栏更新48期。",
        "推送短视频30条。",
    ],
    1: [
        "群众书面索要信息3次，都给了答复。",
        "没有人来申请。",
        "全年申请件为零。",
        "收到书面申请2件。",
        "未有公民、法人提出申请。",
        "在线申请渠道畅通，本年0件。",
        "对2位申请者耐心沟通。",
        "答复群众的公开请求3件。",
    ],
    2: [
        "发布前由分管领导签字。",
        "文件签发时同步确定公开方式。",
        "稿件上网实行双人复核。",
        "失效的旧文及时撤网。",
        "实行统一归口发布。",
        "信息发布全程留痕。",
        "坚持“谁发布、谁负责”。",
        "信息管理、平台、监督保障方面，落实审批、开好专栏、定期检查。",
        "拟公开内容须经法制科过一遍。",
        "历年文件完成数字化整理。",
        "个人电话、住址一律打码。",
        "对网上旧稿逐篇过筛。",
        "公开目录每季度调一次。",
        "严格执行发布审签单。",
        "按“应公开尽公开、应保密尽保密”处置每份文件。",
        "存量信息集中清零。",
    ],
    3: [
        "在镇政府一楼摆放查询机1台。",
        "村村响大喇叭每日播报。",
        "在各村设政务公开墙。",
        "小程序上线“查政策”。",
        "依托县融媒体APP发布。",
        "每个村建微信群推送。",
        "橱窗、电子屏滚动播放。",
        "政府网站运行平稳。",
        "门户网页全面改造。",
        "政务公开角配齐设备。",
        "线上线下阵地一起抓。",
    ],
    4: [
        "党组会专题研究2次。",
        "列入科室目标管理，季度排名。",
        "对落后单位约谈。",
        "邀请人大代表视察。",
        "主要领导亲自抓，办公室具体抓。",
        "请县公开办来讲课1次。",
        "把公开纳入述职述廉。",
        "接受纪检组督导。",
        "人员、经费有保障。",
        "实行积分制，年底兑现奖惩。",
        "组织自查2次，发现的问题当场改。",
        "设监督电话，接听群众意见。",
    ],
}
OVERVIEW = "2023年，我镇认真落实条例，主动公开信息126条，受理申请3件，加强信息管理和平台建设，完善监督保障。"
TOWN = ("青禾县城关镇人民政府", "township")


@pytest.mark.parametrize("text", STATED)
def test_problems_and_improvements_in_many_wordings(text: str, pack: Pack, models: Models) -> None:
    assert codes(with_prose(model(models), "problems", text.split("\n")), pack, ("GK503", "GK504")) == []


@pytest.mark.parametrize("text", NO_PROBLEM)
def test_no_problem_is_named(text: str, pack: Pack, models: Models) -> None:
    assert "GK503" in codes(with_prose(model(models), "problems", [text]), pack, ("GK503",))


@pytest.mark.parametrize("text", NO_IMPROVEMENT)
def test_no_improvement_or_a_stale_plan(text: str, pack: Pack, models: Models) -> None:
    assert codes(with_prose(model(models), "problems", [text]), pack, ("GK504",)) == ["GK504"]


@pytest.mark.parametrize("text", FEE_SAID)
def test_fees_are_told(text: str, pack: Pack, models: Models) -> None:
    assert codes(with_prose(model(models), "other", [text]), pack, ("GK506", "GK507")) == []


@pytest.mark.parametrize("text", FEE_UNSAID)
def test_fees_are_not_told(text: str, pack: Pack, models: Models) -> None:
    assert codes(with_prose(model(models), "other", [text]), pack, ("GK506",)) == ["GK506"]


@pytest.mark.parametrize("text", ASSESSED)
def test_results_of_assessment_are_told(text: str, pack: Pack, models: Models) -> None:
    report = of_body(with_prose(model(models), "overview", [OVERVIEW + text]), *TOWN)
    assert codes(report, pack, ("GK502",)) == []


@pytest.mark.parametrize("text", UNASSESSED)
def test_results_of_assessment_are_not_told(text: str, pack: Pack, models: Models) -> None:
    report = of_body(with_prose(model(models), "overview", [OVERVIEW + text]), *TOWN)
    assert codes(report, pack, ("GK502",)) == ["GK502"]


@pytest.mark.parametrize("paragraphs", COVERED)
def test_five_aspects_in_any_wording(paragraphs: list[str], pack: Pack, models: Models) -> None:
    assert codes(with_prose(model(models), "overview", paragraphs), pack, ("GK501",)) == []


@pytest.mark.parametrize(("aspect", "text"), [(n, t) for n, texts in TOLD_OTHERWISE.items() for t in texts])
def test_an_aspect_told_otherwise(aspect: int, text: str, pack: Pack, models: Models) -> None:
    paragraphs = [text if n == aspect else other for n, other in enumerate(COVERED[0])]
    assert codes(with_prose(model(models), "overview", paragraphs), pack, ("GK501",)) == []


@pytest.mark.parametrize("gone", range(5))
def test_each_aspect_is_missed(gone: int, pack: Pack, models: Models) -> None:
    paragraphs = COVERED[0][:gone] + COVERED[0][gone + 1 :]
    assert codes(with_prose(model(models), "overview", paragraphs), pack, ("GK501",)) == ["GK501"]


@pytest.mark.parametrize("text", PLAIN)
def test_five_aspects_in_one_plain_paragraph(text: str, pack: Pack, models: Models) -> None:
    assert codes(with_prose(model(models), "overview", [text]), pack, ("GK501",)) == []
