"""Further ways to speak of reviews and lawsuits, and of documents and decisions."""

from __future__ import annotations

from tests.builders.wordings import W

DISPUTES_MORE = (
    W(
        "{y}年涉及政府信息公开的行政复议案件共{reviews}件（维持{r_upheld}件、纠正{r_corrected}件、其他{r_other_result}件、未审结{r_pending}件），行政诉讼案件共{lawsuits}件"
        "（维持{l_upheld}件、纠正{l_corrected}件、其他{l_other_result}件、未审结{l_pending}件）。",
        "cases > 0",
        "reviews lawsuits",
    ),
    W(
        "在行政复议方面，因信息公开被复议{reviews}件；在行政诉讼方面，因信息公开被诉{lawsuits}件，其中直接起诉{direct}件、经复议后起诉{later}件。",
        "cases > 0",
        "reviews lawsuits",
    ),
    W("本年度信息公开行政复议{reviews}件，无行政诉讼案件。", "reviews > 0 and lawsuits == 0", "reviews"),
    W(
        "有申请人不服{me}信息公开答复，向上级机关申请行政复议，全年共{reviews}件；法院受理的信息公开行政诉讼{lawsuits}件。另有行政处罚类复议案件{people}件，不在此列。",
        "cases > 0",
        "reviews lawsuits",
    ),
    W(
        "全年无信息公开行政复议案件，信息公开行政诉讼案件{lawsuits}件均系历史遗留事项引发。",
        "reviews == 0 and lawsuits > 0",
        "lawsuits",
    ),
    W("复议和诉讼情况：复议{reviews}件，诉讼{lawsuits}件。", "cases > 0", "reviews lawsuits"),
    W(
        "因政府信息公开提起的行政复议案件{reviews}件，已审结案件中未出现被撤销或者责令重新答复的情形。",
        "reviews > 0 and r_corrected == 0 and lawsuits == 0",
        "reviews",
    ),
)

NO_DISPUTES_MORE = (
    W("{y}年，{me}没有被提起信息公开行政复议和诉讼。", "cases == 0", "none"),
    W("申请人对答复结果满意，全年行政复议、行政诉讼零发生。", "cases == 0", "none"),
    W(
        "政府信息公开行政复议案件0件，行政诉讼案件0件。行政执法类复议案件{people}件，已在法治政府建设报告中反映。",
        "cases == 0",
        "",
    ),
    W("未收到以{body}为被申请人的信息公开行政复议案件，未收到信息公开行政诉讼应诉通知。", "cases == 0", "none"),
)

DOCUMENTS_MORE = (
    W(
        "{y}年{me}办理行政许可事项{licences}件，全部按时办结；实施行政处罚{penalties}件、行政强制{coercion}件，均附有决定文书。",
        "licences + penalties + coercion > 0 and layout == '2021'",
        "licences penalties coercion",
    ),
    W(
        "年内新制定行政规范性文件{norm_issued}件，截至年底现行有效{norm_force}件，已全部录入规章规范性文件数据库。",
        "layout == '2021'",
        "norm_issued norm_force",
    ),
    W(
        "共清理规范性文件，废止{norm_repealed}件，继续有效{norm_force}件。",
        "layout == '2021' and norm_repealed > 0",
        "norm_repealed norm_force",
    ),
    W("本年度作出行政许可处理决定{licences}件，行政处罚处理决定{penalties}件。", "licences > 0", "licences penalties"),
    W("本单位无规章制定权，{y}年未制发规章。", "reg_issued == 0 and reg_force == 0"),
    W("在公开文件方面，主动公开规范性文件解读{readings}篇，转发上级文件{n3}件，发布政策性文件{n2}件（非规范性文件）。"),
)
