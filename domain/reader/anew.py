"""What is told anew, in short: 刚才的37人有误，改成38人 is 更正，38人, and 更正：2条，前面少报1条 is 更正：2条."""

import re

from domain.patterns import pattern_of

GAP = r"[,，;；。:：\s]"
SIGN = r"[^,，;；。!！?？\n]"
THEN = (
    r"(?:[前原](?=误?(?:[上填]报|[报填写]))|前期|刚才?|前面|之前|先前|上[次回]|早上|上午|昨[天日晚]|原[来先]"
    r"|那会儿?)"
)
WROTE = r"(?:[上填]报|[报填写发说点选打记])"
FIGURE = r"[0-9]+(?:\.[0-9]+)?\s?[人条个件名天次]?"
ERR = rf"(?:有误|(?<!是)不对|不准|{WROTE}?[错多少漏]了?)(?:[一1][天个条人])?[啊呀哦哈啦咯]?"
NOW = r"(?:应?改[为成]|更正[为成]?|应[该当]?[是为]|(?:实际|正确|准确|其实)(?:上|的)?(?:应?[是为])?|是)"
# 不好意思写错了，6月11日才对
ONLY_NOW = pattern_of(
    rf"^(?:{SIGN}{{0,8}}?{ERR}{GAP}+)(?P<day>(?:[0-9一二三四五六七八九十]{{1,3}}[月.])?[0-9一二三四五六七八九十]{{1,3}})[日号]?才(?:对|是)(?:的|了)?"
)
# 之前报成6月10日了，是17日
OLD_AS = pattern_of(rf"^(?:{THEN}|我们?|误)+{WROTE}[成的为]了?[0-9年月日号./-]{{3,12}}了?{GAP}+{NOW}(?=\s?[0-9])")
# 刚才的37人有误，改成38人
OLD_FIRST = pattern_of(
    rf"^(?:不好意思|抱歉|对不起|领导|老师|[您你]好|{GAP})*(?:我|们)*{THEN}我?们?{WROTE}?[的成了为是]*{SIGN}{{0,16}}?{ERR}{GAP}+(?:(?:我|又|再|刚)*(?:翻|查|看|核对?|问)[了过]?(?:一下)?(?:记录|纪要|本子|台账|通报|系统|后台)?)?{NOW}?"
)
# 前面填成没建，其实已经建了
OLD_STATE = pattern_of(
    rf"^(?:{THEN}我?误?{WROTE}[成的为了]+|我?{WROTE}成)[是“\"]?{SIGN}{{1,10}}{GAP}+(?:其实|实际上?|应该?是|应为|正确的?是)[是为]?"
)
SORRY_FIRST = pattern_of(
    r"^(?:收到|好的|不好意思|抱歉|对不起|[,，。\s])+(?=更正|改|应|[一-鿿]{0,8}应(?:该|当)?[是为填])"
)
OLD_DAY = pattern_of(rf"^(?:(?:好的|收到|嗯){GAP}*)*[0-9年月日号./-]{{4,12}}(?:{ERR}){GAP}+{NOW}?(?=[0-9])")
TOO_MANY = pattern_of(rf"^(?:我们?)?[多少漏][报填算写]了?{FIGURE}{GAP}+(?:实际|应该|应(?=[是为]))[是为]?")
OLD_TO_NEW = pattern_of(rf"^第?{FIGURE}(?:改[为成]?|→|->|=>)\s?(?=第?{FIGURE}[。!！]*$)")
# 日期改一下，11月18日
CHANGED = pattern_of(
    rf"^(?:会议|召开|活动)?(?:日期|时间|日子|议题|主题|题目|标题|条数|人数)(?:我|要|得|帮|给|请|麻烦)*(?:改|更正|调整)(?:一?下|[成为到])?{GAP}*"
)
# …，前面报少了1条
OLD_LAST = pattern_of(
    rf"^(?P<now>(?=.*?(?:更正|订正|应为|应该?[是填]|改[为成]|纠正|错[了啦]|不对[,，\s])).+?){GAP}+(?:因为?|是)?{THEN}我?们?{SIGN}*?(?:错|误|看(?:的是|成)|{WROTE}[成少多漏]|[漏少多]了?|[少多漏][报填算写])"
    rf"{SIGN}*[。！!]*$"
)
SAYS_NOTHING = pattern_of(r"(?:更正|订正|纠正)?(?:一?下)?[哈啊哦呀额呃嗯,，:：\s]*")
STATE_NAMED = pattern_of(
    r"^(?P<head>更正[,，:：\s]*)(?P<what>[一-鿿]{0,10}?)应(?:该|当)?[填是为报]+[“”\"'‘]*(?P<state>(?:已|没|未|有|无|是|否)[^,，;；。”\"’]{0,6})[”\"’]*(?=$|[,，;；。!！])"
)
# no guess, where it is put right
SHOULD_BE = pattern_of(r"^(?P<head>更正[,，:：\s]*[一-鿿]{0,10}?)应[该当](?=[是为])")


def told_anew(text: str) -> str:
    if (now := OLD_LAST.match(text)) and not SAYS_NOTHING.fullmatch(now["now"]):
        text = now["now"] if now["now"].startswith("更正") else f"更正，{now['now']}"
    text = ONLY_NOW.sub(r"更正，\g<day>日", text)
    for pattern in (CHANGED, OLD_AS, OLD_STATE, OLD_FIRST, OLD_DAY, TOO_MANY, OLD_TO_NEW):
        if found := pattern.match(text):
            text = f"更正，{text[found.end() :]}"
            break
    return SHOULD_BE.sub(r"\g<head>应", STATE_NAMED.sub(_stated, text))


def _stated(match: "re.Match[str]") -> str:
    """更正，台账应该是“已建立” is 更正，台账已建立, and of a bare 是 or 否 the name is told apart."""
    gap = "：" if match["what"] and match["state"] in ("是", "否") else ""
    return f"{match['head']}{match['what']}{gap}{match['state']}"
