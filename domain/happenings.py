"""Whether anything is said to have happened on a day: 今天系统登不上 names a day, and no event."""

from domain.dates import Found
from domain.patterns import pattern_of
from domain.reader.word_lists import words_of

NEAR = pattern_of(r"^(?:今|昨|前|大前)(?:天|日|儿个?|早|晚|夜)?(?:上午|下午|早上|中午|晚上|晚)?$")
EVENT = words_of(
    "开|会|举[行办]|办|搞|召|成立|设立|组建|建|挂牌|揭牌",
    "发|印|出台|制定|通过|签|批|登|刊|见报|上线|上报|报道",
    "学|研究|审议|讨论|部署|传达|通报|专题|议题|汇报|听取|约谈|谈话",
    "活动|宣传|讲|课|培训|座谈|走访|慰问|参观|调研|检查|论坛|比赛|典型|案例|案|判|审结",
)
# what hinders the writer, and small talk, whatever word stands in it
HINDERED = words_of(
    "登不|打不开|来不及|没空|没时间|太忙|[很好真]忙|忙(?=$|[,，。;；])|忙[不死疯晕坏翻成着得乱]|加班|在外面|出差|请假|休假|停电|断网|系统[坏崩]|卡",
    "问[过了]|找[过了]|打电话|打了电话|没人接|联系[过了不]|收到(?:通知|提醒|消息)|催",
    "吃|食堂|天气|下雨|放假|值班|开庭|电影票|发票|福利|团建|聚餐|抽奖|年会|停车|快递|空调|去哪|怎么领",
)
ALONE = words_of(
    r"[\s,，。.;；!！~～的了吧哈呀啊哦嗯是就在:：]",
    r"那天|上午|下午|早上|中午|晚上|[0-9一二三四五六七八九十]+点(?:半|钟)?",
)


def is_idle(text: str, found: Found, *, needs_event: bool = False) -> bool:
    """A near day beside which the writer's own trouble stands; where `needs_event`, or nothing of an event."""
    if not NEAR.match(text[found.start : found.end].strip()):
        return False
    rest = ALONE.sub("", text[: found.start] + text[found.end :])
    return bool(rest) and bool(HINDERED.search(rest) or (needs_event and not EVENT.search(rest)))
