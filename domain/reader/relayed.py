"""What somebody told who ought to know, where the writer stands by it: 庭长说没有，可以报; 内勤发我的：38件，照这个报.

By itself it stays hearsay.
"""

import re
from collections.abc import Collection

from domain.patterns import pattern_of

GAP = r"[\s,，。;；:：~～“”\"]"
WHO = (
    r"(?<![一-鿿])[一-鿿]{0,6}?(?:庭长|局长|主任|书记员?|领导|内勤|助理|统计员|管理员|会计|专员|联络员|负责人|小姑娘|小伙子?"
    r"|同事|同志|师傅|[小老][一-鿿])(?:那边|这边|他|她)?"
)
TOLD = pattern_of(
    rf"(?:(?:也|都|已经?|刚)*(?:问|找|请示)过?了?{WHO[len('(?<![一-鿿])') :]}了?{GAP}*)?"
    rf"{WHO}(?:刚|也|又|都|在?微信(?:里|上)?|电话里?)*(?:(?:发|传|报|给)(?:给|来|过来)?我?们?的?|说的?|讲的?|回(?:复|话)的?|告诉我们?)"
    rf"(?:原话|数据?|数字)?(?:就?是)?{GAP}*"
)
# 问了前任内勤，说是21年9月27号挂的OA: whom one asked for the day, and got it
ASKED_FOR = pattern_of(
    rf"(?:^|(?<={GAP}))(?:我|又|刚|特[地意]|专门|去|也|都)*(?:问|请教|找)(?:了|过|到)+(?:一?下)?(?![区市省外]|上级|高院|隔壁|兄弟|别)[^,，。;；:：\s0-9吗没未]{{2,10}}?了?{GAP}+"
    rf"(?:他们?|她|那边|对方|人家)?(?:也|都|跟我|和我|电话里)*(?:说|讲|答复|回复?|告诉我)了?的?(?:就?是)?{GAP}*"
    r"(?=(?:于|在)?(?:(?:20)?[0-9]{2}年|[0-9一二三四五六七八九十]{1,3}[月./-][0-9一二三四五六七八九十]))"
)
# the head of one's own house knows: 庭长批示：6月12日已印发; 转书记原话：“27个部门和团队，全部覆盖。”
ONE = (
    "(?:我们?|咱们?|本)?(?:[庭局院室处部]里?)?(?:专职|分管)?"
    "副?(?:[庭局院队处科部]长|主任|书记|政委|领导|头儿?)(?:他|她)?了?"
)
SAYS = (
    rf"(?:(?:就?[说讲]了?(?:是|的是)?|回复?了?|答复|批示|口径|原话|语音(?:我(?:也)?听了)?"
    rf"|递了?张?纸条(?:出?来)?(?:{GAP}*上面写)?){GAP}*)+"
)
SIGNED = r"(?:\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"  # 书记 15:42, above what was forwarded
HEAD = pattern_of(
    rf"^[【\[]?(?:帮忙|帮)?(?:转发?|请示过?|问过?)?[:：↓\s>]*{ONE}[】\]]?{SIGNED}{GAP}*"
    rf"(?:(?:他|她|上面)?(?:在[^,，。;；]{{1,4}})?{GAP}*{SAYS}(?:[“\"「]|(?![按照先就让要叫别把不]|大概|好像|可能|应该|差不多))"
    rf"|(?<=[:：\]】])\s*[“\"「]?|(?<=[0-9])[\s>]+|(?=[^,，。;；]{{0,14}}?(?:[0-9]{{1,2}}[.月]|[一二三四五六七八九十]{{1,2}}月)))"
    rf"(?:是(?=[0-9一二三四五六七八九十]))?"
)
ALL_OF_IT = pattern_of(r"^[“「\"](?P<said>[^“”「」\"]*[0-9一二三四五六七八九十全都没无][^“”「」\"]*)[”」\"][。!！\s]*$")
CLOSED = pattern_of(r"[”\"」](?=$|[。!！\s])")
# a table is nobody's word
READ_OFF = pattern_of(
    rf"(?:^|(?<={GAP}))[一-鿿]{{0,8}}?(?:截图|表格|报表|台账|系统|后台|平台|小程序|学习网)(?:里|上|中)?(?:写|显示|记|登记|查到|导出|看到|(?:导|拉|跑|查|统计)出来(?=[一-鿿]))(?:来|着)?(?:的(?:就?是)?{GAP}*(?=[一-鿿0-9])"
    rf"|(?:就?是)?{GAP}*(?=[0-9])|(?<=出来)(?:就?是)?(?=[一-鿿]))"
)
ENTER = r"(?:就?[照按]着?(?:这个?|他|她|此)?[^,，。;；\s0-9]{0,2}|就)(?:填|报|记|登|录)(?:这个|上|了)?"
SEEN = r"(?:我(?:也|又|自己|亲自|刚)*[^,，。;；\s]{0,6}?(?:看|核|查|对)(?:过了?|了)[一遍下]*)"
BACKED = pattern_of(rf"(?<!{GAP}){GAP}+(?:可以[上填]?报|{ENTER})(?:吧|了|哈|即可|就行|就好|的)*[。!！~～]*$")
CONFIRMED = pattern_of(
    rf"(?<!{GAP}){GAP}+{SEEN}{GAP}*(?=确实|就是|没错|是对的|无误|属实)(?:(?:没错|是对的|无误|属实)[的了]?[。!！]*$)?"
)
FIGURE = pattern_of("[0-9]")
OF_ANOTHER = pattern_of(r"[去前上往]年|上[个次]|以前|之前|同期|目标|[别其]他?的|兄弟|全[市院]")


def without_source(text: str, others: Collection[str]) -> str:
    """`others` are the names of other departments: what one of them tells is its own."""
    text = ALL_OF_IT.sub(r"\g<said>", text)
    text = ASKED_FOR.sub(lambda match: _unless_of(others, match), text, count=1)
    if (bare := HEAD.sub(lambda match: _unless_of(others, match), text)) != text:
        text = CLOSED.sub("", bare, count=1)
    if not BACKED.search(text) and not CONFIRMED.search(text):
        return READ_OFF.sub(lambda match: _unless_of(others, match), text, count=1)
    text = CONFIRMED.sub("，", BACKED.sub("", text))
    return TOLD.sub(lambda match: _unless_of(others, match), text, count=1)


def _unless_of(others: Collection[str], told: "re.Match[str]") -> str:
    """Nor where a figure stands before it: what a table shows beside that may well be another one."""
    if FIGURE.search(told.string[: told.start()]):
        return told.group()
    is_of_another = OF_ANOTHER.search(told.group()) or any(name and name in told.group() for name in others)
    return told.group() if is_of_another else ""
