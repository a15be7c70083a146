"""What must be said, on sections that the patterns were not written from."""

from __future__ import annotations

import pytest

from checker.models import Models
from checker.pack import Pack
from tests.rules.sentences import codes, model, of_body, with_prose

STATED = [
    "一是公开意识还需增强；二是公开的主动性需要提高；三是平台维护不及时。改进措施：一是加强学习，二是落实责任。",
    "（一）存在问题\n部分科室对政务公开认识还有差距，信息报送质量参差不齐。\n（二）改进措施\n1.强化培训。2.健全机制。",
    "2023年，我局政府信息公开工作取得了一定成效，但仍存在公开内容深度不够、形式创新不多等问题。2024年，我局将从以下方面改进：一是拓展公开渠道。二是提升解读质量。",
    "主要问题：1.政策解读质量仍有提升空间；2.公众参与渠道比较窄。下一步打算：1.丰富解读形式；2.拓宽参与渠道。",
    "我镇在政府信息公开工作中主要面临的问题有专业人才匮乏，业务能力参差。下步将加大培训力度。",
    "问题方面：信息更新频率低，解读以文字为主。改进方面：已建立台账，定期更新，制作图解。",
    "（一）主要问题。一是基层人手少、任务重，往往顾此失彼；二是群众知晓率低。（二）改进情况。针对2022年存在的问题，2023年我们开展了专题培训，更新了目录。",
    "存在问题：与群众期盼相比，公开内容的针对性、实效性有待增强。整改措施：围绕群众关切优化栏目。",
    "一年来，虽然我局信息公开工作稳步推进，但也存在一些问题，如个别工作人员对条例学习不深入，对主动公开范围把握不准。针对以上问题，我局将组织专题学习，邀请专家授课。",
    "2022年度报告提出的问题已整改到位。目前主要问题是政务新媒体发布频次低。下一步加强运维。",
    "存在的问题：政策文件公开格式不统一，附件下载不便。改进情况：统一模板，完成历史文件整理。",
    "当前工作中尚存在责任落实有缺位、公开流程欠规范的情况。今后将明确责任、优化流程。",
    "政务公开专业化程度低，缺专职人员。措施：配齐配强队伍。",
    "主动公开的信息中，工作动态多、政策解读少。接下来，丰富解读产品。",
    "受疫情影响，线下培训次数减少。改进措施：采用线上方式补训。",
    "一是宣传力度小；二是公开时效性差；三是解读质量不够高。改进：已完成栏目调整。",
    "公开不够及时。2023年，我局将信息公开纳入考核，加强督查。",
    "公开不够及时。2023年，我局按计划开展培训3次，完善制度。",
    "公开不够及时。在总结2023年工作的基础上，我局将继续完善制度。",
    "公开不够及时。2024年，我局将继续加强。",
    "公开不够及时。根据2023年考核结果，将进一步整改。",
    "公开不够及时。2023年以来，我局将政务公开作为重点，加强培训。",
    "公开不够及时。对照2023年工作要点，将持续整改。",
    "公开不够及时。2023年年底前将问题整改到位，已完善制度。",
    "公开不够及时。2023年我局已将公开目录更新完毕。",
]
NO_PROBLEM = [
    "无。",
    "无",
    "暂无。",
    "本年度不存在问题。",
    "我局政府信息公开工作无问题。",
    "没有问题。",
    "2023年度，未发现存在问题。",
    "我单位政府信息公开工作总体良好，无明显问题。下一步继续保持。",
    "2024年，我局将继续加大主动公开力度，加强政策解读，提升平台建设水平。",
    "下一步，我们将采取以下措施改进工作：（一）加强领导；（二）完善制度；（三）强化培训。",
    "针对存在的问题，我局进一步健全制度，规范流程，加强队伍建设，提升工作水平。",
    "今后将进一步提高认识，及时更新信息，确保公开及时、准确、全面。",
    "存在的主要问题及改进情况：无。",
    "我局认真查找问题，不断改进工作，进一步提升了公开质量。",
    "2023年政府信息公开工作运行平稳，各项任务按期完成，群众满意度较高。我们将再接再厉。",
    "本年度我街道未收到群众对政府信息公开工作的意见和投诉，不存在需要整改的问题。",
    "一是加强组织领导，二是强化业务培训，三是规范工作流程，四是完善监督考核。",
    "针对去年存在的不足，已全部整改完毕。今年无新增问题。",
]
NO_IMPROVEMENT = [
    "一是公开内容不够全面；二是解读形式单一；三是队伍力量薄弱。",
    "存在的主要问题：信息更新不及时，人员业务水平有待提高，公开渠道需进一步拓宽。",
    "我局在政府信息公开工作中还存在主动性不强、公开内容不够丰富、队伍建设有待加强等问题。",
    "主要问题是群众知晓率较低，政策解读质量不高。",
    "公开意识需进一步增强，工作机制有待完善，平台建设仍需加强。",
    "问题：1.个别单位重视不够；2.部分信息发布滞后；3.业务人员变动频繁。",
    "公开不够及时。2023年，我局将进一步加大公开力度。",
    "公开不够及时。2023年我们将继续加强培训。",
    "公开不够及时。2022年，我局将重点抓好培训。",
    "公开不够及时。下一步，2023年将着力完善制度。",
    "公开不够及时。2023年工作计划：加强培训。",
    "公开不够及时。2023年下一步工作打算：加强培训。",
    "公开不够及时。在2023年，我局将进一步完善制度。",
    "公开不够及时。2023年，我局计划开展培训3次。",
    "公开不够及时。2023年，我局拟开展培训3次。",
    "公开不够及时。针对以上问题，2023年我局将加强培训。",
    "公开不够及时。2023年度，云岭县人民政府将不断提升公开水平。",
]
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


@pytest.mark.parametrize("gone", range(5))
def test_each_aspect_is_missed(gone: int, pack: Pack, models: Models) -> None:
    paragraphs = COVERED[0][:gone] + COVERED[0][gone + 1 :]
    assert codes(with_prose(model(models), "overview", paragraphs), pack, ("GK501",)) == ["GK501"]
