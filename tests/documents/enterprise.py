"""A state enterprise: a sheet is an area; target and unit stand in columns of their own, nobody is said to lead."""

from itertools import pairwise

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.documents.drawing import fill, rows_of, saved

NAME = "某市建设投资集团2026年度经营业绩考核目标.xlsx"
HEAD = ["序号", "分类", "考核指标", "目标值", "计量单位", "权重", "责任部门", "分管领导"]
SHEETS = """
序号|分类|考核指标|目标值|计量单位|权重|责任部门|分管领导
经营效益
1|盈利能力|利润总额|≥3.6|亿元|15|财务管理部、各子公司|总会计师
2||净资产收益率|≥4.2|%|10|财务管理部、各子公司|总会计师
3||营业收入利润率|≥6.5|%|8|财务管理部、各子公司|总会计师
4|运营质量|资产负债率|≤64.5|%|10|财务管理部、投资发展部|总会计师
5||应收账款周转天数|≤90|天|5|财务管理部、法务合规部、各子公司|总会计师
6||全员劳动生产率|≥52|万元/人|6|人力资源部、各子公司|总经理
7||“两金”占流动资产比重|＜38|%|5|财务管理部、各子公司|总会计师
项目建设
1|重点工程|年度固定资产投资完成额|≥42|亿元|15|工程管理部、项目公司|副总经理
2||重大项目开工|≥6|个|5|工程管理部、项目公司、前期部|副总经理
3||保障性租赁住房竣工|1200|套|5|工程管理部、安居公司|副总经理
4||工程一次验收合格率|100|%|4|质量安全部、项目公司|副总经理
5|成本控制|概算超支项目数|0|个|4|成本合约部、项目公司|总经济师
6||招标采购节资率|≥5|%|3|成本合约部、采购中心|总经济师
改革创新
1|深化改革|压减法人户数|3|户|3|改革办、各子公司|总经理
2||经理层任期制和契约化签约率|100|%|3|人力资源部、各子公司|总经理
3||亏损企业治理完成率|≥80|%|4|改革办、财务管理部|总经理
4|科技创新|研发投入强度|≥2.1|%|4|科技信息部、设计公司|总工程师
5||新增授权专利|≥15|件|3|科技信息部、设计公司、建工公司|总工程师
6||数字化平台上线率|95|%|2|科技信息部、各部门、各子公司|总工程师
安全与党建
1|安全环保|较大及以上生产安全事故|0|起|否决项|质量安全部、各子公司|副总经理
2||隐患整改率|100|%|5|质量安全部、各子公司|副总经理
3||安全培训人均学时|≥24|学时|2|质量安全部、各子公司|副总经理
4|党的建设|党建考核等次|优秀|—|5|党群工作部、各党支部|党委副书记
5||发展党员计划完成率|100|%|2|党群工作部、各党支部|党委副书记
6||违规吃喝问题|0|起|3|纪检监察部、各部门、各子公司|纪委书记
"""


def build() -> bytes:
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "封面"
    fill(
        first,
        [["某市建设投资集团"], ["某建投〔2026〕3号"], ["某市建设投资集团2026年度经营业绩考核目标"], ["2026年1月15日"]],
    )
    sheet: Worksheet = first
    for row in rows_of(SHEETS)[1:]:
        if len(row) == 1:
            sheet = book.create_sheet(row[0])
            fill(sheet, [[f"{row[0]}类考核指标"], HEAD])
        else:
            sheet.append([float(cell) if cell.replace(".", "").isdigit() else cell or None for cell in row])
    for sheet in book.worksheets[1:]:
        _merge_class(sheet.max_row, sheet)
    return saved(book)


def _merge_class(last: int, sheet: Worksheet) -> None:
    filled = [row for row in range(3, last + 1) if sheet.cell(row, 2).value is not None]
    for start, end in pairwise([*filled, last + 1]):
        sheet.merge_cells(start_row=start, end_row=end - 1, start_column=2, end_column=2)
