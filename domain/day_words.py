"""Words beside the day of a meeting: its papers, its field, and titles, which say nothing of the day."""

from domain.patterns import pattern_of
from domain.reader.word_lists import any_of

QUOTED = pattern_of(r"《[^《》]*》|“[^“”]*”|「[^「」]*」|\"[^\"]*\"")
PAPER = any_of(
    "照片|纪要|材料|签到|附件|链接|截图|扫描件?|记录|稿|资料|视频|录像",
    "台账|系统|平台|表|单|文件|通知|通报|报告|简报|方案",
)
HARMLESS = pattern_of(PAPER)
# what a meeting on ideology is about, and the house that holds it
OURS = pattern_of(
    "意识|党组|专题|舆[情论]|网|媒体|账号|视频|直播|论坛|评论|报道|群|宣传|阵地|思想|形势|引导|责任|风险|文化|学习|精神"
    "|讲话|信息|公众号|教育|研判|安全|文件|三同步|统战|宗教|民族|政治"
)
# 研究人事任免: another meeting of the same people
OF_THE_HOUSE = pattern_of(
    "人事|任免|选任|晋升|职级|招录|招聘|经费|预算|决算|财务|采购|基建|装修|修缮|绩效|奖金|评优|评先|车辆|食堂|住房|工会|体检"
)


def is_of_the_house(topic: str) -> bool:
    """Staff, money, buildings: and no word of what such a meeting is about."""
    return bool(OF_THE_HOUSE.search(topic)) and not OURS.search(topic)
