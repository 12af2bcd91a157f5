"""What somebody wants who writes no answer that can be recorded."""

import re
from collections.abc import Iterable

from domain.reader import words
from domain.reader.asked import Intent

US = r"(?:我们?[庭局院室处部科队组]?|本[庭局院室处部科队组]|咱们?[庭局室处部]?|这边)"
SIGNS = r"[\s,;。.、!?:~—…·\-()（）\"'“”\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F\u200D]*"
CANCEL = re.compile(
    r"^(?:请|麻烦|帮忙|我要|申请|把)?(?:[^0-9]{0,12})?(?:撤回|撤销|撤了|作废|撤掉|收回)(?!的|率|案"
    r"|件[0-9])|^取消(?!的)[^0-9]{0,10}$|(?:不算|不作数|当没[发报说])"
)
EXTENSION = re.compile(
    r"延期|延长|宽限|宽延|展期|顺延|推迟|延后|缓(?:几|两|一|报|交|缓|到)|延(?:几|两|三|到|至|一)|晚(?:几"
    r"|两|一|三|点|些)(?:天|日|周|点|下|些)?(?:再)?(?:报|交|行|可以|好|吗|填|给|$|[,。?])|(?:再"
    r"|多)给.{0,6}(?:时间|天|日)|(?:放|拖)到.{1,8}(?:行|可|报|交)"
)
OURS_NOT = re.compile(
    rf"(?:不|没)(?:是|归|属于?|由|该|应该?|应当)(?:{US})?.{{0,6}}(?:负责|管|职责|牵头|范围|业务|的事|的活"
    rf"|报|填|口子|职能|分工)|(?:不是|不属于?|不归|并非){US}"
    rf"|(?:跟|与|和)?{US}(?:无关|没有?关系|没有?关联|不相干|不搭界)|{US}(?:不|没有?)(?:负责|管|承担|牵头"
    rf"|主管)(?:这|此|该)?|(?:发|派|分|交办|转|找)错(?:了|部门|人|对象)"
    r"|(?:请|建议|应|麻烦|烦请)?(?:转给|转交|转到|转办|改派|移交)(?!的).{0,12}|(?:应该?|应当|要|得|请"
    r"|需)?(?:由|归|找|问|是).{2,10}(?:庭|局|室|部|处|队|组|委)(?:去|来)?(?:负责|牵头|报|管|填|办理|统计"
    r"|那边|的(?:事|活|职责|业务))"
)
QUESTION = words.QUESTION
WHEN = (
    r"(?:今天|今晚|今早|今日|明[天日早晚]|后天|大后天|下午|上午|中午|晚上|下班前|下个?周|[本这]周"
    r"|周[一二三四五六日末]|星期.|月底|月末|年底|季末|[0-9一二三四五六七八九十]+[日号]"
    r"|[0-9两一二三四五六七八九十]+个?(?:工作日|天|小时|周)(?:之?内|后)|节后|马上|尽快|抓紧|稍后|稍晚|晚些"
    r"|晚点|待会|一会儿?|等会儿?|回头|过[几两]天|近期|近日|过会|随后|下月|月初|开完会|会后)"
)
ACT = (
    r"(?:[上填补再]?报|交|发|填|给|送|完成|弄|补|提供|反馈|回复|搞定|办好|办结|办|统计|整理|处理|落实|搞"
    r"|开|做|上传|提交|给到|能出|出来)"
)
WILL = re.compile(
    rf"{WHEN}[^0-9?？]{{0,12}}{ACT}|(?:会|将|争取|力争|保证|计划|打算|准备|预计|拟)(?:在|于"
    rf"|到)?.{{0,3}}{WHEN}|(?:正在|还在|在)(?:统计|整理|汇总|核对|弄|准备|核实).{{0,10}}{WHEN}"
)
NOT_DONE = re.compile(
    r"(?:还|尚|暂|仍)(?:没有?|未|在)(?!涉及|发生|收到)|没(?:有)?(?:弄|做|办|统计|填|报|交|完成|来得及|时间"
    r"|空|开|出来|整理|落实|搞|顾上)|未(?:完成|填报|报送|统计|办理|落实|开展|召开|报|能)|来不及|正在(?:办"
    r"|做|统计|整理|填|汇总|核|弄|准备|推进|落实)|没数|没有数据|数据没出|系统(?:打不开|坏|崩|登不上)"
    r"|等(?:着|.{0,8}(?:出|给|反馈|统计|数据))"
)
DONE = re.compile(
    r"(?:已经?|都|早就?|全部?|刚)(?:在.{0,8})?(?:[上填补]?报|交|办|完成|做|弄|上传|提交|落实|发|填写|报送"
    r"|处理|办理|办结|搞定|整改|开|给)(?:了|过|好|完|毕|送|给|到|上去|掉)?|(?:弄|做|办|搞|填|报|交"
    r"|处理)(?:好|完|定|妥)了?|完成了|搞定|办结|报了|交了|填了|发了|开了|OK了|办妥"
)
THANKS = (
    r"(?:好的?|好嘞|好滴|收到|知道了?|明白了?|清楚了?|了解了?|谢谢[您你]?|感谢|多谢|嗯+|行|可以|没问题"
    r"|遵照执行|照办|已阅|阅|[Oo][Kk]|ok|okay|1|辛苦了?|辛苦|[您你]们?|领导|老师|主任|了|的|哈+|啦|哦|噢"
    r"|喔|是的?|对|马上办|立即办|一定|按要求办理|按时报送|会按时报的?|我会的?|放心|提醒|通知|的通知|消息"
    r"|安排|同意|赞|点赞|嘞|呢|呀|啊|吧|好|感谢提醒|谢谢提醒|知悉|已知悉|看到了|看见了|照做|太好了|棒|大家"
    r"|好评|先|会|我们?)"
)
ACKNOWLEDGED = re.compile(rf"^{SIGNS}(?:{THANKS}{SIGNS})+$")
ONLY_SIGNS = re.compile(rf"^{SIGNS}$")
SMALL_TALK = re.compile(
    r"天气|吃饭|吃了|下雨|周末愉快|新年|快乐|早上好|下午好|晚上好|中午好|早安|晚安|在吗|在不在|在么|你是谁"
    r"|机器人|哈喽|hello|hi\b|午饭|聚餐|开会地点|食堂|停车|电脑|打印机|请假|快递|会议室|电话号码|生日|球"
    r"|股票|笑话|段子|聊|^[您你]们?好[!。]?$|微信|怎么称呼"
)
NOT_APPLICABLE = re.compile(
    r"不涉及|不适用|无此(?:类|项)|没有?(?:此|这|该|相关)(?:类|种|项)|无(?:相关|该类|这类)|(?:没有?|无|未"
    r"|没)(?:收到?|受理|办理|发生|开展|新收|涉及)(?:过)?(?:此|这|该|相关|任何|涉)"
)


def of(text: str, others: Iterable[str] = ()) -> tuple[Intent, str | None]:
    """The intent of a `clean` text, and the department that is named in it, where one is."""
    bare = text.strip()
    named = department(bare, others)
    asks = bool(re.search(r"[?？]|吗|是不是|多少|怎么|什么|哪", bare))
    for intent, pattern in IN_ORDER:
        if intent == "not-ours" and asks and not OURS_NOT.search(bare):
            continue
        if pattern.search(bare):
            return intent, named
    return "unclear", None


def department(text: str, others: Iterable[str]) -> str | None:
    """The other department that is named; None where several are, or none."""
    found = {name for name in others if name in text}
    longest = {name for name in found if not any(name != other and name in other for other in found)}
    return longest.pop() if len(longest) == 1 else None


IN_ORDER: tuple[tuple[Intent, "re.Pattern[str]"], ...] = (
    ("unclear", ONLY_SIGNS),
    ("acknowledgement", ACKNOWLEDGED),
    ("cancel", CANCEL),
    ("extension", EXTENSION),
    ("not-ours", OURS_NOT),
    ("off-topic", SMALL_TALK),
    ("question", QUESTION),
    ("will-do-by", WILL),
    ("not-applicable", NOT_APPLICABLE),
    ("not-done", NOT_DONE),
    ("done", DONE),
)
