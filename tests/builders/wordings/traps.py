"""True sentences with numbers that mean something else: hot lines, letters, proposals, plans, last year's figures."""

from __future__ import annotations

from tests.builders.wordings import W

TRAPS = (
    W("全年办理12345政务服务便民热线工单{hotline}件，已全部办结，群众满意率98.6%。"),
    W("承办县人大代表建议{motions}件、县政协委员提案{proposals}件，均在规定时限内答复，面商率100%。"),
    W("收到领导信箱来信{letters}封，答复{letters}封，答复率达100%。"),
    W("{py}年度共收到政府信息公开申请{before}件，本年度公众申请的热点与上年基本一致。"),
    W("组织召开政务公开工作推进会{meetings}次，举办业务培训{courses}期，参训{trainees}人次。"),
    W("严格执行《{me}政务公开工作办法》（〔{y}〕{doc_no}号），对拟发布信息落实“三审三校”。"),
    W("网站互动栏目收到网民留言{consults}条，办结{consults}条，公开答复{n1}条。", "consults >= n1"),
    W("通过意见征集栏目开展意见征集{courses}次，收到意见{opinions}条，其中采纳{n2}条。", "opinions >= n2"),
    W("配备专兼职工作人员{people}名，在政务服务大厅设立信息公开受理点{people}个。"),
    W("办理信访投诉案件{complaints}起，已全部查处办结，相关结果依法告知投诉人。"),
    W("{ny}年计划公开重点领域信息500条以上，力争依申请公开答复规范率达到100%。"),
    W("自2008年以来，{me}历年累计主动公开政府信息{fans}条。"),
    W("全年未收到行政许可方面的听证申请，未发生重大负面舆情。"),
    W("开展网站错敏字排查{meetings}轮，发现问题{fixed}个，全部整改到位。"),
    W("政务新媒体关注人数{fans}人，全年阅读量{visits}万次。"),
    W("按照《条例》第二十七条、第三十三条规定，在20个工作日内答复申请人；确需延长的，延长不超过20个工作日。"),
    W("{y}年上半年，网站迁移至集约化平台，栏目由{columns}个精简为3个一级栏目。", "columns > 3"),
    W("召开新闻发布会{pressers}场，主要负责人出席解读政策{readings}次，刊发新闻稿件{n3}篇。"),
    W("对照基层政务公开标准化规范化26个试点领域，编制公开事项标准目录{columns}项。"),
    W("{me}作为复议机关之外的被监督单位，在上级组织的法治建设考评中得分{score}分。"),
    W("政府采购公告{n4}条、中标结果{n5}条在公共资源交易网同步发布。"),
    W("档案查阅窗口接待查档群众{visits}人次，提供档案{n6}卷。"),
    W("受理不动产登记申请{hotline}件，平均办理时间压缩至3个工作日。"),
    W("本年度收到表扬信{people}件，锦旗{people}面。"),
)
