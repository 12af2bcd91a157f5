"""A school district: a workbook with title rows, percent formats, dates, pinned notes and a hidden sheet of last year."""

from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment

from tests.documents.drawing import fill, rows_of, saved

NAME = "某县教育局2026年教育高质量发展考核指标.xlsx"
ROWS = """
一级指标|二级指标|三级指标|目标值|牵头股室|配合股室（单位）|完成时限
学前教育|普及普惠|学前三年毛入园率|0.925|学前教育股|发展规划股|2026-12-31
||普惠性幼儿园覆盖率|≥90%||发展规划股、财务股|2026-12-31
||公办园在园幼儿占比|0.6||各乡镇中心幼儿园|2026-12-31
|保教质量|无证幼儿园|0所|学前教育股|督导室|2026-06-30
||教师持证上岗率|1||人事股|2026-09-01
义务教育|控辍保学|九年义务教育巩固率|0.985|基础教育股|各中小学|2026-12-31
||适龄残疾儿童少年入学率|≥97%||县特殊教育学校|2026-12-31
|均衡发展|义务教育学校56人以上大班额|0个||发展规划股|2026-09-01
||集团化办学覆盖率|0.8|基础教育股|各教育集团|2026-12-31
||教师交流轮岗比例|不低于10%|人事股|各中小学|2026-08-31
|减负提质|课后服务参与率|≥95%|基础教育股|各中小学|2026-12-31
||学生体质健康测试优良率|0.52|体卫艺股|各中小学|2026-11-30
||儿童青少年总体近视率较上年下降|0.5个百分点||县教育服务中心|2026-12-31
普通高中与职业教育|高中提质|高考本科上线率|65%以上|基础教育股|县第一中学、县第二中学|2026-07-31
||县中托管帮扶结对学校|2所||县第一中学|2026-12-31
|产教融合|中职毕业生就业率|≥96%|职成教股|县职业教育中心|2026-12-31
||新增校企合作项目|3个||县职业教育中心|2026-10-31
||技能大赛省级以上获奖|不少于5项|||2026-12-31
队伍建设|师德师风|师德违规问题查处率|100%|人事股|监察室|2026-12-31
||教师全员培训学时|每人每年不少于72学时||县教师进修学校|2026-12-31
|骨干培养|新增市级以上骨干教师|20人|人事股|县教师进修学校|2026-12-31
校园安全|平安校园|一键式报警装置联网率|1|安全股|各中小学、各幼儿园|2026-06-30
||校园较大以上安全责任事故|不发生||各中小学、各幼儿园|2026-12-31
||食堂“互联网+明厨亮灶”覆盖率|1|体卫艺股|各学校食堂|2026-09-01
"""
LAST_YEAR = """
三级指标|2025年目标值|2025年完成值
学前三年毛入园率|91%|91.6%
普惠性幼儿园覆盖率|88%|89.2%
九年义务教育巩固率|98%|98.1%
"""


def build() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "考核指标"
    rows = rows_of(ROWS)
    typed: list[list[Any]] = [
        ["附件：某县教育局2026年教育高质量发展考核指标"],
        ["某县教发〔2026〕15号　2026年3月2日印发"],
        rows[0],
    ]
    typed += [[*row[:3], _value(row[3]), *row[4:6], date.fromisoformat(row[6])] for row in rows[1:]]
    fill(sheet, typed, merged=(0, 1, 4, 5), head=3)
    for row in sheet.iter_rows(min_row=4, min_col=4, max_col=4):
        if isinstance(row[0].value, float):
            row[0].number_format = "0.0%"
    sheet["D4"].comment = Comment("2025年完成值91.6%", "办公室")
    sheet["E4"].comment = Comment("数据由发展规划股提供", "办公室")
    hidden = book.create_sheet("2025年完成情况")
    fill(hidden, rows_of(LAST_YEAR))
    hidden.sheet_state = "hidden"
    return saved(book)


def _value(text: str) -> str | float:
    return float(text) if text.replace(".", "").isdigit() else text
