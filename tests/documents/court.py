"""A court: measures below bracket titles, 责任部门 on a line below each; demands on everybody behind."""

from docx.enum.text import WD_BREAK

from tests.documents.drawing import rows_of, saved, table_of, word

NAME = "某市中级人民法院2026年“公正与效率”重点任务清单.docx"
ROWS = """
一、提升审判质效
【质量指标】
一审案件改判发回重审率控制在1.8%以内，生效案件改判率不高于0.6‰。|审判管理办公室|各审判业务庭
再审审查案件平均审查天数不超过50天。|审判监督庭|立案庭
裁判文书上网前校核率100%，文书差错率低于0.3%。|审判管理办公室|各审判业务庭、各基层人民法院
【效率指标】
法定审限内结案率达到99%以上，平均结案时间压缩至58天以内。|审判管理办公室|各审判业务庭
长期未结诉讼案件清理率100%，其中三年以上未结案件清零。|审判管理办公室|民事审判第一庭、民事审判第二庭
小额诉讼程序适用率由21%提高到30%。|民事审判第一庭|各基层人民法院
二、切实解决执行难
【执行攻坚】
首次执行案件执行完毕率不低于38%，执行到位率达到50%。|执行局|各基层人民法院
涉民生案件集中执行行动全年不少于4次，每季度不少于1次。|执行局|司法警察支队
终本案件合格率100%。|执行局|审判管理办公室
【执行规范】
案款30日内发放率达99%以上，超期未发放案款动态清零。|执行局|司法行政装备管理处
网络司法拍卖成交率≥65%，溢价率≥20%。|执行局|技术室
三、诉源治理和诉讼服务
【多元解纷】
诉前调解成功分流率不低于30%，万人成讼率同比下降5%。|立案庭|各基层人民法院
设立金融、物业、家事类型化调解工作室9个，入驻专职调解员20名以上。|立案庭|民事审判第三庭、市司法局
【诉讼服务】
网上立案率达到75%，网上立案审核不超过1个工作日。|立案庭|技术室
电子送达适用率不低于85%；上诉案件卷宗移送平均用时压缩到20天以下。|立案庭|各基层人民法院
12368热线工单按期办结率100%，满意率98%以上。|立案庭|
四、服务高质量发展
【营商环境】
破产案件平均审理周期缩短至180天以内，简易破产程序适用率60%以上。|清算与破产审判庭|民事审判第二庭
发布知识产权典型案例不少于10件，巡回审判不少于12场次。||知识产权审判庭、新闻宣传处
行政机关负责人出庭应诉率100%，发送司法建议25份，回复率达到95%。|行政审判庭|研究室
五、加强队伍建设
全员政治轮训覆盖率100%，人均脱产培训不少于5天。|政治部|各部门
干警违纪违法案件零发生，“三个规定”月报告率100%。|督察室|各部门、各基层人民法院
法官助理、书记员业务考核优良率达到九成以上。|政治部|审判管理办公室
"""
DEMANDS = """
（一）压实责任。各部门主要负责人为第一责任人，任务逾期未完成超过15天的，由督察室约谈。
（二）加强调度。审判管理办公室每月5日前通报指标，每季度召开1次审判运行态势分析会。
（三）强化考核。清单完成情况占部门绩效考核权重30%，得分低于80分的不得评先。
"""


def build() -> bytes:
    document = word("某市中级人民法院文件", "某中法发〔2026〕11号")
    document.add_paragraph("某市中级人民法院关于印发《2026年“公正与效率”重点任务清单》的通知")
    document.add_paragraph("各基层人民法院，本院各部门：")
    document.add_paragraph(
        "2025年，全市法院受理案件18.6万件，结案率97.2%。为实现“公正与效率”，特制定本清单，请结合实际认真落实。"
    )
    document.add_paragraph("某市中级人民法院\n2026年2月25日")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("某市中级人民法院2026年“公正与效率”重点任务清单", style="Title")
    number = 0
    for row in rows_of(ROWS):
        if len(row) == 1 and row[0].startswith("【"):
            document.add_paragraph(row[0]).runs[0].bold = True
        elif len(row) == 1:
            document.add_heading(row[0], 1)
        else:
            number += 1
            text, lead, others = row
            document.add_paragraph(f"{number}. {text}")
            acting = "责任部门：" + "、".join(filter(None, (lead and f"{lead}（牵头）", others)))
            document.add_paragraph(f"{acting}　　完成时间：2026年12月20日前")
    document.add_heading("六、工作要求", 1)
    for row in rows_of(DEMANDS):
        document.add_paragraph(row[0])
    document.add_paragraph("附：2025年主要审判执行指标")
    table_of(
        document, [["指标", "2025年", "全省排名"], ["法定审限内结案率", "98.7%", "5"], ["执行到位率", "46.9%", "8"]]
    )
    document.add_paragraph("某市中级人民法院办公室　　　　　　　　2026年2月25日印发")
    return saved(document)
