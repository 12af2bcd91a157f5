"""What a column means, by the words at its head: 牵头单位, 测评指标, 完成时限 …; never by its place."""

import re
from typing import Literal

from catalogue.reading.labels import label

Meaning = Literal[
    "serial",  # 序号
    "group",  # areas, items, tasks: whatever rows are gathered under
    "text",  # what is demanded
    "target",
    "measure",  # unit of the target
    "lead",
    "responsible",
    "shared",  # lead and responsible in one cell
    "mark",  # a department as a head, and ● or ○ below it
    "deadline",
    "cycle",
    "points",
    "notes",
    "person",  # 分管领导, 责任人, 电话: read by nobody
    "result",  # 完成情况: filled in later
]

_MEANINGS: tuple[tuple[Meaning, str], ...] = (
    (
        "person",
        r"领导$|分管.*(?:领导|院长|局长|校长)|责任人|负责人|联系人|联络员|姓名|职务|电话|手机|签[字名收到]|经办人",
    ),
    (
        "shared",
        r"牵头(?:[/／、和及与（(]|\s)*(?:责任|配合|协办|参与|承办)|责任分工|分工$|任务分工|主(?:办|责).{0,3}协办|职责分工",
    ),
    (
        "lead",
        r"牵头|主[办责](?:单位|部门|科室|处室|机构)?$|第一责任(?:单位|部门)?|主责|主管(?:单位|部门|科室|处室)|主要责任|总?负责(?:单位|部门|科室|处室)|归口",
    ),
    (
        "responsible",
        r"(?:责任|配合|协办|协同|协助|参与|参加|承办|落实|实施|执行|相关|成员|承担|完成|支持|会办|牵办)"
        r"(?:主体|企业|单位|部门|科室|处室|机构|院系|庭室|股室|站所|学校)|协办|配合$|责任$|责任方$|责任主体"
        r"|(?:单位|部门|科室|处室|庭室)(?:名称)?$",
    ),
    ("deadline", r"时限|期限|完成时间|时间(?:节点|要求|安排|进度)|进度(?:要求|安排)|截止|何时|^时间$|完成日期|节点"),
    ("cycle", r"周期|频[次率]|报送(?:时间|要求|方式)|填报|监测(?:周期|频)|考核时间"),
    ("points", r"分值|权重|得分|满分|赋分|标准分|分数|^分$|扣分|加分"),
    (
        "result",
        r"^完成$|^实绩$|完成情况|落实情况|完成值|实际(?:值|完成)|进展|自评|评估结果|是否完成|上年|去年|基[期准]值|历史值|同期|现状|当前值|\d{4}年(?:完成|实际|实绩)",
    ),
    (
        "target",
        r"(?:目标|指标|标准|考核|年度|计划|达标|期望|约束|要求|合格|评价|任务)(?:数?值|量|数)$|目标$|阈值|参考值|警戒值|控制[数值线]|目标[（(]"
        r"|达标(?:要求|线|标准)|年度(?:目标|指标|任务|计划)|[0-9]{4}年(?:度)?(?:目标|指标|计划|任务)|指标要求|量化(?:目标|指标|标准)",
    ),
    ("measure", r"^(?:计量|指标|数据)?单位$|量纲"),
    (
        "notes",
        r"第?[一二三四1-4]季度|^\d{1,2}月份?$|^[上下]半年|序时|备注|说明|依据|来源|附注|佐证|证明|材料|成果(?:形式)?|印证|计算(?:方法|公式|口径)|口径|评分(?:办法|标准|方法|细则)|考核(?:办法|方法|方式|评分)|评价(?:办法|方法|方式)|检查(?:方法|方式)|数据(?:来源|口径|说明)|(?:解释|内涵|定义)$",
    ),
    ("serial", r"^序号$|^编号$|^序$|^号$|^No\.?$|^代码$|指标(?:编号|代码)|^项次$"),
    (
        "text",
        r"(?:测评|考核|评价|监测|绩效|工作|考评|三级|四级|具体|创建|量化|任务|建设|主要|核心|关键|质量|评估)?指标(?:名称|内容|项|描述)?$"
        r"|(?:工作|具体|任务|主要|目标|建设|考核|测评|评价|创建|整改|服务|质量|指标|完成|重点)?(?:要求|标准|内容|举措|措施|要点|内涵|事项|清单|做法|描述)$"
        r"|(?:工作|具体|年度|主要|细化)(?:任务|目标|举措|措施|项目)$|目标任务|任务(?:描述|目标)|做什么|观测点|主要观测点|评价要素|考核点|采集点|整改措施|问题描述",
    ),
    (
        "group",
        r"领域|条线|类[别型]|板块|维度|方面|模块|一级|二级|项目(?:名称|内容|领域)?$|任务(?:名称|类别|领域)?$|专项|工程$|行动$|重点(?:任务|工作|领域)?|主题|目标(?:任务)?$|分类|大项|小项|要素"
        r"|工作$|指标类|工作(?:任务|项目|名称|类别)|内容$|事项名称|章节|层面|体系",
    ),
)
_NOT_DEPARTMENTS = re.compile(r"^(?:计量|指标|数据)?单位$")
_ASIDE = re.compile(r"[（(][^（）()]*[)）]")


def meaning(head: str) -> Meaning | None:
    """Of the words at the head of a column; None where they are no such words."""
    bare = re.sub(r"\s+", "", head)
    numbered, _ = label(bare)
    if not bare or len(bare) > LONGEST or (numbered is not None and numbered.level in ("part", "area", "item")):
        return None
    plain = _ASIDE.sub("", bare) or bare
    if _NOT_DEPARTMENTS.search(plain):
        return "measure"
    return next((found for found, words in _MEANINGS if re.search(words, plain)), None)


LONGEST = 24  # signs of a head; what is longer is text
