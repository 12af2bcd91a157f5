"""Words in the form that the labels have: 网上 is 在线, 期限内 is 按时, 回函 is 反馈."""

from functools import lru_cache

from domain.patterns import pattern_of

SAME = {
    "arrived": "到位",
    "level": "不低于",
    "checked": "核查",
    "passed": "合格",
    "punctual": "按时",
    "sent": "发",
    "none": "无",
    "answered": "反馈",
    "should": "应",
    "recorded": "完整录入",
    "online": "在线",
    "called": "来电",
    "more": "增加",
    "content": "满意度",
    "partner": "单位",
    "listed": "在册",
    "case": "案件",
}
AS_SAID = pattern_of(
    "(?P<sent>发出|发送|印发)|(?P<none>没有(?!问题|毛病|瑕疵))|(?P<level>持平(?:[或及](?:上升|以上|提升|增长)|以上)|(?:不|没有?|未)(?:下降|[掉降]))"
    "|(?P<arrived>到账|入账)|(?P<punctual>及时|准时|如期|按期)|(?P<answered>回复|答复|复函|回函|回(?=$|了))"
    "|(?P<checked>抽查|评查|检查|抽检|抽评|抽看|抽(?=了|$)|^看(?=了|$))"
    "|(?P<passed>(?:没有?|无)(?:问题|毛病|瑕疵)|通过(?=$|了$|了?(?:评查|核查|抽查|检查|验收))|(?<=[都全])过(?=了|$))"
    "|(?P<should>应该|应当|(?<!应)该(?=[一-鿿]))"
    "|(?P<recorded>录[全齐]|录完整?)|(?P<online>网上|线上)|(?P<called>电话)|(?P<more>新增)|(?P<content>满意率)|(?P<listed>(?:在编|现任|在任)(?=法官))|(?P<case>案子)|(?P<partner>对接的?单位)"
)
OF_LAST_YEAR = pattern_of("[与和跟比较]上年同月(?:相?比)?不低于")
SIMPLE = pattern_of(r"[\s“”\"'‘’《》()（）【】\[\]、/|]")


@lru_cache(maxsize=2048)
def usual(words: str) -> str:
    words = SIMPLE.sub("", words).replace("去年", "上年").replace("同期", "同月")
    words = AS_SAID.sub(lambda match: SAME[match.lastgroup or ""], words)
    return OF_LAST_YEAR.sub("不低于上年同月", words.replace("期限内", "按时"))
