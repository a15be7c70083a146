"""Wordings kept apart: no pattern is written or tuned by them. Change them only to make a sentence true or natural."""

from __future__ import annotations

from tests.builders.wordings import W
from tests.builders.wordings.voices import Voice
from tests.builders.write import Wordings

_VOICES = (
    Voice(
        "held-letter",
        (
            "{y}年，{body}本着对群众负责的态度抓好信息公开这件事。全年的情况，概括起来就是：公开更主动、答复更规范、查询更方便。",
            "在主动公开上，{DISC}凡是群众看不明白的文件，一律配上解读再发布。{DOC}",
            "在依申请公开上，{REQ}{DISP}收件之后两日内电话告知申请人承办科室，答复之前必经法制审核。",
            "在政府信息的日常管理上，每份公文起草时就填写公开属性认定单；网上内容实行月度巡查，{TRAP1}",
            "在公开平台的建设维护上，网站、公众号与政务公开专区一体推进，专区内的查询终端由物业人员每日检查。{TRAP2}",
            "在监督和保障上，{ASSESS}年初签订责任书，年末逐项对账。{TRAP3}",
            "这些事看起来琐碎，做起来却不轻松。一年下来，经办人员记下的工作笔记有厚厚几本，里面有群众的抱怨，也有群众的感谢。"
            "我们从中挑选了一批典型事例编成案例，供其他单位参考；同时把群众反映较多的“找不到、看不懂、问不着”作为改进的方向。",
        ),
        (
            "不足之处在于：内容更新快慢不一，个别栏目数月未动；专业性强的信息缺少通俗说明；基层单位报送质量不高。",
            "整改情况：对久未更新的栏目作了合并或者撤销；请业务人员为专业信息加写了“一句话说明”；对报送质量不高的单位派员指导。往后，我们会把这些做法坚持下去。",
        ),
    ),
    Voice(
        "held-columns",
        (
            "一年来的总体情况分述如下。",
            "◆主动公开：{DISC}",
            "◆依申请公开：{REQ}",
            "◆政府信息管理：{DOC}建立“一本账”，对产生的信息逐条登记来源、密级、公开方式，确保不漏项。",
            "◆平台建设：{TRAP1}对栏目重新归类，首页点击三次以内可到达任一信息。",
            "◆监督保障：{ASSESS}{TRAP2}",
            "◆其他：{DISP}{TRAP3}在机构调整期间，做好新旧栏目衔接，撤并单位的历史信息整体移交，网址变动的设置了自动跳转，公众查询未受影响。",
            "需要说明的是，因统计口径由“按篇”改为“按条”，本年度公开数量与以往不宜直接比较；为便于公众了解，我们在专栏同时公布了两种口径的数据，并注明了计算方法和取数时间。",
        ),
        (
            "问题：其一，公开事项目录与权责清单衔接不够；其二，个别答复的文字表述过于简略。",
            "改进：其一，年内完成两张清单的比对修订；其二，统一答复模板并增加说理部分，同时对近两年的答复开展了一次自查自纠。",
        ),
        (("disputes", "<案件数量以结案或者立案时间计。"),),
    ),
    Voice(
        "held-grassroots",
        (
            "{body}地处城乡接合部，群众对拆迁补偿、惠农补贴、入学就业等信息需求大。{y}年，{me}从群众最想知道的事情入手抓信息公开。",
            "第一，该公开的主动公开。{DISC}第二，群众申请的依法公开。{REQ}",
            "第三，管好政府信息。{DOC}发布之前由两人以上核对，涉及个人的姓名、住址、联系方式等作模糊处理。{TRAP1}",
            "第四，建好公开平台。线上有网站和微信，线下有公示栏、大喇叭和明白纸，做到老少都能知晓；平台建设经费由财政保障。{TRAP2}",
            "第五，抓好监督保障。{ASSESS}每季度邀请群众代表“挑刺”，挑出的问题限期整改并公布结果。{TRAP3}{DISP}",
            "以宅基地审批为例：过去群众不清楚要交哪些材料、走哪些程序、要等多长时间，常常来回跑。现在把条件、材料、流程、时限和审批结果全部张榜公布，"
            "村民坐在家门口就能对照办理，因为“不知情”引发的争执明显减少，干部解释工作的压力也小了。",
        ),
        (
            "还有哪些做得不够？我们自己查、群众帮着提，归纳起来有两条：公示栏内容更换不勤；年轻干部对政策吃得不透，解释不到位。",
            "对照这两条，{me}安排包片干部每月更换一次公示内容并拍照存档；组织“政策夜校”，由老同志带着学、现场练。{ny}年还要把做法推广到更多的地方。",
        ),
    ),
    Voice(
        "held-formal",
        (
            "{y}年，{body}贯彻落实上级政务公开工作部署要求，围绕“提质、增效、便民”的目标推进信息公开，现将总体情况报告如下：",
            "（一）主动公开工作。{DISC}{DOC}坚持公开与解读、公开与回应相结合，对涉及面广、社会关注度高的措施开展多轮解读。",
            "（二）依申请公开工作。{REQ}对申请事项进行分类指导，属于咨询、信访事项的，引导申请人通过相应渠道反映。{DISP}",
            "（三）政府信息资源的规范化管理。{TRAP1}推进规范性文件集中统一公开，逐件标注有效性。",
            "（四）政府网站和政务新媒体等平台建设。{TRAP2}严格内容审核，坚持分级分类审核、先审后发，杜绝不规范表述。",
            "（五）监督保障工作。{ASSESS}{TRAP3}把公开要求写进内设机构职责，专人负责日常督促；组织观摩交流，学习先进地区经验。",
            "（六）决策公开。对拟出台的重要措施，提前公布草案全文、起草说明和反馈渠道，期限一般不少于三十日；征集期满后汇总公布意见采纳情况，未采纳的说明理由。",
        ),
        (
            "（一）主要问题。公开质效离群众期盼还有距离，集中表现在：回应关切的时效性不强，信息的可读性不高，考核激励的作用有限。",
            "（二）改进措施及成效。健全舆情监测和快速回应机制；组织文字“瘦身”，长稿件改短、官话改白话；把公众满意度引入考核。经过整改，上述方面均有好转，后续将持续用力。",
        ),
        (("requests", ">说明：上表各项以答复日期统计。"),),
    ),
)

_PREFACES = (
    W(
        "依据《中华人民共和国政府信息公开条例》，{body}将本机关{y}年度开展政府信息公开的情况公布如下，数据统计时段：{y}年1月1日—{y}年12月31日。"
        "若有疑问，请联系{body}（地址：{place}；电话：{area}-{local}；邮编：{postcode}）。"
    ),
    W(
        "本报告根据《中华人民共和国政府信息公开条例》第四十九条、第五十条编制。\v报告期：{y}年1月1日起，{y}年12月31日止。\v"
        "编制单位：{body}\v办公地址：{place}\v联系电话：{area}-{local}"
    ),
    W(
        "按照《中华人民共和国政府信息公开条例》要求，现将{y}年{body}政府信息公开工作年度报告予以公布。报告由六部分组成，数据统计的时间范围是{y}年1月1日至12月31日。"
        "公众可通过电话（{area}-{local}）、电子邮件（{mail}）与我们联系。"
    ),
    W(
        "{body}根据《中华人民共和国政府信息公开条例》编写了{y}年度报告。所载数据的统计期限：自{y}年1月1日始，至{y}年12月31日终。"
        "查阅地点及通信地址为{place}，值班电话为{area}-{local}，传真同号。"
    ),
)

_REQUESTS = (
    W(
        "{y}年，{body}收到政府信息公开申请{received}件，均已依法答复，其中网上申请{by_net}件、来信申请{by_mail}件、当面申请{by_window}件。",
        "received > 0 and carried_in == 0 and carried_out == 0",
        "received",
    ),
    W(
        "本年度共计办理依申请公开事项{handled}件（其中{carried_in}件为上年度结转），未发生逾期。",
        "handled > 0 and carried_in > 0",
        "handled carried_in",
    ),
    W(
        "全年新增依申请公开{received}件，历史结转{carried_in}件，答复办结{handled}件，尚有{carried_out}件结转下年。",
        "received > 0",
        "received handled carried_out",
    ),
    W(
        "截至{y}年底，全年收到的政府信息公开申请为{received}件，已答复{handled}件，结转下一年度办理的为{carried_out}件。",
        "received > 0 and carried_in == 0",
        "received handled carried_out",
    ),
    W(
        "在办结的{handled}件政府信息公开申请中，予以公开{granted}件，部分公开{partial}件，不予公开{denied}件，本机关不掌握相关政府信息{not_held}件，其他情形若干。",
        "handled > 2",
        "handled granted partial denied not_held",
    ),
    W(
        "{y}年收到政府信息公开申请{received}件，较{py}年的{prev}件减少{less}件，降幅明显。",
        "received > 0 and less > 0",
        "received",
    ),
    W(
        "依申请公开情况：收到{received}件，办结{handled}件，结转下年{carried_out}件。",
        "received > 0 and carried_in == 0",
        "received handled carried_out",
    ),
    W(
        "自然人申请{natural}件、法人或其他组织申请{legal}件，以上共{received}件政府信息公开申请均依法受理。",
        "received > 0",
        "natural legal received",
    ),
    W(
        "共收到{received}份政府信息公开申请表，全部按程序登记、转办、答复。",
        "received > 0 and carried_out == 0 and carried_in == 0",
        "received",
    ),
    W(
        "没有逾期答复的情况。{received}件新收申请和{carried_in}件结转申请中，已办结{handled}件。",
        "received > 0 and carried_in > 0",
        "handled",
    ),
    W(
        "受理的{received}件政府信息公开申请均来自自然人。",
        "received > 0 and legal == 0 and carried_in == 0",
        "received",
    ),
    W(
        "年度内政府信息公开申请总数为{received}件，因疑难复杂延期答复的有{people}件，延期均经负责人同意并告知申请人。",
        "received > people",
        "received",
    ),
    W(
        "新收政府信息公开申请{received}件，结转上年{carried_in}件；处理结果为予以公开{granted}件、部分公开{partial}件、不予公开{denied}件、无法提供{not_provided}件、"
        "不予处理{not_processed}件、其他处理{other_handling}件；结转下年度{carried_out}件。",
        "received > 0",
        "received carried_in granted partial denied not_provided not_processed other_handling carried_out",
    ),
    W(
        "经统计，{y}年共有政府信息公开申请{received}件，予以公开率为{p_granted}%（予以公开{granted}件，办结{handled}件）。",
        "received > 0 and granted > 0",
        "received granted handled",
    ),
)

_NO_REQUESTS = (
    W("全年未收到公民、法人和其他组织关于政府信息公开的申请。", "in_hand == 0", "none"),
    W("{y}年，{me}依申请公开办理量为0件。", "in_hand == 0", "none"),
    W("年内没有申请人提出政府信息公开申请，故无答复、收费事项。", "in_hand == 0", "none"),
    W("受理渠道畅通，但本年度未收到信息公开申请。", "in_hand == 0", "none"),
    W("无公众申请公开政府信息。", "in_hand == 0", "none"),
)

_DISPUTES = (
    W(
        "因政府信息公开被申请行政复议{reviews}件，被提起行政诉讼{lawsuits}件，均依法答复、答辩。",
        "cases > 0",
        "reviews lawsuits",
    ),
    W("{y}年信息公开类行政复议收案{reviews}件，信息公开类行政诉讼收案{lawsuits}件。", "cases > 0", "reviews lawsuits"),
    W(
        "共有{reviews}件政府信息公开行政复议案件和{lawsuits}件政府信息公开行政诉讼案件。",
        "cases > 0",
        "reviews lawsuits",
    ),
    W(
        "复议诉讼方面，政府信息公开行政复议{reviews}件（结果维持{r_upheld}件，结果纠正{r_corrected}件，其他结果{r_other_result}件，尚未审结{r_pending}件）；行政诉讼{lawsuits}件。",
        "reviews > 0",
        "reviews lawsuits",
    ),
    W("发生政府信息公开行政诉讼{lawsuits}件，没有发生行政复议。", "reviews == 0 and lawsuits > 0", "lawsuits"),
)

_NO_DISPUTES = (
    W("本年度未涉及政府信息公开行政复议、行政诉讼。", "cases == 0", "none"),
    W("{y}年政府信息公开工作未引起行政复议和行政诉讼。", "cases == 0", "none"),
    W("政府信息公开行政复议和行政诉讼数量均为0件。", "cases == 0", "none"),
    W("没有发生申请人对信息公开不满意而提起复议或者诉讼的现象。", "cases == 0", ""),
)

_DISCLOSURE = (
    W(
        "{y}年共主动公开政府信息{total4}条。其中，政策类{n1}条，占{p4_1}%；工作类{n2}条，占{p4_2}%；服务类{n3}条，占{p4_3}%；其他{n4}条，占{p4_4}%。"
    ),
    W("发布政务信息{total3}条（要闻{n1}条、公告{n2}条、其他{n3}条）。"),
    W("公开各类信息共{total3}条：（1）机构职能{n1}条；（2）政策文件{n2}条；（3）其他事项{n3}条。"),
    W("全年信息发布总量{total4}条，具体为：动态要闻{n1}条，通知公告{n2}条，政策解读{n3}条，其他{n4}条。"),
    W("累计发布{web}条信息，微信公众号推文{wechat}条，抖音短视频{n2}条，三类平台部分内容相同。"),
    W("网站全年更新信息{total3}条，其中新闻类{n1}条、政务类{n2}条、互动类{n3}条，栏目更新率100%。", states="open"),
)

_DOCUMENTS = (
    W(
        "制定行政规范性文件{norm_issued}件，均按规定报送备案并主动公开；现行有效行政规范性文件{norm_force}件。",
        "layout == '2021'",
        "norm_issued norm_force",
    ),
    W(
        "{y}年作出行政许可决定{licences}件，作出行政处罚决定{penalties}件。",
        "licences + penalties > 0",
        "licences penalties",
    ),
    W(
        "在行政执法方面，办理行政处罚案件{penalties}件、行政强制{coercion}件。",
        "penalties + coercion > 0",
        "penalties coercion",
    ),
    W("双公示平台上报行政许可信息{n1}条、行政处罚信息{n2}条，无迟报漏报。"),
    W("行政许可事项{columns}项全部实现网上申请，全年网上申请量{fans}件。"),
)

_FEES = (
    W("本机关{y}年未产生信息处理费。"),
    W("{y}年度，未向申请人收取信息处理费。无其他需要报告事项。"),
    W("信息处理费收取总额为0元，发出收费通知0份。"),
)

_OTHER = (W("本年度没有其他事项需要报告。"), W("无其他需要报告的情况。"), W("没有。"))

_TRAPS = (
    W("全年收到人大建议{motions}件、政协提案{proposals}件、群众来信{letters}件，全部办结并答复。"),
    W("受理热线工单{hotline}件，办结率99%，剩余{people}件工单在次年一月办结。"),
    W("完成信访复查复核申请{complaints}件。"),
    W("开放日接待市民{visits}人次，收集意见{opinions}条。"),
    W("房屋征收补偿类行政诉讼{people}件，与信息公开无关。"),
    W("收到消费投诉{complaints}件，调解成功率90%以上。"),
    W("公开目录共{n4}类，历年累计收录信息{fans}条。"),
    W("{py}年度报告已于{y}年1月25日公布，社会反响良好。"),
    W("第{people}次修订《信息发布工作规则》，新增条款{meetings}条。"),
    W("工程变更申请{n5}件、延期申请{n6}件均经集体研究，结果在项目公示栏公布。"),
    W("为{visits}名残疾人办理无障碍查询服务，受到好评。"),
    W("全县卫生系统公开医疗服务价格{columns}项，药品价格{fans}条。"),
)

_FURTHER = (
    W(
        "把公开与放管服改革结合起来，公布证明事项清单{columns}项，取消证明{people}项，企业开办时间压缩到{people}个工作日以内。"
    ),
    W("围绕重大项目公开，公布项目清单{n1}个、完成投资{n2}亿元，招标公告和中标结果同步发布，接受社会监督。"),
    W(
        "举办网络直播{courses}场，在线观看{fans}人次，网友提问{opinions}条，主持人现场回应{people}条，其余会后书面回复。",
        "opinions > people",
    ),
    W("组织政务公开测试{people}次，参加{trainees}人，平均成绩{score}分；评选先进科室{people}个，颁发证书{people}份。"),
    W("建立信息员队伍{trainees}人，覆盖全部科室和下属单位，月均报送信息{n3}条，采用{n4}条。", "n3 > n4"),
    W("公共企事业单位信息公开稳步推进，{columns}家单位按要求公开服务标准、收费价格和投诉渠道，受理咨询{consults}件。"),
)

_ASSESS = {
    "government": (
        "按照年度考核办法完成了信息公开工作考核；社会评议由统计部门组织，公众满意度{score}%；责任追究为零。",
        "工作考核、社会评议的结果均为良好以上等次，没有单位和个人因信息公开被追究责任。",
    ),
    "other": ("全年开展专项检查{meetings}次，对发现的问题点名通报。", "落实经费和人员，组织轮训{courses}期。"),
}

HELD_OUT = Wordings(
    _VOICES,
    _PREFACES,
    _REQUESTS,
    _NO_REQUESTS,
    _DISPUTES,
    _NO_DISPUTES,
    _DISCLOSURE,
    _DOCUMENTS,
    _FEES,
    _OTHER,
    _TRAPS,
    _FURTHER,
    _ASSESS,
)
