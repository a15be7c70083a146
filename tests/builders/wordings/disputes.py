"""What reports say of administrative reviews and lawsuits."""

from __future__ import annotations

from tests.builders.wordings import W

DISPUTES = (
    W("{y}年，因政府信息公开引起的行政复议{reviews}件，行政诉讼{lawsuits}件。", "cases > 0", "reviews lawsuits"),
    W(
        "全年发生政府信息公开类行政复议案件{reviews}件，其中结果维持{r_upheld}件、结果纠正{r_corrected}件、其他结果{r_other_result}件、尚未审结{r_pending}件；"
        "发生行政诉讼案件{lawsuits}件。",
        "reviews > 0",
        "reviews lawsuits",
    ),
    W(
        "因政府信息公开工作引发行政争议{cases}件，其中被申请行政复议{reviews}件，被提起行政诉讼{lawsuits}件（未经复议直接起诉{direct}件，复议后起诉{later}件）。",
        "cases > 0",
        "reviews lawsuits",
    ),
    W(
        "{me}全年办理涉及信息公开的复议案件{reviews}宗、应诉案件{lawsuits}宗，案件办理均做到按时举证、依法答辩。",
        "cases > 0",
        "reviews lawsuits",
    ),
    W(
        "政府信息公开行政复议{reviews}起，复议机关均维持{me}的原答复；没有发生行政诉讼。",
        "reviews > 0 and lawsuits == 0 and r_upheld == reviews",
        "reviews",
    ),
    W("未发生因政府信息公开引起的行政复议；行政诉讼{lawsuits}件。", "reviews == 0 and lawsuits > 0", "lawsuits"),
    W(
        "因不服政府信息公开答复申请行政复议的{reviews}件，向人民法院提起诉讼的{lawsuits}件，上述案件中尚未审结的共{open}件。",
        "cases > 0 and r_pending + l_pending > 0",
        "reviews lawsuits",
    ),
    W(
        "本年度政府信息公开行政复议案件数为{reviews}件，政府信息公开行政诉讼案件数为{lawsuits}件，无因信息公开被判决败诉的案件。",
        "cases > 0 and l_corrected == 0",
        "reviews lawsuits",
    ),
)

NO_DISPUTES = (
    W("{y}年，{me}未发生因政府信息公开工作引起的行政复议、行政诉讼。", "cases == 0", "none"),
    W("全年没有因信息公开被申请行政复议或者被提起行政诉讼的情况。", "cases == 0", "none"),
    W("本年度政府信息公开行政复议0件、行政诉讼0件。", "cases == 0", "none"),
    W("{y}年无针对{me}的政府信息公开行政复议和行政诉讼案件。", "cases == 0", "none"),
    W("报告年度内，公众对{me}信息公开工作未提出行政复议申请，也未向法院提起行政诉讼。", "cases == 0", ""),
    W("因政府信息公开申请行政复议、提起行政诉讼的情况：无。", "cases == 0", "none"),
    W("未产生与政府信息公开有关的复议、诉讼及申诉。", "cases == 0", ""),
)
