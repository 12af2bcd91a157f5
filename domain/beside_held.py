"""Whether everything that is told beside the day of a meeting, or of a case that was published, is accounted for.

A clause that has the day, or speaks of the thing, has to be made of known words and of the topic or the title: whatever
else it says may be that the day is of something else, or what was done another's. Any other clause is talk, unless a
word of it relates it to what was told.
"""

from domain.dates import Found
from domain.day_words import OURS, QUOTED
from domain.matters import names_matter
from domain.meeting_words import EMOJI
from domain.patterns import pattern_of
from domain.reader.word_lists import any_of

NOUN = pattern_of("(?:规范|保护|清理|修订|评估|整改|引导|备案|建设|管理)$")
NO_TOPIC = pattern_of(
    "不一样|不知道|哪个|但|不过|其实|可能|类似|差不多|[没未](?![成来收])|由[一-鿿]{2,5}定|后来(?!改)|[吧呢]$"
)
BREAK = pattern_of(r"[,，。;；!！\n～~]+|\s+")
MARK = "\x00"
# 地点：三楼会议室, 参加：党组成员: lines of the minutes; [捂脸]
LINES = pattern_of(
    r"(?:地点|地址|参加|出席|列席|主持|记录|参会|缺席|请假|会议内容)(?:人员?|对象)?[:：][^\n]*|\[[一-鿿]{1,4}\]|在[0-9一-鿿]{0,8}(?:会议室|礼堂|会场)|[一二三四五六七八九0-9]楼[0-9一-鿿]{0,6}(?:室|厅|礼堂)"
)
N = "[0-9一二三四五六七八九十廿两]"
RELATES = pattern_of(
    "去年(?!下半年)|上年|第二(?!会)|只有|按原|[没未](?!回|事|来|看|见|空|注意|时间)|[另再但余]|等(?!我?[翻看查找])|[剩除缺若却待删撤非]|可(?=是|惜|能)|不过|退回|其[他实]|至于|争取|准备|打算|计划|[将拟]"
)
OF_ITS_SPIRIT = pattern_of(rf"{MARK}(?:[区市]委|高院|上级|中央)[^,，。;；]{{0,12}}精神")  # 5月20日区委会议精神: its day
TOOK_PART = pattern_of(rf"(?:参加|出席|列席)了?{MARK}")  # in another's
DATED = pattern_of(f"{N}[月日号](?!〕)")
PAPERS = pattern_of("纪要|资料|[几记]要|材料|照片|签到|记录|简报|截图|链接|方案|公众号有")
TIMES = any_of(
    rf"(?:20[0-9]{{2}}|[0-9]{{2}})?[-./年]?{N}{{1,3}}[-./月](?:{N}{{1,3}})?[日号浩好]?|20[0-9]{{2}}年?|[0-9]{{1,2}}[:：点时](?:[0-9]{{2}}|半)?分?|{N}+点半?|{N}+[日号]",
    r"[上下这本]?个?(?:周|星期|礼拜)[一二三四五六日天]|[上下中]午|早上|晚上?|[今昨前]天|当天|那天?|[上下]半年度?|今年|本年|年度|第?[一二三四]季度|一早|那个|早一些|最后一天|这[次天]|月底|这两天",
)
SAID = any_of(
    "[您你]?好|老师|主任|谢谢?|辛苦了?|麻烦|请|查收|知悉|特此|函复|回复|报告|收到|不好意思|忘[记了]|没?回[得晚了]*|查[到过了]?|翻[到了下]|找到了?|问了?过?|看|做|经|根据|安排|刚刚?|最后|正式|真正|提前到|院长出差|原定|就是?|本子|我们?|咱们?|你|登记|更正|[填写报弄打]错|有误|不对|应[为该]?|改[为成一下]*|前面|误写成|无误|实际|补报?|老早|摘抄|上?写的|翻|事情?|计划放在",
    "时间|日期|地点|地址|议题|主题|议程|标题|题目|名称|名字?|编号|内网|已[经存归]?|正在?|整理|起草|随后|稍后|报送|上报|存档|归档|上传|印发|附|在走|送|给|附件|从|由|及|和|与|全部|都|也|还|一并|接着|结合|套开",
)
# of a meeting, and who was there
MET = any_of(
    "会议通知写的是|院?党组会议纪要〔20[0-9]{2}〕[0-9]+号|[一-鿿]{2}形[态太](?:工作|领域)?",
    "[我本全]?院(?!办)|党组|党委|书记|[院副]长|院?领[导倒]|意[识思]?(?:形|行|型)(?:态|太)(?:工作|领域)?|专题|专门|(?:工作|专题|[(（]?扩大[)）]?|例行|中心组)*会[议义以]?(?:室|厅)?|政治部|宣教科|创建办",
    "[召补]?开[成过完了的会好成滴哒得地啦咧展]*|召开|举行|办了?|组织|研究|学习|传达|讨论|部署|主持|参[加会]|列席|出席|到[会齐得]|倒是?|蛮|落大雨|记录|底|浩|成员|中层|以上|负责人|同志|大家|各[部庭][门室]?|人|齐|算",
    rf"{N}+(?:号?楼|层|室)|[三四五二一]楼|第[一二三]|[大小]会[议室厅]*|礼堂|同意|档案柜|足足.{{0,4}}半?个?(?:钟头|小时)|半[个天]",
)
# of what a higher court published; bodies, acts, where it stood
COURTS = "最高(?:人民)?法院?|最高院|(?:上海)?市?高[院原法]|上海市?高级?(?:人民)?法院|上海"
PUBLISHED = any_of(
    COURTS,
    "案列|案名|[发公]布(?:单位|日期|时间)?|入选|评[为上选]+|选[上中]|正式|对外|终于|作为|[刊登转]载?发?|推送|见报|公众号|微信|网站?|官[网微]|来源|单位|典型案[例件]|案[例件列]|名?叫|批|弘扬|社会主义|核心价值观|家事审判|喜报|报喜|入选|撒花|有的|里有|送审|审核",
    "(?:[我本]们?|们)(?:[院庭](?:审[理结]的?|判的|的|报送的|承办)|庭)|审[理结]|判[决的了]|挺的|[一这那]?[件篇条个]|承办(?:法官|人)?|接受了?采访|让我转的|民事审判庭|被|让",
    "说起来|上上个月|案子|两年|发步|发不|布|发(?=[的了过是]|$|\x00)|上的|说|案名?|活动|宣?判的案子|案列",
)
GLUE = (
    r"[的了是在于为与和跟也就啊呀哈嘛呢吧哦嗯呃哎唉啦咧咯滴哒地都那这该把由从到个次场有上里中内方完一下才又已经后长、:：·.／/]"
    rf"|[()（）〔〕【】《》|\"“”'+=→\t\u3000\[\]-]|[{EMOJI}]|\s"
)
PLACES = "见报日|副院长带队|[一-鿿]{1,3}(?:[报网台号])|练兵|岗位|大礼堂|上条|不变|推文|见报日?"
WORDS = {"meeting": MET, "case": PUBLISHED, "entry": any_of(PLACES, MET, PUBLISHED)}
KNOWN = {form: pattern_of(any_of(words, TIMES, SAID, GLUE)) for form, words in WORDS.items()}
SPEAKS = pattern_of(f"案|发布|入选|院|庭|{N}+[月日号]|[0-9]{{2}}")  # of a case
# held by others, or for others, or on paper alone
OF_ANOTHER_MEETING = pattern_of(
    any_of(
        "区[委里]|市[委里]|街道|宣传部|政法委|全市|高院|[中一二]院|党校|支部(?!书记|委员)|支委|视频会|(?<!扩)大会|自己开|[民刑商执立审行监]{1,3}[庭局]",
        "书面|传阅|通知(?:里|上|写|印|的|说)|落款|印|重[开新]|哪天|开了?[一两三]天|好像|应该|记不|开过一次|来讲|讲课|套开",
    )
)
QUOTED_CASE = pattern_of(r"(?:《[^《》]+案[^《》]*》|“[^“”]+案[^“”]*”)")
CASE = pattern_of(
    r"(?:见义勇为|(?!典型案)[^\s,，。;；:：的了叫为是布步院庭《》“”\x00]){2,24}(?:案例?|纠纷)(?![件例由号子列])"
)
BY_COURT = pattern_of(r"(?<![我本们])[院庭]$")  # 高院调研彩礼案
OF_ANOTHER = pattern_of(
    r"[中庭]院|[民刑商事执行立审监判]{1,4}[庭局]|[没未](?!成年|[经遂付])|等(?!待)|待[发定审核]|拟|报[送批上]"
)


def is_accounted(text: str, found: Found, topic: str | None, form: str) -> bool:
    """`form` is that of the words that are known: a meeting, a case, an entry of which nothing but its day is told."""
    rest = LINES.sub("", f"{text[: found.start]}{MARK}{text[found.end :]}")
    if OF_ITS_SPIRIT.search(rest):
        return False
    if form == "case":
        titles = QUOTED_CASE.findall(rest)
        named = CASE.finditer(rest) if not titles else ()
        if len(titles) > 1 or any(
            OF_ANOTHER.search(one.group()) or BY_COURT.search(rest, 0, one.start()) for one in named
        ):
            return False
        rest = (QUOTED_CASE if titles else CASE).sub(MARK, QUOTED.sub(MARK, rest))
    for part in BREAK.split(topic or "") if form == "meeting" else ():
        rest = rest.replace(part, MARK) if len(part) > 1 else rest
    return not any(_is_open(clause, form) for clause in BREAK.split(rest))


def _is_open(clause: str, form: str) -> bool:
    if form == "meeting" and TOOK_PART.search(clause):
        return True
    is_of_papers = PAPERS.search(clause) and MARK not in clause
    if MARK in clause or (form == "case" and SPEAKS.search(clause)) or DATED.search(clause):
        is_dated = DATED.search(clause)
        return bool(KNOWN[form].sub("", clause).strip(MARK)) and not (is_of_papers and not is_dated)
    relates = RELATES.search(clause) or (form == "meeting" and OF_ANOTHER_MEETING.search(clause))
    return bool(relates) and not is_of_papers


def is_topic(text: str) -> bool:
    """Each clause names a matter, or is talk; 舆情应对，但没形成决议 is no topic."""
    said = [clause for clause in BREAK.split(QUOTED.sub("《》", text)) if clause]
    named = [
        bool("《" in clause or OURS.search(clause) or names_matter(clause) or NOUN.search(clause)) for clause in said
    ]
    return any(named) and not any(NO_TOPIC.search(clause) for clause in said)
