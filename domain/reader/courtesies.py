"""What is said around an answer and is no part of it: 您好, 已向庭领导核实, 截至今天; 特此说明, 先这样."""

import re

from domain.patterns import pattern_of

GAP = r"[,，。.;；:：、!！\s~～…]"
WHO = r"(?:(?:各位|尊敬的)?(?:领导|主任|老师|庭长|院长|局长|书记|处长|同志|同事|大家|创建办)们?)"
ASKED = r"(?:庭长|局长|主任|书记|领导|庭领导|部门领导|内勤|书记员|负责人|同事|支部|各组|平台|系统|后台|台账|办公室)"
CHECKED = r"(?:核实|核对|核查|确认|沟通|汇报|请示|统计|查询|查看|核|查|问|看)"
OPENING = pattern_of(
    rf"""^{GAP}*(?:
        {WHO}?[您你]们?好[呀啊]? | {WHO}(?:[您你]?好[呀啊]?)? | 亲(?:爱的)? | 哈[喽啰] | [hH](?:ello|i) | 嗨
      | (?:早上|上午|中午|下午|晚上|大家)好[呀啊]? | 早安?
      | (?:不好意思|抱歉|对不起)(?:打扰(?:了|您了?|一下)?)? | 打扰(?:了|您了?|一下)? | 嗯+
      | [报汇](?:告|报)(?:一下)?{WHO}? | (?:答复|回复|反馈)(?:如下)?
      | (?:截[至止]|到)(?:今[天日](?:[上下]午|中午|早上)?|目前|现在|此刻)(?:为止)?
      | 经(?:[与和向跟]?{ASKED})?{CHECKED}(?:后|过|一下)?
      | (?:我们?|这边)?(?:已经?|刚[刚才]?|又|再)+(?:[向和跟与同找在]{ASKED}(?:上|里)?)?
        {CHECKED}(?:过了?|了?一?下|了|清楚了?|完)?{ASKED}?
    ){GAP}+(?=\S)""",
    re.VERBOSE,
)
HEARD = pattern_of(rf"^(?:收到|好的|好嘞|明白|知道了|OK|ok)+{GAP}+(?=\S)")
SENT = r"(?:查收|审阅|审核|核对|知悉|悉知|过目|查阅|参阅|收悉|收)"
WORDS = rf"""特此(?:说明|报告|汇报|回复|答复|反馈) | 辛苦[啦了您你]* | (?:多谢|感谢|谢[谢了啦])(?:{WHO}|您|你|啦|了)*
      | (?:先|就|暂时)这样[了吧哈]* | 就这些[了吧]* | 请(?:{WHO}|您|你)?{SENT}(?:一下)? | 麻烦(?:您|你)?[了啦] | 以上
      | (?:以上|上述)(?:情况|数据|内容)?(?:属实|无误|真实) | (?:情况|数据)(?:属实|无误)
      | (?:如|若)?有(?:任何)?(?:问题|疑问|不妥|出入)[^,，。;；]{{0,6}}(?:联系|沟通|告知|指出|找|喊)[^,，。;；]{{0,3}}
      | (?:报告|汇报)?完毕 | (?:不好意思|抱歉)(?:啊|哈|了)?"""
CLOSING = pattern_of(
    rf"""(?:{GAP}+(?:{WORDS}) | {GAP}*(?:\[[一-鿿A-Za-z]{{1,4}}\]
      | [\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+ | (?<=[一-鿿0-9])[哈哦噢呀喽~～]+
      | (?<=[无有零0-9条人起的])啦)){GAP}*$""",
    re.VERBOSE,
)
AT_MOST = 3  # of each


def without_courtesies(text: str) -> str:
    for _ in range(AT_MOST):
        text, opening = OPENING.subn("", text, count=1)
        if not opening:
            break
    for _ in range(AT_MOST):
        found = CLOSING.search(text)
        if found is None or not text[: found.start()].strip():
            break
        text = text[: found.start()]
    return text


def without_heard(text: str) -> str:
    """收到 before an answer is said of the question."""
    return HEARD.sub("", text)
