"""What a clause says of a point: in place or not, nothing of the kind, something of it, or neither."""

import re
from collections.abc import Sequence
from typing import Literal

from domain.patterns import pattern_of
from domain.reader import denials, own_verbs, told_core
from domain.reader import point_words as said
from domain.reader.in_time import is_all_in_time, is_some_late
from domain.reader.of_the_kind import is_of_the_kind, within
from domain.reader.of_the_thing import is_of_another_thing
from domain.reader.point_names import SIGNS, Point

State = Literal["yes", "no", "nothing", "something", "cleared", "weighed", "unsure", "open", ""]
OTHERS = tuple("表室稿函群册卡费照车交会课信")
LEFT = 1  # signs that nobody explains, in a clause that says yes
NEGATIONS = pattern_of(r"没有?|未|不(?!断|少|仅|但|错|折)|无(?!误|一|纸)|非(?!常|诉)|莫|冇")
ONE_NOT = pattern_of(
    r"(?:没有?|未)(?:被)?(?:挑|查|发现|指|提)(?:出|到)?(?:啥|什么|任何)?(?:毛病|问题)|(?:没有?|没得|莫得|木有|未|无)(?:发现|出现|存在|任何|啥|什么)?问题|没毛病|没错|(?:没有?|未|无)(?:当事人|群众|任何|一起|发生|接到|收到|出现)*(?:(?:督[察查])?通报|投诉|违规|违纪|差错|事故|遗漏|间断)|(?:没有?|未)被[^,;。]{0,6}(?:通报|投诉|问责|处分|曝光|点名|追责)|无误|无一例外|无遗漏"
    r"|(?:没有?|无|未)(?:一[个家项人]?|任何)?(?:有)?(?:遗?漏|落下|例外|死角|盲区|空白|断档)(?:的|过|掉)*(?![没未不])|无间断|未间断|没断过|没落下|一[家户个处所座]也?都?(?:没|未|不)(?:有)?[落漏少剩]下?|(?:不|没有?)打折扣|不折不扣|从不间断|(?:没有?|不)(?:缺|少)(?:哪|什么|啥|任何)?[一]?[块项个条]"
    r"|(?:从来?|一直|一[次回天期件])?(?:都|也)?(?:没有?|未)(?:[谁人]|被[^,;。]{0,6}?|[^,;。没未不]{0,2})(?:落下|掉链子|偷懒|喊累|叫苦|拖后腿|缺|断|停|漏|拖(?!欠)|投诉|举报|点(?:过)?名|批评|曝光)(?:[过的了拉延着]|名)*(?![一-鿿])|零(?:通报|投诉|差错|事故|违规)|雷打不动|风雨无阻|没[得的话]说"
)
SUPPORT = pattern_of(
    r"制度|机制|文件|计划|材料|记录|台账|资料|学习|活动|会议|集体|纪要|清单|方案|办法|规定|流程|平台|系统|功能|窗口|专人"
    r"|小组|人员|干警|支部|全体|工作|效果|反映|群众|要求|标准|按照?|依照|全面|全程|严格|认真|扎实|及时|有序|专门|统一"
    r"|已经?|早就?|早已|一直|持续|长期|始终|目前|现在|当前|都|均|全部|全|也|并|且|就|了|的|着|在|进行|得|很|挺|比较"
    r"|较好|好|强|高|过硬|优良|每次|每月|每季度?|每周|每年|[0-9一二两三四五六七八九十]+[次场期项个份人条]|共|累计|计"
    r"|[本这当]期|[上下]半年|今年|全年|本年度?|我们?(?:庭|院|部|室|局|支部|处|队)?|本(?:庭|院|部|室|局|支部"
    r"|部门)|咱们?"
    r"|经自查|自查|经核|核实|有|是|对|嗯+|好的|您好|你好|领导|老师|放心|谢谢|更正|应为|应该?是|为"
    r"|[了吗呀啊哦哈嘛呢滴啦]"
    r"|[“”\"'‘’:\s·~\-—/()（）\x01]|一|各|项|能够?|可以?|以|与|和|及|等|到|上|下|中|里|所有|多|年初|年前|年底|年度|去年|前年|三会一课|主题党日|组织生活会?|党课|民主评议|[0-9一二三四五六七八九十]{1,2}月份?|[上下]半年|环节|督察|督查|检查|抽查|巡查|评查|巡视|巡察|其实|实际|刚刚?|早|才|又|再|于|这|那|新版?|版|、|名单|附后|街镇|街道|部门|单位|同步|内容|安排|情况"
    r"|每个?|完整|独立|分别|辖区|稳定|平稳|照样|沿用|处于|状态|模块|协议|半年来|天天|连续|总共|所以|因此|这次|本次|集中|研讨|签到|参与|组织|带头"
    r"|大家|你|您|动态|实时|在里面|里面|业务|审判|立案|管理|正式|单独|专门"
)
# 一个月一次: how often, of what is to be done again and again
OFTEN = pattern_of(
    r"(?:(?:一|每)个?[月周季年]度?|按[月周季])(?:都|各|至少|集中)*(?:有|学习?|开|搞|办|组织)?[一两二三四1-4][次回场期]|(?:每个?月|每周)第?[一二三四1-4]个?(?:星期|周)?[一二三四五六日天]"
)
# 零投诉 tells of how people behave, and not of what is set up
COMPLAINTS = pattern_of("投诉|通报|举报|点名|批评|曝光")
CONDUCT = pattern_of("规范|良好|强|严格|服务|效果|礼仪|作用")
REPEATED = pattern_of("落实|经常|常态化|开展|发挥|作用|学习")
DOCUMENTS = pattern_of(
    r"^(?:[佐证明]*材料|资料|报表|数据|报告|表格?|台账|名册|文件)(?:都|已经?|均|全部|也|早就?|我)*"
    r"(?:[上补]?[交报传送发]|填|提交|整理|准备|弄|完成|齐)"
)
ACCOUNTS = pattern_of(r"^台账(?:都|已经?|均|全部?|也)*(?:完[备善整]|齐)")
REFERENCE = pattern_of(
    r"\((?![^)]*[没未不无])[^)]*\)|(?:详?见|依据|根据"
    r"|按照?)?[^,;。没未不无]{0,8}[〔\[(]20[0-9]{2}[〕\])]第?[0-9]+号文?件?|(?:详?见)附件[0-9]*"
    r"|[0-9]{1,2}月[0-9]{1,2}[日号](?:起|就|已|开始)?|20[0-9]{2}年(?:(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月)?(?:[0-9]{1,2}[日号])?(?:起|就|已|开始)?"
)
# to search, to write or to hand in is not what is demanded
OF_SOMETHING_ELSE = pattern_of(
    r"(?:有|来得及|顾上|能|人|得)*(?:找|写|问|空|网|填|报(?!结)|交(?!退)|查(?!实|阅)|看|统计|整理|汇总|收|时间|想|翻|盖|签字|传|发(?![生现布])|给|弄清|弄明白|核|算(?!是|健全|落实|建|符合|规范|到位|开通)|回)"
)
OUT_OF_SIGHT = pattern_of("[找看查翻搜寻](?:不[着到见]|没)")  # 就是找不着
COUNTED = pattern_of(
    r"(?<![第0-9])(?:[1-9][0-9]*|[一二两俩三四五六七八九十]{1,3})\s*(?:(?<!一)起|(?<=一)起(?!查(?![无实不])|[看核对问翻找数讨研去来做办])|件|个|次|例|宗|人次)(?!月|规定|工作日|支部"
    r"|部门|方面|庭)"
)
# 学了中院通报的3起典型案例: of others, and what was done with them
STUDIED = pattern_of(
    r"(?:学[习了过]|传达|观看|看了|剖析|讨论|宣[讲传]|警示)[^,;。没未]*(?:案例|通报|案件|违纪|违法|舆情|片)|典型案例"
)
NOT_COUNTED = pattern_of(
    r"[碰遇收见]不[上到着][一1]?[件个起]|(?:来|查|看|翻|核|检查|督[察查]|抽查|巡查)[了过]?(?:好)?[0-9一二两三四五六七八九十][次回趟遍](?!.*(?:发现|查出|有|通报)[^没未]*[0-9一二两三])|最[慢快长久晚早难]的?(?:那)?[一1][件个起]|(?:没有?|无|未(?:发生|发现)?|零|莫得|木有|没得)(?:[发出查接收碰遇听闹犯][一-鿿]{0,2}|过|任何)?(?:一|1)\s*[起件个次例]"
    r"|(?<![有只就另第])(?:一|1)\s*[起件个次例](?:没|冇|木|莫)(?:有|得)?(?:超期|拖|发生|出)?[过的了]*$"
    r"|(?:一|1)\s*[起件个次例]?(?:[^,;。]{0,4})?(?:都|也)(?:没|无|不|冇|莫|木)|(?:^|(?<=[们庭院局区边里]))(?:一|1)\s*[起件个次例](?:没|无|冇|莫)"
)
# 没有被认定为重大错案的; 尚未认定 leaves it open
FOUND_TO_BE = pattern_of(
    r"(?<![尚还暂])(?P<none>没有?|未有?|无|木有|没得|莫得)(?:(?:任何)?(?:一[件起个例])?(?:案件|案子)?)(?:(?:被|经|是)?(?:认定|定性|评定|判定|确认|确定|定)(?:为|是|成)|(?:被)?列[为入]|构成|达到)(?=(?:重大|严重|恶劣)?[一-鿿]{2})"
)
IDLE = pattern_of(
    rf"(?:[一切都很挺]|网[上络]|舆[情论]|外面|[近这][0-9一二三四五]年(?:来|以来|内|里)?|[上下本]半年|[本今全]年|[本这当]个?[月期季]度?|目前|上下|全[院庭局])*(?:{said.IDLE})+"
)
CASES_ALONE = pattern_of(r"(?:我们?[庭院]?|本[庭院])?(?:没有?|无)(?:任何)?(?:案件|案子|案源)[了的]?")
NOT_NONE = pattern_of(
    r"没有?第[二三]|不止|(?:没有?|未|不)超过?\s?[0-9一二两三四五六七八九十]+\s?[件起个次]|(?:不存在|没有(?!没有(?:[,;。!\s]|$))|并非|不是)[^,;。]{0,4}(?:没有?|未)(?!成年|遂|决)"
)
IS_THERE = pattern_of(
    "(?P<what>[一-鿿]{2,8}?)(?:现象|问题|情况)?(?:倒|还|确实|却|是|也)*(?:存在|有)(?:的|过|啊|一些|一点)?$"
)
HAPPENED = pattern_of(
    r"有过|(?<![没未])发生(?:了|过)|出现(?:了|过)|查实(?:了|的?有)|^(?:确实?|是|还是|倒是)?有(?:的|过|啊|呀"
    r"|呢)?$|超期了|(?<![不未没部分])[1一两二三四五][张条单件起个](?:是|倒|确实)*属实"
)


# 还没好, 没人接
OF_NOTHING = pattern_of(
    r"(?:没有?|未|无)好(?![事转])|(?:没有?|无)等?人(?![员群民]|[因对]?[^,;。]{0,6}(?:拖|投诉|举报|反映|[有被发出存违超犯]))"
)
IS_ZERO = pattern_of(r"^[^0-9零没未不无如要应]{0,14}(?:是|为|:)\s?[0零〇]\s*[起件次条]?[的了。!]*$")  # 平台监测下来是0
# 还没弄呢: how far it is, and no word of what there is
NOT_BEGUN = pattern_of(
    "^(?:我们?|这个?|现在|目前)*(?:还|尚)(?:没有?|未)(?:来得及|开始|顾上)?(?:弄|搞|整|动|做|办)(?:好|完|呢|的|了|过|啊|哈)*$"
)
SPOKEN = pattern_of(
    r"^(?:今年|现在|目前|本期|这次)?(?:应?该?填报?[为成]?|应为|应该?是|改[为成]?|更正为?|[均都全]为)[\s\"“”']*|[了哦哈。~!\"”’]+$"
)


OF_SO_MANY = pattern_of(
    "(?<![0-9])(?P<all>[0-9]{1,4})(?P<unit>[项条个件家户名处])[^,;。0-9]{0,6}?(?:完成|落实|做到|建成|建了|录了|整改|做了|办了)了?(?P<done>[0-9]{1,4})(?P=unit)"
)


def yes_or_no(clause: str, points: Sequence[Point]) -> State:
    bare = clause.strip(" :\"“”'~-—\x01").removeprefix("结论:")
    bare = REFERENCE.sub("", bare).strip()
    alone = SPOKEN.sub("", bare)
    alone = alone.rpartition(":")[2].strip() or alone  # 台账建立：是
    if said.YES_ALONE.fullmatch(alone):
        return "yes"
    if said.NO_ALONE.fullmatch(alone):
        return "no"
    if len(points) == 1 and own_verbs.is_late(clause, points[0]):
        return "unsure"
    if len(points) == 1 and (of_its_verb := own_verbs.said_of(bare, points[0])):
        return of_its_verb
    if COMPLAINTS.search(bare) and ONE_NOT.fullmatch(bare) and not any(CONDUCT.search(one.core) for one in points):
        return ""
    told = ONE_NOT.sub(lambda none: none.group() if _is_of(none, points) else "落实", bare)
    if any(REPEATED.search(point.core) for point in points):
        told = OFTEN.sub("经常", told)
    if denied := said.NO.search(told):
        return "open" if NOT_BEGUN.match(bare) else _denied(told, denied, points)
    is_document = DOCUMENTS.match(bare) and not (ACCOUNTS.match(bare) and all("台账" in one.name for one in points))
    if is_document or _is_part_done(bare):
        return ""
    return "yes" if not is_of_another_thing(told, points) and _is_in_place(told, points) else ""


def _is_part_done(bare: str) -> bool:
    """清单22项完成20项."""
    told = OF_SO_MANY.search(bare)
    return told is not None and int(told["done"]) < int(told["all"])


def _is_in_place(told: str, points: Sequence[Point]) -> bool:
    """By words that are known, or by the stretch of it that says so; 有雨 has a word too many."""
    if said.YES.search(told):
        if _is_explained(told, points):
            return True
    elif said.HAS.search(told) and not _unexplained(told, points):
        return True
    return any(_is_explained(between, points) for between in told_core.between(told, points))


def _is_of(none: "re.Match[str]", points: Sequence[Point]) -> bool:
    """没通报, where it is asked for what should be 通报."""
    return any(none.group()[-2:] in point.name for point in points)


def _denied(told: str, denied: "re.Match[str]", points: Sequence[Point]) -> State:
    if OUT_OF_SIGHT.search(told) or OF_SOMETHING_ELSE.match(told, denied.end()):
        return "open"
    is_done = said.YES.search(told[: denied.start()])
    if is_done and not _is_of_its_verb(told[denied.start() :], points):
        return "unsure"  # 建了一直没更新
    if len(NEGATIONS.findall(told)) > 1:
        return "unsure"
    before, behind = told[: denied.start()], told[denied.end() :]
    is_far = denied.start() > _lead(told) and _unexplained(before, points)
    if is_far or len(_unexplained(before + behind, points)) > LEFT:
        return "open"
    return "no" if denials.is_of_it(before, denied.group(), behind, points) else "open"


def _is_of_its_verb(denial: str, points: Sequence[Point]) -> bool:
    words = re.findall(said.IN_PLACE, denial)
    return not words or any(word in point.name for word in words for point in points)


def is_of_demand(clause: str, point: Point) -> bool:
    """没有落实 denies 健全并落实; of 功能开通 it is no denial that few make use of it."""
    words = re.findall(said.IN_PLACE, clause)
    return not words or any(word in point.name for word in words)


def _lead(text: str) -> int:
    """A denial further behind is one of something else: 制度健全落实情况有记录但照片没有."""
    return max(16, len(text) // 2)


def _is_explained(text: str, points: Sequence[Point]) -> bool:
    """A slip of one sign is let pass, and none that makes another thing of it: 签到表, 会议室, 律师函."""
    left = _unexplained(text, points)
    return len(left) <= LEFT and left not in OTHERS


def _unexplained(text: str, points: Sequence[Point]) -> str:
    for point in points:
        core = point.bare
        text = text.replace(point.core, "").replace(core, "")
    text = re.sub(said.IN_PLACE, "", text)
    signs = set("".join(point.core for point in points))
    return "".join(sign for sign in SUPPORT.sub("", text) if sign not in signs)


def nothing_or_something(clause: str, points: Sequence[Point]) -> State:
    clause = FOUND_TO_BE.sub(r"\g<none>", clause)
    if (
        OF_NOTHING.search(clause)
        or said.UNREPORTED.search(clause)
        or CASES_ALONE.fullmatch(clause)
        or NOT_NONE.search(clause)
    ):
        return "unsure" if NOT_NONE.search(clause) else "open"
    if said.CLEARED.search(clause) or (STUDIED.search(clause) and not said.NOTHING.search(clause)):
        return "cleared"
    if said.LOOKED_AT.match(clause) and not HAPPENED.search(clause):
        return "nothing" if said.NOTHING.search(clause) and is_of_the_kind(clause, points) else "weighed"
    if IS_ZERO.match(clause) or IDLE.fullmatch(clause.strip(" ~了的呢啊")):
        return "nothing"
    if said.COMPLAINED.search(clause) and not COUNTED.search(clause) and not said.NOTHING.search(clause):
        return "unsure" if said.NOT_SETTLED.search(clause) else "weighed"
    is_lateness = any(said.LATE in point.core for point in points)
    if is_lateness and (is_all_in_time(clause) or is_some_late(clause)):
        return "nothing" if is_all_in_time(clause) else "something"
    if COUNTED.search(clause) and not NOT_COUNTED.search(clause):
        return "unsure" if said.NOT_SETTLED.search(clause) else "something"
    if said.NOTHING.search(clause):
        return "nothing" if is_of_the_kind(clause, points) else "open"
    if said.NOT_SETTLED.search(clause):
        return "unsure"
    return "something" if HAPPENED.search(clause) or _is_there(clause, points) else ""


def _is_there(clause: str, points: Sequence[Point]) -> bool:
    """拖拉有, behind 懈怠没有."""
    found = IS_THERE.match(clause)
    return found is not None and any(within(found["what"], SIGNS.sub("", point.name)) for point in points)
