"""A procuratorate: HTML saved from Word, paragraphs in every cell, columns and rows merged."""

import re

from tests.documents.drawing import html_rows, rows_of

NAME = "某市人民检察院2026年检察业务质效管理指标.htm"
ROWS = """
序号|业务条线|项目|管理指标|牵头部门|责任部门
1|刑事检察|捕诉质效|不捕复议复核后改变率低于2%|第一检察部|第二检察部、第三检察部
2|||捕后不诉率控制在8%以下|第一检察部|第二检察部、第三检察部
3|||无罪判决0件|第二检察部|各刑事检察部门
4||认罪认罚|认罪认罚适用率≥85%，量刑建议采纳率≥95%|第一检察部|各刑事检察部门
5||诉讼监督|监督立案、撤案数不少于60件|第二检察部|侦查监督与协作配合办公室
6|||抗诉改变率达到70%以上|第二检察部|第三检察部
7|民事行政检察|民事检察|再审检察建议采纳率90%以上|第五检察部|/
8|||虚假诉讼监督案件12件|第五检察部|第二检察部
9||行政检察|行政争议实质性化解率60%|第六检察部|/
10|||行政违法行为监督建议采纳率不低于95%|第六检察部|/
"""
MORE = """
序号|业务条线|项目|管理指标|牵头部门|责任部门
11|公益诉讼检察|办案规模|公益诉讼立案不少于150件|第七检察部|各县区院
12|||提起诉讼占比≥5%|第七检察部|各县区院
13||办案质量|诉前整改率97%以上，回访率100%|第七检察部|案件管理办公室
14|未成年人检察|司法保护|附条件不起诉率30%以上|第八检察部|各县区院
15|||法治副校长授课每学期不少于1次|第八检察部|法律政策研究室
16|案件管理与队伍|案件管理|流程监控每日巡查，超期办案零发生|案件管理办公室|各业务部门
17|||案件质量评查比例不低于5%|案件管理办公室|各业务部门
18||队伍建设|检察官年度培训不少于40学时|政治部|各部门
19|||入额院领导办案占比≥检察官平均办案量的30%|政治部|案件管理办公室
20|||干警违纪违法0人次|检务督察部|机关党委、各部门
"""
PAGE = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="gb2312"><title></title></head>
<body lang=ZH-CN><div class=Section1>
<p class=MsoNormal align=center><span style='font-size:22pt'>某市人民检察院文件</span></p>
<p class=MsoNormal align=center>某检发〔2026〕5号</p>
<p class=MsoNormal>各县区人民检察院，本院各内设机构：</p>
<p class=MsoNormal>&nbsp;&nbsp;现将《某市人民检察院2026年检察业务质效管理指标》印发给你们，2024年11月1日下发的指标停止使用。</p>
<p class=MsoNormal align=right>某市人民检察院</p><p class=MsoNormal align=right>2026年2月5日</p>
<p class=MsoTitle>某市人民检察院2026年检察业务质效管理指标</p>
<table class=MsoTableGrid border=1>{one}</table>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<table class=MsoTableGrid border=1>{two}</table>
<p class=MsoNormal>附件2：2026年业务数据通报安排（每季度首月15日前通报）</p>
</div></body></html>"""


def build() -> bytes:
    one, two = (
        re.sub(r"(<td[^>]*>)(.*?)</td>", _word, html_rows(rows_of(text), merged=(1, 2))) for text in (ROWS, MORE)
    )
    return PAGE.format(one=one, two=two).encode("gb18030")


def _word(cell: re.Match[str]) -> str:
    return f"{cell[1]}<p class=MsoNormal><span lang=EN-US>{cell[2]}</span></p></td>"
