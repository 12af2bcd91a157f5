"""Notices for stories, built as offices write them: a heading, a table, a leading group."""

from collections.abc import Sequence

from docx import Document

from tests.papers.word import saved, table

HEAD = ("序号", "测评指标", "牵头部门", "责任部门", "完成时限")
ROWS = (
    ("1", "诉前调解案件成功率达到60%以上", "立案庭", "民事审判庭、商事审判庭", "2026年12月31日前"),
    ("2", "每年召开意识形态工作会议不少于2次", "政治部", "各部门", ""),
    ("3", "未发生重大安全责任事故", "", "办公室", ""),
    ("4", "执行信访案件办结率达到90%", "执行局", "综合治理科", ""),
    ("5", "开展普法宣传活动不少于12场", "综合治理科", "立案庭", ""),
)
TITLE = "某区人民法院关于印发《2026年重点工作任务清单》的通知"
NUMBER = "某法发〔2026〕3号"


def notice(
    rows: Sequence[Sequence[str]] = ROWS, *, title: str = TITLE, number: str = NUMBER, after: Sequence[str] = ()
) -> bytes:
    """A .docx with one table of indicators."""
    document = Document()
    for text in (title, number, "各部门：", "现将《2026年重点工作任务清单》印发给你们，请认真贯彻执行。"):
        document.add_paragraph(text)
    document.add_paragraph("2026年2月20日")
    document.add_paragraph("附件：2026年重点工作任务清单")
    table(document, [HEAD, *rows])
    for text in after:
        document.add_paragraph(text)
    return saved(document)
