"""Whether what stands beside the day of an entry may be one: 今天好冷 and 10月20日停电 are told of something else.

An entry bears a word of what registers hold: something that is held, published, judged or taught; or it stands in
quotes, behind a label, or beside who published it.
"""

from domain import named_in
from domain.day_of_another import CLAUSE
from domain.patterns import pattern_of
from domain.reader.word_lists import any_of
from domain.titles import DONE, PUBLISHED, TITLE

HELD = pattern_of(
    any_of(
        "法(?![国袍警])|司法|练兵|沙龙|讲堂|托班|旁听|帮教|疏导|诚信|失信|老赖|欺凌|正能量|守护|旗袍|朗诵|合唱|运动会|游园|知识|技能|急救|研讨|评比|评选|评查|升旗|宣誓|读书|诵读|影片|片子|展$|展(?=[（(])",
        "建议|白皮书|白皮|机制|制度|指引|手册|课题|论文|奖|荣誉|称号|表彰|先进|示范|典型|首[例次创]|见义勇为|弘扬|精神|价值观",
    )
)
# 标题是…, and who published it
LABELLED = pattern_of(
    r"(?:名称|名字|题目|标题|题|主题|内容|活动|案例|事项|案名|项目)[:：\s是为叫]|叫|公众号|微[信博]|官[网微]|网站|[一-鿿]报(?![告销到名修警])|\t|刊|发布|推[送了]"
)
OWN_HELD = pattern_of(r"(?:我们|[我本][院庭]|咱们?)(?:自己)?(?:[搞办做]|组织|开展)的(?:就|才)?是")  # 我们搞的是…
HELD_BEFORE = pattern_of("(?:举[办行]|召开|开展)了?(?:一?[次场期个轮])?$")  # 举办国庆汽车展销会
# 区里来调研: what others did at the house, and what befell its people
OF_OTHERS = pattern_of(
    r"(?:区里|市里|上面|上级|区委|市委|外[院单]|兄弟|隔壁|领导|[高中]院|公安局?|检察院)[一-鿿]{0,4}?来(?!稿|信)|(?:[一二三高]中?院|外院|[别其]他?(?:的)?法?院)(?:审|判|办|宣)|(?<!学生)(?<!同学)(?<!家长)(?<!群众)(?<!居民)(?<!代表)来[^,，。;；]{0,3}(?:调研|检查|参观|座谈|走访)"
)
OF_PEOPLE = pattern_of(
    "^(?:我(?!们|[院庭局])|[你他她](?!们)|[小老][王李张刘陈杨赵黄周吴徐孙朱马胡林郭何高罗])|我(?:在)?(?:[请休]|生病|出差|没|不|去|的)|没去|没参加|请假|出差|不在|发烧|头疼|生病|住院(?!部)|退休|调走|离职|坏了|漏水"
)
# of the day alone
DONE_THEN = pattern_of(
    r"[开办搞做弄发登播推]|举|组织|活动|日期|时间|更正|订正|改|不是|应|错|日子|见报|上线|公布|带队|礼堂|会议?室"
)
CAME = pattern_of("孩子|学生|同学|家长|群众|居民|老人|企业")  # 11月20日，孩子们都挺喜欢
APART = pattern_of("[^一-鿿A-Za-z0-9“”（）()./-]+")
WEEKDAY = pattern_of(r"(?:周|星期|礼拜)[一二三四五六日天]")
NEAR = pattern_of(r"[今昨前]天|[今昨前]日")
ONLY_DAY = pattern_of(
    r"(?:[0-9年月日号./\-上下午早晚今昨前天周星期礼拜一二三四五六七八九十〇零廿是在就的了吧哈呀啊嗯哦\s,，。.!！~～\U0001f300-\U0001faff]|[又再]?(?:新增|添)(?:了?[一1][条个项处家])?|领导|老师|主任|[您你]好|谢谢|好的)+"
)


def is_entry(text: str, topic: str | None, wanted: str = "") -> bool:
    """`wanted` are the notice's words for the entry."""
    if topic is None:
        is_today = NEAR.search(text) and WEEKDAY.search(text)
        if DONE_THEN.search(text) or (ONLY_DAY.fullmatch(text) and not is_today):
            return True
        return any(map(ONLY_DAY.fullmatch, CLAUSE.split(text))) and bool(CAME.search(text))
    if TITLE.search(text) or PUBLISHED.search(topic):
        return True
    if OF_OTHERS.search(topic) or OF_PEOPLE.search(topic):
        return False
    if named_in.is_of_another_step(topic, wanted) or named_in.stops_before(text, wanted):
        return False
    if named_in.is_entry(topic, wanted) or LABELLED.search(text) or OWN_HELD.search(text):
        return True
    is_held = bool(HELD_BEFORE.search(text[: max(0, text.find(topic))]))
    if named_in.is_of_things(wanted):
        return (is_held and named_in.is_named(topic, wanted)) or _is_alone(text, topic, wanted)
    return bool(DONE.search(topic) or HELD.search(topic)) or is_held


def _is_alone(text: str, topic: str, wanted: str) -> bool:
    """Nothing but the day and a name, and how it came about: 新增参数：空气中臭氧，10月30日通过评审."""
    parts = [part for part in APART.split(topic) if part and not ONLY_DAY.fullmatch(part)]
    names = [part for part in parts if named_in.is_name(part, wanted) and not named_in.says_what(part, wanted)]
    of_it = [part for part in parts if named_in.says_what(part, wanted) and not named_in.is_aside(part, wanted)]
    names = names or [part for part in of_it if named_in.is_name(part, wanted)][:1]
    is_all = len(names) == 1 and len({*names, *of_it}) == len(set(parts))
    return is_all and bool(ONLY_DAY.fullmatch(text.replace(topic, "", 1)))
