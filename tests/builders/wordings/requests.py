"""What reports say of requests: received, by whom, carried over, answered, by result."""

from __future__ import annotations

from tests.builders.wordings import W

_SOME = "received > 0"
_NEW = "received > 0 and carried_in == 0 and carried_out == 0"  # nothing carried either way

REQUESTS = (
    W(
        "{y}年，{me}共收到政府信息公开申请{received}件，上年结转{carried_in}件，全年办结{handled}件，结转下年度继续办理{carried_out}件。"
        "所有申请均在法定期限内答复，未出现逾期情形。",
        _SOME,
        "received carried_in handled carried_out",
    ),
    W(
        "全年新收政府信息公开申请{received}件，其中自然人申请{natural}件，法人或其他组织申请{legal}件；另有上年度结转{carried_in}件。"
        "全年共答复{handled}件，尚有{carried_out}件结转至{ny}年办理。",
        _SOME,
        "received natural legal carried_in handled carried_out",
    ),
    W(
        "本年度受理依申请公开件{received}件，从提交方式看，网上平台{by_net}件，信函邮寄{by_mail}件，现场窗口{by_window}件。"
        "截至{y}年12月31日，已全部办结。",
        _NEW,
        "received",
    ),
    W(
        "依申请公开方面，{y}年{me}收到申请{received}件（自然人{natural}件、法人或其他组织{legal}件），均按时办结，无结转下年办理事项。",
        _NEW,
        "received natural legal",
    ),
    W(
        "加上{py}年结转的{carried_in}件，{y}年应办理政府信息公开申请共计{in_hand}件，年内办结{handled}件，未到答复期限、结转下一年度的{carried_out}件。",
        "received > 0 and carried_in > 0",
        "carried_in handled carried_out",
    ),
    W(
        "{y}年度共登记政府信息公开申请{received}宗，办复{handled}宗，其中予以公开{granted}宗、部分公开{partial}宗、不予公开{denied}宗、"
        "无法提供{not_provided}宗、不予处理{not_processed}宗、其他处理{other_handling}宗。",
        "received > 0 and carried_out == 0 and carried_in == 0",
        "received handled granted partial denied not_provided not_processed other_handling",
    ),
    W(
        "答复政府信息公开申请{handled}件（含上年结转{carried_in}件），其中：予以公开或部分公开{g_p}件，占{p_gp}%；不予公开{denied}件，占{p_denied}%；"
        "无法提供{not_provided}件，占{p_not_provided}%；不予处理{not_processed}件，占{p_not_processed}%；其他处理{other_handling}件，占{p_other}%。",
        "handled > 0 and carried_in > 0",
        "handled carried_in denied not_provided not_processed other_handling",
    ),
    W(
        "收到公民、法人或者其他组织提交的信息公开申请共{received}份，来自自然人的有{natural}份，占申请总量的{p_natural1}%。答复结果为：同意公开{granted}份，"
        "区分处理后部分公开{partial}份，不予公开{denied}份。",
        "received > 0 and natural > 0",
        "received natural granted partial denied",
    ),
    W(
        "今年以来，{me}依申请公开工作平稳有序，共接收政府信息公开申请{received}件，与{py}年相比增加了{growth}%。申请内容主要涉及土地征收、财政资金和工程建设等方面。",
        "received > 0 and growth != '0'",
        "received",
    ),
    W(
        "{me}高度重视依申请公开办理工作，指定专人负责登记、转办、催办和答复。本年度新收申请{received}件、结转上年申请{carried_in}件，"
        "经逐件研究，办理完成{handled}件，{carried_out}件转入下一年度。答复中，予以公开的{granted}件，部分公开的{partial}件，"
        "因本机关不掌握而无法提供的{not_held}件。",
        "received > 0 and not_held > 0",
        "received carried_in handled carried_out granted partial",
    ),
    W(
        "{y}年通过各类渠道收到政府信息公开申请{received}件，较上年减少{less}件。其中，通过互联网提出{by_net}件，占比{p_net}%。",
        "received > 0 and by_net > 0 and less > 0",
        "received",
    ),
    W(
        "全年收到1件政府信息公开申请，由申请人当面递交，已在法定时限内作出书面答复并送达。",
        "received == 1 and handled == 1",
        "",
    ),
    W(
        "{y}年，{body}收到政府信息公开申请{received}件，已按期答复{handled}件，剩余{carried_out}件因尚在办理期限内，结转下年度办理。申请人均为自然人。",
        "received > 0 and carried_in == 0 and carried_out > 0 and legal == 0",
        "received handled carried_out",
    ),
    W(
        "按照“接收、登记、审核、办理、答复、归档”流程，规范办理公众申请。{y}年新收申请{received}件，其中{natural}件由公民个人提出，{business}件由企业提出。",
        "received > 0 and natural + business == received",
        "received natural",
    ),
    W(
        "{y}年共办理政府信息公开申请{handled}件，其中当年新收{received}件，{py}年结转{carried_in}件，没有结转到{ny}年的申请。",
        "handled > 0 and carried_out == 0",
        "handled received carried_in",
    ),
    W(
        "本年度收到依申请公开{received}件，办结{handled}件，办结率100%。答复类型分布如下：予以公开{granted}件，部分公开{partial}件，不予公开{denied}件"
        "（其中属于三类内部事务信息{internal}件、四类过程性信息{process}件），无法提供{not_provided}件。",
        _NEW + " and not_processed == 0 and other_handling == 0",
        "received handled granted partial denied not_provided",
    ),
    W(
        "{me}在{y}年共收到书面申请及网上申请{received}件，均依法登记并逐件建立台账，其中自然人占{p_natural}%，法人和其他组织占{p_legal}%。",
        "received > 1 and natural > 0 and legal > 0",
        "received",
    ),
    W(
        "共受理公众提出的政府信息公开申请{received}件、答复{handled}件。工作中，注重与申请人沟通，{consults}人次的来电咨询得到耐心解答。",
        _SOME,
        "received handled",
    ),
    W(
        "申请办理实行“一口受理”。新收申请数量{received}件，上年结转数量{carried_in}件，本年办结数量{handled}件，结转下年数量{carried_out}件。",
        "in_hand > 0",
        "received carried_in handled carried_out",
    ),
    W(
        "全年依法办结政府信息公开申请{handled}件，未发生超期答复。办结件中，予以公开{granted}件，占办结总数的{p_granted1}%。",
        "granted > 0",
        "handled granted",
    ),
    W(
        "{y}年，收到的政府信息公开申请数量为{received}件，处理完毕的{handled}件，均通过挂号信或者电子邮件送达申请人。",
        "received > 0 and carried_in == 0",
        "received handled",
    ),
    W(
        "依申请公开工作进一步规范：\n1.新收申请{received}件；\n2.上年结转{carried_in}件；\n3.办结申请{handled}件；\n4.结转下年{carried_out}件。",
        "in_hand > 0",
        "received carried_in handled carried_out",
    ),
    W(
        "{me}{y}年度接到政府信息公开申请{received}起，申请事项以城乡规划、农村宅基地为主。已办结的{handled}起中，公开{granted}起，信息不存在或本机关不掌握等无法提供{not_provided}起。",
        "received > 0 and not_provided > 0 and granted > 0",
        "received handled not_provided",
    ),
)

NO_REQUESTS = (
    W("{y}年，{me}未收到政府信息公开申请。", "in_hand == 0", "none"),
    W("本年度没有收到公民、法人或者其他组织的政府信息公开申请，也没有上年结转的申请。", "in_hand == 0", "none"),
    W("全年未接到依申请公开事项，无结转办理情况。", "in_hand == 0", "none"),
    W("{y}年度收到依申请公开0件，办结0件，结转下年0件。", "in_hand == 0", "none"),
    W("截至{y}年12月31日，{me}共收到政府信息公开申请零件。", "in_hand == 0", "none"),
    W(
        "依申请公开渠道保持畅通，在线申请平台、受理邮箱和现场受理点均安排专人值守，报告年度内无人提出信息公开申请。",
        "in_hand == 0",
        "",
    ),
    W("{me}{y}年受理政府信息公开申请0件，因此不涉及答复和收费。", "in_hand == 0", "none"),
    W("报告期内未收到自然人、法人或其他组织提交的依申请公开件。", "in_hand == 0", "none"),
    W("{y}年无依申请公开政府信息情况。", "in_hand == 0", "none"),
    W(
        "本年度新收政府信息公开申请0件，上年结转政府信息公开申请0件，本年度不存在需要办理的申请。",
        "in_hand == 0",
        "none",
    ),
    W("畅通线上、线下两种申请受理方式，明确由办公室统一受理。{y}年没有发生依申请公开业务。", "in_hand == 0", ""),
)
