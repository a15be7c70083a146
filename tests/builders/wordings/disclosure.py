"""What reports say of publishing: totals and their parts, percentages, platforms; and of documents and decisions."""

from __future__ import annotations

from tests.builders.wordings import W

# lists that close themselves (or whose parts are announced as complete); true by construction
DISCLOSURE = (
    W(
        "{y}年主动公开政府信息{total}条，其中机构职能类{n1}条，政策文件类{n2}条，财政预决算{n3}条，公共服务{n4}条，应急管理{n5}条，人事信息{n6}条，其他信息{n7}条。"
    ),
    W("全年新增主动公开信息{total4}条，包括：工作动态{n1}条，通知公告{n2}条，行政执法{n3}条，公共资源配置{n4}条。"),
    W(
        "{me}全年通过各类载体公开政府信息共计{total4}条，分别为：一季度{n1}条，二季度{n2}条，三季度{n3}条，四季度{n4}条。"
    ),
    W(
        "截至{y}年12月31日，累计公开政务信息{total3}条。按内容划分，机构与人员类{n1}条，占{p3_1}%；政策与规划类{n2}条；其余{n3}条为日常工作信息。"
    ),
    W("主动公开政府信息总数为{total4}条：概况信息{n1}条、法规文件{n2}条、工作信息{n3}条、其他{n4}条。"),
    W(
        "{y}年共发布信息{total4}条，从类别看，民生保障类{n1}条，占比{p4_1}%，乡村振兴类{n2}条，占比{p4_2}%，营商环境类{n3}条，占比{p4_3}%，其他类{n4}条，占比{p4_4}%。"
    ),
    W("年内公开各类政府信息{total3}条，含重大决策预公开{n1}条、政策解读{n2}条等，公开及时率和准确率均达到100%。"),
    W(
        "通过门户网站发布信息{web}条，通过微信公众号推送信息{wechat}条，通过政务微博发布信息{weibo}条，政务公开专区全年接待群众{visits}人次。"
    ),
    W(
        "在市政府门户网站公开信息{web}条，其中重点领域信息{n1}条、财政资金信息{n2}条；在“{me}发布”公众号推送图文{wechat}篇，阅读量{fans}次。",
        "web > n1 + n2",
    ),
    W("全年主动公开政府信息{web}余条，主要涉及义务教育、住房保障、社会救助等{columns}个领域。"),
    W(
        "1.法定主动公开内容。更新机构职能、领导分工、内设机构等信息{n1}条。\n2.重点领域信息。公开财政资金、招标采购、公共卫生等信息{n2}条。\n3.政策解读。配发图解、问答等解读材料{readings}篇。"
    ),
    W("坚持应公开尽公开，全年公开信息{total3}条（不含转载），具体为文件类{n1}条、动态类{n2}条、公示公告类{n3}条。"),
    W(
        "围绕“三重一大”事项，公开决策草案征求意见{courses}次，收到意见建议{opinions}条，均已反馈采纳情况。全年编发政务简报{n1}期。"
    ),
)

DOCUMENTS = (
    W(
        "全年制发行政规范性文件{norm_issued}件，废止{norm_repealed}件，现行有效{norm_force}件，并同步开展解读。",
        "layout == '2021'",
        "norm_issued norm_repealed norm_force",
    ),
    W(
        "{y}年，{me}作出行政许可决定{licences}件、行政处罚决定{penalties}件、行政强制决定{coercion}件，均按规定在信用平台公示。",
        "licences + penalties > 0",
        "licences penalties coercion",
    ),
    W(
        "办理行政许可{licences}件，作出行政处罚{penalties}件，相关依据、程序和结果全部对外公布。",
        "licences > 0",
        "licences penalties",
    ),
    W(
        "本年度未制发行政规范性文件，现行有效的行政规范性文件{norm_force}件。",
        "layout == '2021' and norm_issued == 0",
        "norm_force",
    ),
    W(
        "对现行有效的{norm_force}件行政规范性文件进行了全面梳理，并以可下载的格式集中公开。",
        "layout == '2021' and norm_force > 0",
        "norm_force",
    ),
    W(
        "全年共作出行政处罚{penalties}宗，未实施行政强制措施；处罚信息自决定作出之日起7个工作日内公开。",
        "penalties > 0 and coercion == 0",
        "penalties",
    ),
    W(
        "新制作规范性文件{norm_issued}件，全部主动公开，对外公开的规范性文件总数达到{norm_force}件。",
        "layout == '2019' and norm_issued > 0",
        "norm_issued",
    ),
    W("动态调整权责清单，公布权责事项{total3}项，其中行政许可事项{n2}项、行政处罚事项{n3}项。"),
    W(
        "行政事业性收费全部纳入预算管理，全年收取{charges_yuan}元，收费目录和标准同步公开。",
        "charges_yuan > 0 and layout == '2021'",
    ),
    W("按照“谁执法、谁公示”的要求，公开双随机抽查结果{n1}条、行政许可信息{n2}条、行政处罚信息{n3}条。"),
)

FEES = (
    W("{y}年，{me}未收取信息处理费。"),
    W("按照《政府信息公开信息处理费管理办法》规定的标准，本年度发出收费通知0件，总金额0元，实际收取0元。"),
    W("本年度没有产生政府信息公开信息处理费，也没有其他需要报告的事项。"),
    W("依据国务院办公厅关于信息处理费的规定，{me}{y}年度收取信息处理费的总金额为0元。"),
    W("收取信息处理费情况：{y}年度未发出收费通知，未收取任何费用。"),
    W("无信息处理费收取情况。除此之外，无其他需要报告的事项。"),
    W(
        "（一）{y}年度未因办理政府信息公开申请收取信息处理费。\n（二）落实上级年度政务公开工作要点情况：对照要点逐项分解任务，已全部完成。"
    ),
    W(
        "我们没有向申请人收取过信息处理费。本机关办理人大代表建议{motions}件、政协委员提案{proposals}件，办理结果均已公开。"
    ),
)

OTHER_2019 = (
    W("无。"),
    W("本年度没有其他需要报告的事项。"),
    W("暂无其他需要报告的事项。"),
    W("{me}没有需要另行报告的事项，依申请公开未收取检索、复制、邮寄等费用。"),
    W("办理人大代表建议{motions}件、政协提案{proposals}件，全部按时办结并公开答复内容。"),
    W("（一）收费情况。{y}年未收取依申请公开费用。\n（二）其他事项。无。"),
)
