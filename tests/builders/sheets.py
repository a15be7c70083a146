"""Tables as matrices: a merged cell is the same Box at every position. Labels are the format's, as printed."""

from __future__ import annotations

from dataclasses import dataclass

from tests.builders.figures import DENIED, NOT_PROCESSED, NOT_PROVIDED, OTHER, OUTCOMES, RESULTS
from tests.builders.spec import TableSpec


@dataclass(eq=False, slots=True)
class Box:
    """A cell; identity is the merge. head: a label. caption: a block's caption row, never split."""

    text: str
    head: bool = True
    caption: bool = False


Matrix = list[list[Box]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table on paper. heads: number of header rows. blocks: first row of each block of table 2. keys: of rows."""

    key: str
    matrix: Matrix
    heads: int
    blocks: tuple[int, ...] = ()


APPLICANT_LABELS = {
    "natural": "自然人", "business": "商业企业", "research": "科研机构", "welfare": "社会公益组织",
    "legal_service": "法律服务机构", "other": "其他", "total": "总计",
}  # fmt: skip
OUTCOME_LABELS = {
    "upheld": "结果维持", "corrected": "结果纠正", "other_result": "其他结果", "pending": "尚未审结", "total": "总计",
}  # fmt: skip
CASE_LABELS = {"review": "行政复议", "direct_lawsuit": "未经复议直接起诉", "later_lawsuit": "复议后起诉"}
CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
ROW_LABELS = {
    "received": "一、本年新收政府信息公开申请数量", "carried_in": "二、上年结转政府信息公开申请数量",
    "granted": "（一）予以公开", "partial": "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "secret": "1.属于国家秘密", "by_law": "2.其他法律行政法规禁止公开", "stability": "3.危及“三安全一稳定”",
    "third_party": "4.保护第三方合法权益", "internal": "5.属于三类内部事务信息", "process": "6.属于四类过程性信息",
    "enforcement_file": "7.属于行政执法案卷", "inquiry": "8.属于行政查询事项",
    "not_held": "1.本机关不掌握相关政府信息", "to_be_made": "2.没有现成信息需要另行制作",
    "unclear": "3.补正后申请内容仍不明确",
    "complaint": "1.信访举报投诉类申请", "repeated": "2.重复申请", "publication": "3.要求提供公开出版物",
    "excessive": "4.无正当理由大量反复申请", "confirmation": "5.要求行政机关确认或重新出具已获取信息",
    "overdue_correction": "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "overdue_fee": "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "other_handled": "3.其他", "handled": "（七）总计", "carried_out": "四、结转下年度继续办理",
}  # fmt: skip
GROUPS = (
    ("（三）不予公开", DENIED), ("（四）无法提供", NOT_PROVIDED), ("（五）不予处理", NOT_PROCESSED),
)  # fmt: skip
LEGAL = ("business", "research", "welfare", "legal_service", "other")

Block = tuple[str, tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]
_DECIDED = (("previous", "上一年项目数量"), ("change", "本年增/减"), ("decisions", "处理决定数量"))
DISCLOSURE: dict[str, tuple[Block, ...]] = {
    "2019": (
        ("第二十条第（一）项",
         (("made", "本年新制作数量"), ("disclosed", "本年新公开数量"), ("disclosed_total", "对外公开总数量")),
         (("regulations", "规章"), ("normative", "规范性文件"))),
        ("第二十条第（五）项", _DECIDED, (("licences", "行政许可"), ("services", "其他对外管理服务事项"))),
        ("第二十条第（六）项", _DECIDED, (("penalties", "行政处罚"), ("coercion", "行政强制"))),
        ("第二十条第（八）项", _DECIDED[:2], (("charges", "行政事业性收费"),)),
        ("第二十条第（九）项", (("projects", "采购项目数量"), ("amount", "采购总金额")),
         (("procurement", "政府集中采购"),)),
    ),
    "2021": (
        ("第二十条第（一）项",
         (("issued", "本年制发件数"), ("repealed", "本年废止件数"), ("in_force", "现行有效件数")),
         (("regulations", "规章"), ("normative", "行政规范性文件"))),
        ("第二十条第（五）项", (("decisions", "本年处理决定数量"),), (("licences", "行政许可"),)),
        ("第二十条第（六）项", (("decisions", "本年处理决定数量"),),
         (("penalties", "行政处罚"), ("coercion", "行政强制"))),
        ("第二十条第（八）项", (("amount", "本年收费金额（单位：万元）"),), (("charges", "行政事业性收费"),)),
    ),
}  # fmt: skip


def sheet(table: TableSpec, *, order: str = "format", unfolded: bool = False) -> Sheet:
    """A table as the format prints it. order: format or other (columns in another order); unfolded: table 4 in rows."""
    if table.key == "requests":
        return _requests(table, order)
    if table.key == "disputes":
        return _unfolded(table, order) if unfolded else _folded(table, order)
    return _disclosure(table, order)


def _label(table: TableSpec, key: str, axis: str, default: str) -> str:
    return table.labels.get(f"{axis}:{key}", table.labels.get(key, default))


def _requests(table: TableSpec, order: str) -> Sheet:
    columns: list[str] = ["natural", *LEGAL, "total"] if order == "format" else ["total", *reversed(LEGAL), "natural"]
    columns = [c for c in columns if c not in table.drop]
    extra = [table.extra_column] if table.extra_column else []
    corner, who, legal = Box(CORNER), Box("申请人情况"), Box("法人或其他组织")
    single = {c: Box(_label(table, c, "column", APPLICANT_LABELS[c])) for c in columns}
    further = [Box(label) for label in extra]
    matrix: Matrix = [
        [corner] * 3 + [who] * (len(columns) + len(further)),
        [corner] * 3 + [legal if c in LEGAL else single[c] for c in columns] + further,
        [corner] * 3 + [single[c] for c in columns] + further,
    ]

    def numbers(row: str) -> list[Box]:
        filled = [Box(table.cells.get((row, c), "0"), head=False) for c in columns]
        return filled + [Box("0", head=False) for _ in further]

    def name(row: str) -> str:
        default = "（六）其他处理" if row == "other_handled" and table.layout == "2019" else ROW_LABELS[row]
        return _label(table, row, "row", default)

    def add(row: str, heads: list[Box]) -> None:
        if row not in table.drop:
            matrix.append([*heads, *numbers(row)])
        for after, label, text in table.extra_rows:
            if after == row:
                box = Box(label)
                merged = [heads[0], *([box] * 2)] if heads[1] is not heads[0] else [box] * 3
                matrix.append([*merged, *(Box(text, head=False) for _ in numbers(row))])

    for row in ("received", "carried_in"):
        add(row, [Box(name(row))] * 3)
    result = Box("三、本年度办理结果")
    for row in RESULTS:
        add(row, [result, *([Box(name(row))] * 2)])
    for label, rows in GROUPS:
        group = Box(label)
        for row in rows:
            add(row, [result, group, Box(name(row))])
    if table.layout == "2019":
        add("other_handled", [result, *([Box(name("other_handled"))] * 2)])
    else:
        group = Box("（六）其他处理")
        for row in OTHER["2021"]:
            add(row, [result, group, Box(name(row))])
    add("handled", [result, *([Box(name("handled"))] * 2)])
    add("carried_out", [Box(name("carried_out"))] * 3)
    return Sheet("requests", matrix, 3)


def _outcomes(order: str) -> list[str]:
    return [*OUTCOMES, "total"] if order == "format" else ["total", *OUTCOMES]


def _folded(table: TableSpec, order: str) -> Sheet:
    cases = [c for c in CASE_LABELS if c not in table.drop]
    columns = [o for o in _outcomes(order) if o not in table.drop]
    suit = Box("行政诉讼")
    first, second, third, figures = [], [], [], []
    for case in cases:
        head = Box(_label(table, case, "row", CASE_LABELS[case]))
        boxes = [Box(_label(table, o, "column", OUTCOME_LABELS[o])) for o in columns]
        first += [head if case == "review" else suit] * len(columns)
        second += boxes if case == "review" else [head] * len(columns)
        third += boxes
        figures += [Box(table.cells[case, o], head=False) for o in columns]
    return Sheet("disputes", [first, second, third, figures], 3)


def _unfolded(table: TableSpec, order: str) -> Sheet:
    columns = [o for o in _outcomes(order) if o not in table.drop]
    corner, suit = Box("类别"), Box("行政诉讼")
    matrix: Matrix = [[corner, corner, *(Box(_label(table, o, "column", OUTCOME_LABELS[o])) for o in columns)]]
    for case, label in CASE_LABELS.items():
        if case in table.drop:
            continue
        box = Box(_label(table, case, "row", label))
        heads = [box, box] if case == "review" else [suit, box]
        matrix.append([*heads, *(Box(table.cells[case, o], head=False) for o in columns)])
    return Sheet("disputes", matrix, 1)


def _disclosure(table: TableSpec, order: str) -> Sheet:
    matrix: Matrix = []
    blocks: list[int] = []
    for caption, format_columns, rows in DISCLOSURE[table.layout]:
        columns = [c for c in format_columns if c[0] not in table.drop]
        rows_left = [r for r in rows if r[0] not in table.drop]
        if order != "format":
            columns.reverse()
        blocks.append(len(matrix))
        matrix.append([Box(caption, caption=True)] * 7)
        width = 6 // max(len(columns), 1)
        spread = [w for c in columns for w in [c] * width]
        heads = {key: Box(_label(table, key, "column", label)) for key, label in columns}
        matrix.append([Box("信息内容"), *(heads[key] for key, _ in spread)])
        for row, label in rows_left:
            cells = {key: Box(table.cells.get((row, key), "0"), head=False) for key, _ in columns}
            matrix.append([Box(_label(table, row, "row", label)), *(cells[key] for key, _ in spread)])
            for after, extra, text in table.extra_rows:
                if after == row:
                    more = {key: Box(text, head=False) for key, _ in columns}
                    matrix.append([Box(extra), *(more[key] for key, _ in spread)])
    return Sheet("disclosure", matrix, 0, tuple(blocks))
