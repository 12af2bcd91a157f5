"""Medical insurance: a card of its own for each task, words beside their values, areas between the cards."""

from docx.document import Document as Word
from docx.enum.text import WD_BREAK

from tests.documents.drawing import merge, rows_of, saved, table_of, word

NAME = "某市医疗保障局2026年重点工作任务卡.docx"
ROWS = """
一、全民参保
参保扩面|基本医疗保险参保人数稳定在312万人以上|待遇保障科|市税务局、各县（市、区）医保局|12月31日|副局长（分管待遇）
参保扩面|1.新生儿出生当年参保率达到98%；¶2.灵活就业人员参保净增1.2万人。|待遇保障科|市卫生健康委、市医保中心|11月30日|副局长（分管待遇）
困难群众|脱贫人口和低保对象参保率保持在99%以上，资助参保资金拨付率100%|待遇保障科|市民政局、市财政局|6月30日|副局长（分管待遇）
二、支付方式改革
病种付费|DIP付费医疗机构覆盖率100%，医保基金支付占比不低于90%|医药服务管理科|市医保中心|10月31日|副局长（分管医药）
病种付费|1.按床日付费的精神类机构不少于9家；¶2.门诊慢特病按人头付费试点县2个。|医药服务管理科|市医保中心、各县（市、区）医保局|10月31日|副局长（分管医药）
异地就医|住院费用跨省直接结算率由82%提高到90%|市医保中心|信息管理科|9月30日|副局长（分管医药）
异地就医|跨省联网定点医药机构新增260家|市医保中心||9月30日|副局长（分管医药）
三、药品和耗材
集中采购|落地国家和省级集采药品达到620种，医用耗材38类|医药价格和招标采购科|市药品采购中心|全年|副局长（分管价格）
集中采购|集采药品30日内回款率不低于95%|医药价格和招标采购科|各公立医院|每月|副局长（分管价格）
价格治理|开展口腔种植价格巡查不少于2轮，处置异常价格线索100%|医药价格和招标采购科|基金监管科|11月30日|副局长（分管价格）
四、基金监管
日常检查|定点医药机构现场检查全覆盖，抽查复查比例≥15%|基金监管科|市医保稽核中心、各县（市、区）医保局|12月31日|副局长（分管基金）
日常检查|追回违规资金2600万元以上|市医保稽核中心|基金监管科|12月31日|副局长（分管基金）
智能监控|1.事前提醒系统接入率：二级以上医院100%，一级医院不低于70%；¶2.药品追溯码采集上传率超过95%。|信息管理科|各定点医疗机构|8月31日|副局长（分管基金）
社会监督|举报线索15个工作日内办结率98%以上|基金监管科|办公室|全年|副局长（分管基金）
五、经办服务
服务下沉|乡镇（街道）经办服务站覆盖率100%，村级帮办点不少于1480个|市医保中心|各县（市、区）医保局|10月31日|局长
服务下沉|医保高频事项“全程网办”不低于九成|信息管理科|市医保中心|10月31日|局长
作风建设|12393热线接通率达到93%，群众满意度居全省前五名|办公室|各科室|12月31日|局长
"""
MEETING = """
会议时间|2026年2月4日
参加人员|局领导、各科室负责人，共26人
议定事项|原则同意任务卡，按程序印发
"""


def build() -> bytes:
    document = word("某市医疗保障局文件", "某医保发〔2026〕6号", "关于印发《某市医疗保障局2026年重点工作任务卡》的通知")
    document.add_paragraph("各县（市、区）医疗保障局，局机关各科室、局属各单位：")
    document.add_paragraph(
        "2025年全市基本医保参保311.4万人，基金当期结余4.2亿元。现将2026年任务卡印发给你们，一卡一档，销号管理。"
    )
    document.add_paragraph("某市医疗保障局\n2026年2月6日")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("某市医疗保障局2026年重点工作任务卡", style="Title")
    area, number = 0, 0
    for row in rows_of(ROWS):
        if len(row) == 1:
            area, number = area + 1, 0
            document.add_paragraph(row[0])
            continue
        number += 1
        _card(document, f"{area}-{number}", row)
        document.add_paragraph()
    document.add_paragraph("附：任务卡审议情况（局长办公会纪要摘录）")
    table_of(document, rows_of(MEETING))
    return saved(document)


def _card(document: Word, code: str, row: list[str]) -> None:
    """Four rows, words in the first and third column; the task is as wide as the three behind its word."""
    item, text, lead, others, due, leader = row
    cells = [["任务编号", code, "工作项目", item], ["目标任务", text, "", ""]]
    cells += [["牵头科室", lead, "配合单位", others], ["完成时限", due, "责任领导", leader]]
    merge(table_of(document, cells), 1, 1, 1, 3)
