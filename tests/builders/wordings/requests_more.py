# ruff: noqa: E501 (sentences are kept whole)
"""Further ways to speak of requests: totals that count what was carried in, items of results, Chinese numerals, two sentences."""

from __future__ import annotations

from tests.builders.wordings import W

_QUIET = "received > 0 and carried_in == 0 and carried_out == 0"

REQUESTS_MORE = (
    W(
        "{y}年共受理政府信息公开申请{in_hand}件（含{py}年结转{carried_in}件），办结{handled}件，其余{carried_out}件按规定结转下一年办理。",
        "received > 0 and carried_in > 0",
        "carried_in handled carried_out",
    ),
    W(
        "全年共收到政府信息公开申请{received_cn}件，均在二十个工作日内答复，其中予以公开{granted_cn}件。",
        _QUIET + " and received < 60",
        "received_cn granted_cn",
    ),
    W(
        "{me}{y}年办理依申请公开{handled}件。其中，不予公开{denied}件，包括属于三类内部事务信息{internal}件、属于四类过程性信息{process}件，以及其他法定情形；"
        "无法提供{not_provided}件。",
        "handled > 3 and denied > 0",
        "handled denied not_provided",
    ),
    W(
        "收到申请后，先由办公室登记，再分送业务科室拟答。{y}年登记{received}件，其中自然人{natural}件，企业{business}件，"
        "科研机构{a_research}件，社会公益组织{a_welfare}件，法律服务机构{a_legal_service}件，其他{a_other}件。",
        "received > 0",
        "received natural",
    ),
    W(
        "政府信息公开申请数量有所变化：{y}年为{received}件，{py}年为{before}件。已办结的{handled}件全部依法送达，年末在办{carried_out}件。",
        "received > 0",
        "received handled carried_out",
    ),
    W(
        "对收到的{received}件申请，已答复{handled}件，其中：同意公开或者部分公开的{g_p}件；因不掌握、没有现成信息等原因无法提供的{not_provided}件；"
        "信访举报投诉类等不予处理的{not_processed}件；不予公开的{denied}件；其他{other_handling}件。",
        _QUIET + " and handled > 2",
        "not_provided not_processed denied",
    ),
    W(
        "{y}年1月1日至12月31日，{body}新收政府信息公开申请{received}件；按申请人类别统计，公民{natural}件、法人或者其他组织{legal}件；按申请方式统计，"
        "当面申请{by_window}件、邮寄{by_mail}件、网络{by_net}件。",
        "received > 0",
        "received natural legal",
    ),
    W(
        "办理政府信息公开申请时坚持“一事一议”，{handled}件答复无一件被投诉。本年度收到的{received}件申请中，有{carried_out}件须结转到{ny}年继续办理。",
        "received > 0 and carried_in == 0 and carried_out > 0",
        "received handled carried_out",
    ),
    W(
        "新收申请{received}件。上年结转申请{carried_in}件。办理结果：予以公开{granted}件；部分公开{partial}件；不予公开{denied}件；无法提供{not_provided}件；"
        "不予处理{not_processed}件；其他处理{other_handling}件；共计{handled}件。结转下年度继续办理{carried_out}件。",
        "received > 0",
        "received carried_in granted partial denied not_provided not_processed other_handling handled carried_out",
    ),
    W(
        "依申请公开信息目录内事项均可网上申请。{y}年，通过“中国政府网站群”后台收到申请{received}件，按时办复率100%。",
        _QUIET,
        "received",
    ),
    W(
        "全年依申请公开受理总量{in_hand}件，含上年结转{carried_in}件；办结总量{handled}件，其中公开类（含部分公开）{g_p}件，占比{p_gp1}%，不予处理{not_processed}件，占比{p_not_processed}%。",
        "handled > 0 and carried_in > 0",
        "carried_in handled not_processed",
    ),
    W(
        "共处理政府信息公开申请{handled}件。出具予以公开告知书{granted}份、部分公开告知书{partial}份、不予公开告知书{denied}份。",
        "handled > 0",
        "handled",
    ),
    W(
        "{y}年，共有{received}名申请人（次）向{me}提交政府信息公开申请，折合{received}件，已办结{handled}件。",
        "received > 0",
        "handled",
    ),
    W(
        "申请办理方面，收件{received}件，同期办结{handled}件，群众对答复普遍认可；另收到咨询类来信{letters}件，不计入依申请公开统计。",
        "received > 0 and carried_in == 0",
        "",
    ),
)
