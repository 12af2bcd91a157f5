"""Meteorology: the table begins in the second column; three levels, formulas of reckoning, two in a cell."""

from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment

from tests.documents.drawing import rows_of, saved, spans

NAME = "某市气象局2026年综合考评指标.xlsx"
ROWS = """
一级指标|二级指标|三级指标|指标值|权重|计算方法|数据来源|考核方式|牵头处室|配合处室
监测预报|预报准确率|24小时晴雨预报准确率¶24小时最高气温预报准确率|≥88.5%¶≥82%|6|预报正确站次÷总站次×100%|预报检验系统|系统自动|观测与预报处|市气象台
||24小时暴雨预报TS评分较近三年平均提高|≥5%|4|按检验办法评分|预报检验系统|系统自动|观测与预报处|市气象台
||强对流预警提前量|≥45分钟|4|发布时刻至发生时刻|预警平台|系统自动|市气象台|观测与预报处
|观测质量|国家站数据可用率|≥99.6%|4|可用时次÷应到时次×100%|综合观测平台|系统自动|市探测中心|观测与预报处
||天气雷达单站可用性|≥98%|3|同国家站|综合观测平台|系统自动|市探测中心|观测与预报处
||区域站故障平均修复时间|≤36小时|3|维修时长合计÷次数|维修工单|日常抽查|市探测中心|各县（市）气象局
|站网建设|新建改建区域气象站|35个|3|验收数|验收报告|年终核查|计划财务处|市探测中心
|||||||||
防灾减灾|预警服务|预警信息公众覆盖率|≥97%|4|抽样调查|第三方调查|第三方|减灾处|市预警中心
||预警发布用时|≤5分钟|3|签发至发出|预警平台|系统自动|市预警中心|减灾处
||红色预警“叫应”落实率|100%|4|叫应次数÷应叫应次数×100%|叫应台账|日常抽查|减灾处|各县（市）气象局
|人工影响天气|飞机作业架次|不少于40架次|3|实际架次|作业系统|系统自动|市人工影响天气中心|减灾处
||地面作业安全事故|0起|3|发生即不得分|事故报告|一票否决|市人工影响天气中心|减灾处
|气象科普|科普活动¶科普受众|每年不少于50场¶≥12万人次|2|活动记录|科普台账|年终核查|市气象学会|办公室
服务民生|公众服务|公众气象服务满意度|≥92分|4|抽样调查|国家统计调查|第三方|减灾处|市气象服务中心
||满意度全省位次|前3名|2|省局通报|省局通报|年终核查|减灾处|市气象服务中心
|行业服务|农业气象直通式服务覆盖面|≥95%|3|服务主体数÷在册主体数×100%|服务系统|日常抽查|市农业气象中心|各县（市）气象局
||风电光伏功率预报用户数较上年增长|20%以上|2|合同数|合同|年终核查|市气象服务中心|科技处
管理与党建|法治与安全|防雷安全检查|全年600家次，其中易燃易爆场所不少于200家次|4|检查单|执法系统|系统自动|政策法规处|市防雷中心
||探测环境保护达标率|100%|3|达标站数÷总站数×100%|年度评估|年终核查|政策法规处|各县（市）气象局
|科技人才|省部级以上科研立项|3—5项|2|立项文件|科研系统|年终核查|科技处|市气象科学研究所
||高级职称人员占比|达到28%|2|高级职称人数÷在编人数×100%|人事系统|年终核查|人事处|/
|财务管理|预算执行率|6月底≥50%，12月底≥95%|3|支出÷预算×100%|财务系统|系统自动|计划财务处|各预算单位
|党的建设|党建考核等次|“好”等次|3|市直工委评定|考核通报|年终核查|机关党委|各党支部
||廉政问题通报件数|0件|2|通报文件|纪检组|一票否决|党组纪检组|各处室
"""


def build() -> bytes:
    """Row 8 is an empty one, hidden; the total stands in a row of its own."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "2026"
    sheet["B1"] = "某气发〔2026〕9号"
    sheet["B2"] = "某市气象局2026年综合考评指标"
    sheet["K3"] = "2026年3月13日"
    sheet.merge_cells("B2:K2")
    rows = rows_of(ROWS)
    typed: list[list[Any]] = [[*row[:4], int(row[4]) if row[4].isdigit() else row[4], *row[5:]] for row in rows]
    for number, row in enumerate(typed, 5):
        for column, value in enumerate(row, 2):
            if value != "":
                cell = sheet.cell(number, column, value)
                cell.alignment = Alignment(wrap_text=True, vertical="center")
    for column in (0, 1):
        for start, end in spans(rows, column, 1):
            sheet.merge_cells(start_row=start + 5, end_row=end + 5, start_column=column + 2, end_column=column + 2)
    empty = next(number for number, row in enumerate(rows, 5) if not any(row))
    sheet.row_dimensions[empty].hidden = True
    last = len(rows) + 5
    sheet.cell(last, 2, "合计")
    sheet.cell(last, 6, f"=SUM(F6:F{last - 1})")
    sheet.cell(last + 1, 2, "备注：得分低于80分的单位不得评优；同一事项不重复计分。")
    return saved(book)
