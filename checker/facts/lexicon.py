"""Ordinary words by which Chinese prose states numbers, dates, contacts and plans.

No word of the regulation stands here: those are data (rules/). The other modules of this package build their regular
expressions from these lists, over text folded by text.fold: so digits, letters and marks are half-width.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# ── numerals ──
DIGITS = {
    **{str(n): n for n in range(10)},
    **dict(zip("零一二三四五六七八九", range(10), strict=True)),
    **dict(zip("〇壹贰叁肆伍陆柒捌玖", range(10), strict=True)),
    **{"○": 0, "◯": 0, "O": 0, "o": 0, "Ο": 0, "О": 0, "两": 2, "俩": 2, "弌": 1, "貳": 2, "參": 3, "陸": 6},
}
TENS = {"廿": 20, "卄": 20, "卅": 30, "卌": 40}
SMALL_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE_UNITS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
DAY_DIGITS = "一二三四五六七八九十廿卅〇零"

# ── marks ──
# written first in a character class: a dash in the middle of one would be a range
DASHES = "-‐‑‒–—―−─━ー~∼～〜－﹣"
MINUS = "-−－–—﹣"
SENTENCE_END = "。！!？?;\n"
CLAUSE_END = "。！!？?;,\n"

# ── cells ──
MEASURES = ("件", "份", "宗", "条", "项", "个", "次", "起", "例", "封", "部", "篇", "人", "户", "家", "件次")
MONEY = ("元", "万元", "亿元", "千元", "百万元", "人民币元", "元整", "元人民币", "万", "RMB")
MONEY_SIGNS = "¥￥"
FOOTNOTE_MARKS = "*※①②③④⑤⑥⑦⑧⑨⑩†"

# ── dates, years, periods ──
PERIOD_STRONG = _words(
    """
    统计 期限 时限 起止 时间段 数据 报告期 时段 所列 涵盖 周期 时间范围 期间为
    """
)
PERIOD_WEAK = ("本报告", "该报告", "此报告", "本年报", "报告")
NOT_PERIOD = _words(
    """
    规划 计划 项目 工程 方案 公示 征集 征求 培训 活动 任期 有效期 行动 展览
    考核 报名 招聘 清理 检查
    """
)
IN_FORCE = ("施行", "实施", "执行", "生效", "印发", "修订", "修正", "废止", "试行", "成立", "启用", "起用")
UNTIL_NOW = ("以来", "至今", "起", "开始", "始", "后", "以后", "之后", "以前", "之前", "前", "来")
COMPARE_BEFORE = _words(
    """
    相较于 相比于 对比 相较 相比 较之 比起 较上年 不如 超过 高于 低于 多于 少于
    """
)
COMPARE_CHAR = ("较", "比", "与", "同", "于", "和", "跟", "及")
COMPARE_AFTER = ("同期", "相比", "相较", "对比", "同比", "比", "增加", "增长", "减少", "下降", "上升", "持平")
OTHER_YEAR_NAMES = _words(
    """
    上一年度 上一年 上年度 上年 去年 前年 前一年 往年 次年 下一年度 下一年 下年度 下年 明年 来年
    """
)
PLAN_WORDS = (
    "下一步",
    "今后",
    "下步",
    "展望",
    "拟于",
    "拟在",
    "计划于",
    "力争",
    "打算",
    "预计",
    "新的一年",
    "拟采取",
    "拟从",
    "拟重点",
    "拟进一步",
    "拟通过",
    "拟开展",
)
# right before a year
PLAN_BEFORE = ("计划在", "计划于", "拟在", "拟于", "将在", "将于", "争取在", "准备在")
# 将 tells of the future before these; before a noun that is then put somewhere (将…纳入) it only moves the object.
FUTURE_AFTER = _words(
    """
    继续 进一步 以 加强 加大 按照 根据 不断 坚持 认真 紧紧 深入 着力 重点 持续 从 围绕 努力 积极 全面 切实 聚焦 严格
    更加 始终 主动 大力 在 会 着重 抓 针对 扎实 牢固 立足 再 强化 优化 完善 推进 提升 结合 健全 依法 开展 做好 对照
    充分 突出 采取 通过 于 有 制定 建立 组织 落实 贯彻 要 逐步 改进 拓展 规范 把 对 为 一如既往 及时 不懈 稳步
    高标准
    """
)
OBJECT_VERBS = _words(
    """
    作为 纳入 列入 列为 融入 贯穿 摆在 放在 摆上 当作 视为 落到 置于 抓在 定为
    """
)
# 要 tells of a plan before the same words, but not at the end of these
NOT_PLAN_BEFORE = ("主", "重", "摘", "只", "纪", "简", "概", "若", "需", "必")
# what a year is the year of, beside the report: within so many characters behind it
YEARLY = {"决算": 8, "预算": 8, "考核": 6, "考评": 6}
# a comparison: a year behind it in the same sentence is one compared with
COMPARED = ("同比", "环比", "相比", "上年", "去年", "上一年", "较前", "比前")
# right before a year that is looked back on
LOOKING_BACK = _words(
    """
    总结 回顾 巩固 延续 沿用 承接 继 继在 对照 对标 针对 早在 曾在 曾于 始于 源于
    """
)
# at the end of a clause that begins with the year of what came before
AFTER_WHICH = ("以来", "至今", "后", "之前", "以前", "基础上", "周年")
# in a clause that begins with a year: a paper that appraises or sets work, an anniversary, what is of the past
PAST_SIGNS = _words(
    """
    周年 评估 测评 反馈 通报 要点 审计 督查 工作报告提 年度报告提 报告指出 报告中提 报告所提 报告列 报告承诺 存在的问题
    问题清单 遗留 被评为 荣获 获评 曾 成果 经验 机构改革 挂牌 更名 排名
    """
)
# verbs of an origin: with 的 near behind, the year is that of the thing (2022年启用的网站)
ORIGINS = _words(
    """
    启用 印发 制定 出台 制发 公布 发布 建成 开通 上线 成立 组建 设立 设置 新设 新建 改版 修订 确定 提出 发现 形成 建立
    签订 开设 投入 开始 受理 收到 发生 申请 提起 实施 施行 推出 改造 搭建
    """
)
# in a clause that begins with the year in which a body came to be what it is (2019年由…改设)
FOUNDED = _words(
    """
    成立 组建 改制 改设 更名 更为现 改名 合并 设立 分设 划转 挂牌 改革 升格 撤镇 撤乡 撤县
    改组 转制 揭牌 划入 并入 改建 创办 建校 建院
    获评 被评为 荣获
    """
)
# right behind a year, of which then something is planned
PLAN_NOUNS = ("工作思路", "工作打算", "工作计划", "工作安排", "工作谋划", "工作设想")
EDITION_WORDS = ("版", "修订", "修正", "施行", "颁布", "通过", "生效", "实施", "试行", "成立")
AWARDS = ("荣获", "获评", "获得", "获", "评为")
MADE_PUBLIC = ("发布", "公布", "公开", "报送", "上报", "公示", "挂网")

# ── publication and signature ──
PUBLISH_VERBS = _words(
    """
    对外发布 对外公布 向社会公布 向社会公开 向社会发布 发布 公布 公开 刊发 刊登 上网
    """
)
SELF_WORDS = ("本报告", "本年度报告", "本年报", "该报告", "此报告", "报告全文", "本年度工作报告", "年度报告", "年报")
YEAR_BEFORE_WORDS = ("上一年", "上年", "去年", "前一年", "前次", "上次", "上期")
BEFORE_WORDS = ("前", "以前", "之前", "前后")

# ── contact ──
LABEL_PREFIXES = _words(
    """
    办公 联系 通信 通讯 详细 邮寄 单位 机关 所在 受理 收件 来信 来函 邮政 投递 咨询 业务 查询 固定 值班 移动 电子 现
    """
)
ADDRESS_LABELS = ("地址", "地点", "住所", "驻地", "ADD", "Add")
NOT_ADDRESS_PREFIXES = _words(
    """
    邮箱 邮件 网站 网页 网络 链接 域名 官网 网 信箱 IP ip 公开 下载 查阅 公众号
    """
)
POSTCODE_LABELS = ("邮政编码", "邮政编号", "邮编号码", "邮递区号", "邮编", "邮码")
EMAIL_LABELS = _words(
    """
    电子邮箱 电子邮件 电子信箱 邮箱 邮件地址 E-mail e-mail E-MAIL Email email EMAIL E—mail 邮件
    """
)
PHONE_LABELS = _words(
    """
    电话号码 电话 联系方式 座机 手机号码 手机 联系人 致电 拨打 来电 电询 TEL Tel tel
    """
)
OTHER_LABELS = _words(
    """
    网址 网站 官网 微信 公众号 办公时间 工作时间 受理时间 接待时间 服务时间 QQ 链接 邮箱
    """
)
NOT_OWN_PHONE = _words(
    """
    监督 举报 投诉 服务 维权 报警 求助 信访 便民 市长 县长 区长 市长公开 县长公开 区长公开 急救 技术支持 运维 统一
    窗口 大厅 网站 接待
    """
)
# before 电话 or 热线 these tell that it is for questions after all (咨询服务电话, 咨询热线)
ASKING = ("咨询", "咨询服务", "联系", "垂询")
HOTLINE_WORDS = ("热线", "专线", "服务平台", "直通车")
CONTACT_CUES = ("疑问", "咨询", "联系", "垂询", "意见", "建议", "来电", "致电", "不清楚", "异议")
# before the first item of a contact that stands at the end of a report
CLOSING_CUES = ("疑问", "咨询", "垂询", "联系", "进一步了解", "了解更多", "负责解释")
# before address and telephone of a place that the report only tells of
PUBLIC_PLACES = ("查阅", "受理点", "场所", "设立", "设置", "设有", "窗口", "大厅", "服务中心", "热线")
# work done on a telephone or an address, in the clause that names it
WORK_ON_LINES = ("公布", "开通", "接听", "畅通")
# a sentence that asks to call, whatever place it names
ASKING_WORDS = ("疑问", "请", "如需", "进一步了解", "垂询")
# a paragraph without any of these holds no contact
CONTACT_SIGNS = _words("电 话 拨 咨询 垂询 疑问 址 邮 箱 联系 地点 @ ＠ 路 号 手机 座机 热线 mail Tel TEL tel")
EXTENSIONS = ("转", "分机", "内线", "ext", "EXT", "Ext", "总机转")
ROAD_WORDS = "路街道巷弄里段村镇乡组社区线桥园院城苑"
HOUSE_WORDS = _words(
    """
    号 楼 大厦 大楼 政务中心 行政中心 服务中心 办公楼 办公区 市民中心 院内 室 栋 幢 座 广场 大院 政府院 村 路口
    村口 门口 交叉口 交汇处 层 旁 对面 东侧 西侧 南侧 北侧 附近
    """
)
NOT_IN_ADDRESS = ("工作", "办公时", "上班", "时间", "周一", "星期", ":", "邮", "电话", "联系", "传真", "节假日")
PLACED_AT = _words(
    """
    位于 设在 地处 坐落于 坐落在 请到 前往 寄至 寄往 寄到 送至 请至 请寄 函寄
    """
)
DONE_THERE = ("咨询", "联系", "查询", "查阅", "索取", "反映", "办理")

# ── names of bodies ──
NAME_LEADS = _words(
    "本报告 报告 本年度 现 经 请 由 根据 按照 按 依据 如有 我们 其 该 可 直接 以下 及 并 将 致电 拨打 联系 咨询 与 ( )"
    " 向社会公布 向社会公开 向社会发布 对外公布 对外发布 对外公开 公布 发布"
)

# ── pages of web sites ──
PAGE_WORDS = _words(
    """
    发布时间 发布日期 发文日期 成文日期 生成日期 更新时间 信息来源 稿件来源 文章来源
    来源： 来源: 作者： 浏览次数 浏览量 阅读次数 阅读量 点击数 点击次数 访问量
    字号 字体： 字体: 【字体 索引号 发布机构 公开日期 责任编辑 打印本页 关闭窗口 打印 关闭 分享到 分享： 扫一扫
    上一篇 下一篇 上一条 下一条 当前位置 所在位置 您的位置 主办单位 承办单位 网站标识码 备案
    """
)
