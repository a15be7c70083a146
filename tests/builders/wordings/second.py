# ruff: noqa: E501 (sentences are kept whole)
"""A second hand's wordings of everything: kept apart at first, opened when others took their place (tests/accuracy/held_out.py)."""

from __future__ import annotations

from tests.builders.wordings import W

PREFACES = (
    W(
        "{body}依照《中华人民共和国政府信息公开条例》第五十条，将{y}年度政府信息公开工作的情况向社会报告。除另有说明外，数据采集区间为{y}年1月1日起到{y}年12月31日止。"
        "公众有意见或者建议的，请写信至{place}（邮编{postcode}），或者致电{area}-{local}。"
    ),
    W(
        "本年报根据《中华人民共和国政府信息公开条例》的要求，由{body}政务公开工作机构汇总编写，统计数字的起止日期为{y}年1月1日、{y}年12月31日。\v"
        "联系我们：{area}-{local}（工作日），{mail}。\v单位所在地：{place}"
    ),
    W(
        "按照政府信息公开条例的规定，{body}现发布{y}年政府信息公开工作年度报告，共分六个部分。本报告统计周期自{y}年1月1日至当年12月31日。"
        "咨询、投诉请拨{area}-{local}或来访（{place}）。"
    ),
    W(
        "根据《中华人民共和国政府信息公开条例》（中华人民共和国国务院令第711号）制作本报告，报告内容涵盖{body}{y}年1月1日—12月31日期间的信息公开工作。\v"
        "通讯地址：{place}，邮政编码：{postcode}，电话号码：{area}-{local}"
    ),
)

REQUESTS = (
    W(
        "{y}年公众向{me}提出政府信息公开申请{received}件，经办理，已答复{handled}件，跨年度办理{carried_out}件；同期还办结上年留存的{carried_in}件（已计入答复数）。",
        "received > 0 and carried_in > 0",
        "received handled carried_in",
    ),
    W(
        "申请公开政府信息的件数为{received}件，其中公民提出{natural}件、单位提出{legal}件；本年度全部答复完毕，没有遗留到{ny}年。",
        "received > 0 and carried_out == 0 and carried_in == 0",
        "received",
    ),
    W(
        "这一年，{me}收到信息公开申请{received}件，答复{handled}件。按结果分：给予公开的{granted}件，只公开一部分的{partial}件，决定不予公开的{denied}件，无法提供的{not_provided}件。",
        "received > 0",
        "received handled granted denied not_provided",
    ),
    W(
        "本年新收{received}件申请，比上一年少{less}件，均由办公室统一受理；连同年初结转的{carried_in}件，共办结{handled}件，年末结转{carried_out}件。",
        "received > 0 and less > 0",
        "received carried_in handled carried_out",
    ),
    W(
        "共有{received}件政府信息公开申请通过线上线下渠道提交，{handled}件得到办理，办理结果为：予以公开{granted}件，占{p_granted}%；其余为部分公开、无法提供等情形。",
        "received > 0 and 0 < granted < handled",
        "received handled granted",
    ),
    W(
        "全年登记受理政府信息公开申请{received}件（公民{natural}件，法人和其他组织{legal}件），已按法定期限答复{handled}件，未届期限{carried_out}件转入次年。",
        "received > 0 and carried_in == 0",
        "received natural legal handled carried_out",
    ),
    W(
        "依申请公开共办理{handled}件，来源为：本年收到{received}件、去年结转{carried_in}件，{carried_out}件留待下一年度继续办理。",
        "handled > 0",
        "handled received carried_in carried_out",
    ),
    W(
        "申请人以个人为主，{received}件申请中个人申请{natural}件，占{p_natural}%。",
        "received > 0 and natural > legal",
        "received natural",
    ),
)

NO_REQUESTS = (
    W("{y}年没有公众向{me}申请公开政府信息。", "in_hand == 0", ""),
    W("本年度依申请公开受理数量为零。", "in_hand == 0", "none"),
    W("至年末，{me}未收到任何政府信息公开申请，亦无跨年度办理的申请。", "in_hand == 0", "none"),
    W("全年未接收到政府信息公开申请件。", "in_hand == 0", "none"),
)

DISPUTES = (
    W("{y}年，涉及{me}政府信息公开的行政复议有{reviews}件，行政诉讼有{lawsuits}件。", "cases > 0", "reviews lawsuits"),
    W(
        "申请人对信息公开答复不服，提起行政复议{reviews}件、行政诉讼{lawsuits}件，均积极应对、依法履行法定职责。",
        "cases > 0",
        "reviews lawsuits",
    ),
    W(
        "信息公开类复议案件共{reviews}件，维持{r_upheld}件，纠正{r_corrected}件，作其他处理{r_other_result}件，未结{r_pending}件；信息公开类诉讼案件共{lawsuits}件。",
        "reviews > 0",
        "reviews lawsuits",
    ),
)

NO_DISPUTES = (
    W("没有当事人因信息公开事项对{me}申请行政复议或者提起行政诉讼。", "cases == 0", "none"),
    W("信息公开领域未出现行政复议和行政诉讼案件。", "cases == 0", "none"),
    W("行政复议、行政诉讼均为零。", "cases == 0", ""),
)

DISCLOSURE = (
    W("一年共上网信息{total4}条，其中：民生类{n1}条、财经类{n2}条、人事类{n3}条、其余{n4}条为综合类。"),
    W(
        "在线公开信息总量{total}条，按栏目统计依次为：政策{n1}条，规划{n2}条，财政{n3}条，许可{n4}条，处罚{n5}条，采购{n6}条，其他{n7}条。"
    ),
    W("推送消息{wechat}条，网站更新{web}条，两个平台内容有重复。"),
    W(
        "发布的{total4}条信息中，动态信息{n1}条（{p4_1}%），公告信息{n2}条（{p4_2}%），服务信息{n3}条（{p4_3}%），其他{n4}条（{p4_4}%）。"
    ),
    W("主动公开各类信息合计{total3}条，由三部分构成：文件{n1}条，数据{n2}条，动态{n3}条。"),
)

DOCUMENTS = (
    W(
        "{y}年作出的行政许可为{licences}件，行政处罚为{penalties}件，行政强制为{coercion}件。",
        "licences + penalties + coercion > 0",
        "licences penalties coercion",
    ),
    W(
        "新印发行政规范性文件{norm_issued}件，宣布废止{norm_repealed}件，目前继续有效的{norm_force}件。",
        "layout == '2021'",
        "norm_issued norm_repealed norm_force",
    ),
    W("许可处罚信息双公示工作有序，其中上传许可信息{n1}条、处罚信息{n2}条。"),
)

FEES = (
    W("收费情况：{y}年度信息处理费收取金额为零。"),
    W("{me}没有收过政府信息公开信息处理费，也没有别的事项要报告。"),
    W("本年度发出信息处理费收费通知的件数和总金额、实际收取总金额均为0。"),
)

OTHER = (W("没有需要特别报告的事项。"), W("本年度无其他事项报告。"), W("其他事项：无"))

TRAPS: tuple[W, ...] = (
    W("处理市长热线转来的诉求{hotline}条，回复率100%。"),
    W("收到代表建议{motions}条、委员提案{proposals}条，全部答复并主动公开。"),
    W("{py}年收到的申请为{before}件，本年度的申请在类型上更为集中。"),
    W("咨询电话全年接听{consults}次，群众来访{visits}批次，均做好登记和解答。"),
    W("行政审批窗口收到申请{hotline}件，办结{hotline}件，提前办结率95%。"),
    W("查处举报{complaints}件，办结{complaints}件，并向举报人反馈。"),
    W("公众号有关注用户{fans}人，发布短视频{n3}条，获点赞{visits}万次。"),
    W("《关于加强信息发布管理的通知》（{y}第{doc_no}号）自7月1日起施行，共5章32条。"),
    W("{ny}年，拟新增公开事项20项，培训3次，检查4次。"),
)

TRAPS += (
    W("专项资金结转{n3}万元，按规定办理了结转手续。"),
    W("受理职称评审申请{letters}件、资格认定申请{hotline}件，均在承诺时限内办结。"),
    W("处理市民邮件{consults}封、信件{complaints}件，回复率100%。"),
    W("法律顾问参与行政复议、行政诉讼案件{people}件，均与信息公开无关。"),
)

FURTHER = (
    W(
        "政策问答库上线以来收录问答{hotline}条，点击{fans}次，覆盖社保、医保、户籍、教育等{columns}类事项，减少了重复来电。"
    ),
    W(
        "走访企业{visits}家，送政策上门，收集问题{opinions}条，当场解答{people}条，其余转有关单位研究后一周内回复。",
        "opinions > people",
    ),
    W("会同有关单位对{columns}个部门的专栏开展测评，发现问题{fixed}处，下发整改通知{people}份，整改到位后组织复查。"),
    W("对历史信息进行清理，归档{n6}件，删除失效链接{n2}个，补充附件{n7}个，使旧文件也能查得到、打得开。"),
    W("开展“我来说公开”征文，收到稿件{opinions}篇，评选优秀作品{people}篇，并汇编成册。"),
)
