"""What a meeting or an entry was about: behind its label, or beside its day."""

import re
from collections.abc import Callable
from datetime import date

from domain import topics
from domain.dates import Found, find_day
from domain.matters import matter
from domain.meeting_frame import FRAME, trimmed
from domain.meeting_words import SPOKEN, is_mere_remark
from domain.numbers import level
from domain.patterns import pattern_of
from domain.topic_remarks import is_left_open, title_alone, without_remarks

SAME_AGAIN = pattern_of(r"[\s、,，(（]*[(（,，、]?[\s(（]*")  # 昨天（11月17日）
LABEL = pattern_of(
    r"(?:会议|活动|案例)?(?:议题|主题|内容|题目|名[称字]|标题|案名)(?:\s*(?:[:：]|是(?!非)|为(?!民|人)|就?叫(?!什么|啥|停)|[嘛呢](?=[,，\s]))|(?<=[议主]题)(?:\s|(?=[《“\"])))\s*"
    r"|(?:议题|主题|内容)(?:[一总]?共?有[两二三四2-4]|[就只]有?这?[一1])[个项条](?:[:：,，]\s*|$)"
    r"|(?<=[,，。;；\s])题为(?=[《“一-鿿]{3})|(?<=[,，。;；\s])(?:题目|标题)(?=[《“一-鿿]{3})(?![是为叫待稍另后还不未没])"
    r"|(?<=[\s,，。;；])(?:名字?|就)?叫做?(?![什啥停])(?=[一-鿿《“]{4})"
    r"|(?<=有我们)(?:[院庭局])?的?一?[件个篇则]\s*[:：]\s*"
    r"|(?:(?<=[\s,，。;；])|^|(?<=典型))(?:活动|案[例件])\s*(?:[:：]|为)\s*"
)
# 案例：预付卡退费案；发布日期：…
NEXT_LABEL = pattern_of(
    r"(?:[,，;；。\n]|(?<=[一-鿿》”])\s(?=[一-鿿]{2,4}[:：]))\s*(?=[一-鿿]{0,4}(?:时间|日期|会议?|地点|单位|主持人?|记录人?|参会人员?|出席|人数|来源|链接)\s*(?:[:：是为]|$|[0-9一二三四五六七八九十]))"
    r"|(?<=[一-鿿》”\n])\s*(?=(?:发布(?:单位|机关|机构)?|渠道|平台|主办|承办)[:：])|(?<=[一-鿿》”])\s+(?=(?:链接|照片|截图|材料|稿子)(?:我|稍|回|晚|后|明|还|在|已))"
)
# 法治进校园是6月10日办的
IT_IS = pattern_of(
    r"(?<=[一-鿿》”]{2})(?<!时间)(?<!活动)(?<![日天期子次])(?<![定订排放约选])"
    r"(?:[定订排放约选][在于到]|安排[在于到]|(?:就|才)?[是在于])\s*$"
)
TITLED = pattern_of(r"[\s,，、。.:：的是]*《(?P<title>(?![^《》]*报》)[^《》]{2,})》[\s,，。.;；!！]*")
# 1.学习…, and below it 2.审议…
FIRST_ITEM = pattern_of(r"^[(（]?[1一][.、．)）]\s*(?=[^\n]*\n\s*[(（]?[2二][.、．)）])")
NEXT_ITEM = pattern_of(r"[；;]?\s*\n\s*[(（]?[2-9二三四五六][.、．)）]\s*(?=[一-鿿《“])")
QUOTES = {"《": "》", "“": "”", '"': '"', "「": "」"}


def beside(text: str, found: Found, today: date, says: Callable[[str], str | None]) -> str | None:
    """What follows its label; otherwise what says by itself what it was about, on one side of the day or on both."""
    labels = LABEL.finditer(text)
    if label := min(labels, key=lambda match: says is matter and "议题" not in match.group(), default=None):
        # a label before the day names what stands between them, where anything does
        after = text[label.end() :] if label.start() >= found.end else text[label.end() : found.start]
        said = NEXT_LABEL.split(after)[0]
        topic = topic_of(title_alone(said))
        if is_mere_remark(trimmed(said)):
            return None  # the name that all of these meetings have
        if topic and not topics.is_put_off(topic):
            return topic
    before, after = text[: found.start], text[_end(text, found, today) :]
    if FRAME.fullmatch(before):
        return _beside(after, says)
    sides = [topic for side in (IT_IS.sub("", before), after) if (topic := _beside(side, says))]
    return topics.beside_day(topic_of(text), says) if len(sides) > 1 else sides[0] if sides else None


def _beside(side: str, says: Callable[[str], str | None]) -> str | None:
    """《买卖不欺》 by itself is a title, whatever its words are."""
    side = side.rstrip(" (（")
    if titled := TITLED.fullmatch(side):
        return titled["title"]
    return topics.beside_day(topic_of(side), says)


def _end(text: str, found: Found, today: date) -> int:
    """Where the day ends, the same day said once more included."""
    joint = SAME_AGAIN.match(text, found.end)
    second = find_day(level(text[joint.end() :]), today, past=True) if joint else None
    same = second and second.start == 0 and second.day == found.day
    return joint.end() + second.end if joint and second and same else found.end


def topic_of(text: str) -> str | None:
    topic = trimmed(text)
    if spoken := SPOKEN.match(topic):
        topic = topic[spoken.end() :]
    if label := LABEL.match(topic):
        topic = topic[label.end() :]
    topic = without_remarks(topic)
    topic = topic if is_left_open(topic) else title_alone(topic)
    if QUOTES.get(topic[:1]) == topic[-1:] and topic[:1] not in topic[1:-1]:
        topic = topic[1:-1]
    topic = re.sub(r"\s*[\r\n]+\s*", " ", NEXT_ITEM.sub("；", FIRST_ITEM.sub("", topic))).strip()
    return topic if len(topic) >= 2 and not is_mere_remark(topic) else None
