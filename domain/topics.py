"""Whether what stands beside a day, or is written when the topic is asked for, is a matter at all."""

import re
from collections.abc import Callable
from datetime import date

from domain.day_words import OURS, QUOTED
from domain.matters import matter, names_matter
from domain.meeting_words import EMOJI, NO_TOPIC
from domain.patterns import pattern_of
from domain.reader import intents
from domain.reader.sounds import as_written_in
from domain.reader.word_lists import any_of

ADVERB = "已经?|都|就|才|方|刚|又|也|全|确实|是|给|终于|正式|当时|统一|一起|集中"
WE = "我们?|咱们?|[我本][院庭局队]|党组|班子|领导|大家|全院|[庭院]里"
VERB = (
    "补?开会?|补[办发录]|搞|弄|办|做|整|登|发|批|判|结|审|去|练|讲|组织|召开|举行|举办|开展|进行|完成|研究|讨论|学习|传达|刊发|报道"
    "|见报|宣判|批示|获批|上报|发布|刊登|推送|落实|部署|汇报"
)
ONCE = f"(?:{VERB}|审结)?"
PARTICLE = (
    "[一两半0-9]+(?:整|个)?(?:上午|下午|晚上|天|小时)|过|了|的|滴|地|哒|嘀|得|啦|咯|嘞|呀|啊|哈|哦|呢|喽|唷|哟"
    "|会|成功?|好|完|毕|妥|[一两三0-9]?[次场篇个回件]"
)
PLACE = (
    "会议室|会议厅|报告厅|多功能厅|大厅|礼堂|食堂|会议中心|会场|活动室|视频室|接待室|学习室|党员之家|党建室|大会堂"
    "|[0-9一二三四五六七八九十]+(?:号?楼|层|室)|第?[0-9一二三四五六七八九十]+(?:审判庭|法庭|会场)"
)
TIMES = "上午|下午|中午|早上|晚上?|当天|当日|全天|半天|[0-9一二三四五六七八九十]+点半?"
MEETING = (
    "[本我全]?院?(?:党组|党委|党总支|机关党委|支部|班子|院务|审委|中心组|扩大|专题|全体|干警|大|例|月度|季度|民主|这次)*"
    "(?:会议?|办公会)"
)
# the name that each of these meetings has: 今年第二次会议, 四季度意识形态会
WHICH = (
    "第[0-9一二三四五六七八九十]+次|今年|本年度?|全年|年内|年度|第?[一二三四1-4]季度|[上下]半年|[本这]个?[季月]度?|我院|本院|党组"
    "|意识形态(?:工作)?|(?:首|末|最后一?)次|的|是"
)
NO_MATTER = pattern_of(
    rf"(?:(?:{ADVERB}|{WE}|{TIMES}|在|于|[\s,，、。.:：])*(?:"
    rf"(?:{VERB})*(?:{PARTICLE})*|[^,，。;；]{{0,12}}?(?:{PLACE})(?:里|内|上|中)?{ONCE}(?:{PARTICLE})*"
    rf"|(?:{MEETING})(?:上|中|里)?(?:专题|集中|统一|一并)?{ONCE}(?:{PARTICLE})*"
    rf"|(?:{WHICH})*(?:{MEETING}|会)?{ONCE}(?:{PARTICLE})*|(?:全体[一-鿿]{{0,8}}|[0-9一二三四五六七八九十]+(?:余|多)?[人名位][一-鿿]{{0,4}})(?:参加|出席|参会|到会|列席)"
    r"|[和与跟同][一-鿿]{2,8}?(?:一起|联合|共同)?(?:搞|办|做|弄|开展|举办|组织)?(?:的|了)?|(?:后来?)?改[到在期至]+"
    r"|[到至~～—-]\s*[0-9一二三四五六七八九十]+(?:点半?|[:：][0-9]{2})(?:结束)?"
    r"|[一-鿿]{0,4}(?:日期?|时间|日子|会议?|活动)?就?(?:是|为|在|于)"
    r"|(?:由|是|请)?[一-鿿]{0,10}?(?:主持召开|主持|出席|参加|参会|列席|到会|带队|记录|牵头)(?:的|了|会议?)*"
    r"))"
)
HAS_MATTER = pattern_of(
    r"学习[一-鿿《“]{2}|研究[一-鿿《“]{2}|专题(?!(?:学习|研究|讨论|传达)?(?:会议?|了|的)*$)|传达[一-鿿《“]{2}|部署[一-鿿]{2}|关于|《|“"
)
# what takes it back, or leaves it open, beside the day
DENIED = pattern_of(
    r"(?:^|[,，。;；\s])(?:但是?|不过|还|尚|可|却|就是|只是|其实|结果|后来|因为?|我们?|[本我]院|领导|人)*"
    r"(?:没(?!收|落|有硝烟|错|问题|毛病)|未(?!成年|保|来|检|央|婚|遂|必|诉|结)|不(?=是|算|行|成|够|能|确|太|知|清|记|作数|准))"
    r"|[的得了](?:并)?不是|(?:^|[,，。;；\s])(?:可能|好像|大概|也许|应该(?!如何)|貌似|似乎|估计|恐怕|没准|说不定|据说|听说)"
    # 东方钢铁联合培养基地，下周揭牌
    r"|[,，;；]\s*(?:等|预计|计划|拟)?(?:下周|下个?星期|下个?月|明[天日年]|后天|月底|年底)[^,，。;；]{0,6}(?:揭牌|挂牌|见报|[签开启]|发布|刊[登发载]|正式)"
    r"|要[搞开办做去][^,，。;；]{1,16}[,，;；](?:谁知|哪知|结果|不料|没想到)"
    r"|怪了|才怪|(?:可能|好像|大概|应该|估计)(?:是|会|已|批|开|登|判|要|就)"
)
# what was done on that day was something else: 通知, 投稿, 开庭
SOMETHING_ELSE = pattern_of(
    r"^[\s(（,，]*(?:就|才|已经?|被|把|我们?)*(?:通知(?!精神)|发文(?!件)|结束|请假|休假|开庭|投稿|投出|退稿|写的|写好|写完|采访(?!报道)|送审|起草|草拟"
    r"|[^,，。;；]{0,10}(?:上传|拍)的?(?=$|[,，。;；])|收到[^,，。;；]{0,10}(?:(?:感谢|表扬)信|锦旗)|收到[^,，。;；]{0,10}(?:信|锦旗|通知|函|邀请|短信|表扬|件)(?=$|[,，。;；])"
    r"|是[^,，。;；]{0,4}(?:通知|发文|印发|材料|上报|投稿|通报|上传)的?(?:日期|时间|日子)|草稿|征求|已?报(?:送|了|的|过)?$|交[的了]|发给|寄给|打印|盖章)|[开搞办登]的是|没有?(?:研究|讨论|学|讲|涉及|提到|议)"
)
# where it was printed, and not what
PAPER_ALONE = pattern_of(
    r"(?:在|于|被)?[《“]?(?:[一-鿿]{0,6}(?:日|院|治|制|民|晚|新闻)报|[一-鿿]{0,4}(?:电视台|公众号|官网)|(?:国家|中央|[省市区])级?(?:主流)?(?:报纸|媒体|党报|报刊))[》”]?"
    r"(?:第?[0-9一二三四五六七八九十]+版|头版|要闻)?(?:报道|刊[登发载]|见报|播出|发布|登|推送)*(?:的|了)?"
)
PAPERS_THEN = pattern_of(
    r"(?<!查了)(?<!翻了)(?<!看了)(?:照片|截图|链接|材料|纪要|签到表|通知|感谢信|锦旗|稿[件子]|发票)(?:都|就|才|是|的|时间|日期|在|于|[:：\s])*$"
)
MINUTES = pattern_of(r"^[^\n]*(?:纪要|记录)\s*\n(?=[^\n]*[:：]\s*$)")  # a title, and below it 时间：…
# a meeting of those above: 市里5月28日开的
ABOVE = pattern_of(
    r"(?:^|[,，。;；\s])(?:市里|区里|省里|上面|上级|区委|市委|省委|政法委|宣传部|市?[高中]院|最高[人民]*法?院|全市|兄弟(?:法?院|单位)|检察院|公安局?|外院|隔壁)(?:是|在|于)?$"
)
HELD_ALONE = pattern_of(r"^(?:[上下]午)?(?:召?开|举[行办]|[搞办])(?:会|的|了|过)*[。！!]*$")
# instead of a topic
NO_ANSWER = pattern_of(
    any_of(
        r"忘(?:记|了|掉)|记不(?:得|清|起|住)|想不起|不(?:知道|清楚|晓得|记得|了解|确定|好说)|搞不清|说不[清准上]|没印象",
        r"(?:问|找|查|翻|看|核|确认|核实|核对|请示|打听)(?:问|找|查|翻|看|核)?[一]?(?:下|查|问|看|翻)(?![一-鿿]{6})",
        r"^(?:要|得|先|我|去|再|回头)*(?:问|找|请示)[^,，。]{0,6}(?:主任|庭长|院长|领导|秘书|老师|同志)",
        r"(?:请|烦请|麻烦|详)?(?:看|见|查阅|参见|参阅|参照)(?:附件|纪要|材料|文件|邮件|邮箱|群里|群文件|照片|图片|上面|前面|上条|链接)",
        r"(?:什么|啥|咋|怎么|哪)(?:是|叫|算|议|主|内|样|写|填|个|些)|什么$|啥$|[?？]",
        r"^(?:无|没有)[,，。]|^(?:没|无|木有|冇|莫得)(?:什么|啥|有|得)?(?:具体|明确|专门|单独|固定)?(?:的)?(?:议题|主题|内容|题目)?(?:了|的|啊)?$",
        r"^(?:议题|主题|内容|题目)?(?:还|尚|暂|待|没|未)(?:没|未|有|定|在|是|不|想|写|议|确|报|补)",
        r"要等|不方便|不便|没(?:有)?(?:参加|参会|去|到会|记录|记)|(?:纪要|记录|材料|附件|本子)(?:里|上|中)(?:都|也)?有",
        r"(?<![通汇申周月])(?:上?报|发|填|写|交|传|给)(?:过|了|过了)[了啦呀哦的哈]*(?=$|[,，。;；！!])|(?:早就|已经|都)(?:报|发|填|写|交)(?:过|了|好|完)",
        r"(?:在|见)(?:会议)?(?:纪要|群|附件|邮件|照片|文件|系统|平台)(?:里|上|中|第|$)|(?:回|报|发|告诉|补)给?[您你](?!们)",
        r"(?:议题|主题|题目|内容)(?:我|先|都|会|要)?(?:后|晚点|稍后|回头|随后|另行?|待|明天|下午)+再?[补报发给填]",
        r"拍照|行不|照着|^(?:就是|还是|按)?(?:纪要|通知|原来|上次|之前|[0-9一二三四五六七八九十]+月)[^,，。]{0,6}那[个次些回]|那[个次些回](?:事|会|议题|吧)?[的了啊]*$|^等(?:我|下|会|一)|在开会|老长|太长",
        r"再(?:核|查|看|问|想|确认)[一]?下?$|我再",
        r"^(?:议题|主题|题目|内容)?(?:要|得|应|需要?)?(?:写|填|报)(?:不写|不填)?[^,，。]{0,6}(?:几个|多少|吗|什么|怎么)|^(?:议题|主题|题目)?要不要(?:写|填|报)",
        r"^(?:议题|主题|内容)?不是(?:这|那)|^没(?:有)?(?:讨论|研究|学|讲|议)|(?:没有?|未)定[的了]?$|[还正]在(?:改|定|想|拟|磨|写|推敲|琢磨|斟酌|商量)[的呢着]?$|^(?:讨论|研究|学习|传达)了?一?下$"
        r"|(?:内容|议题)(?:要|需)?(?:保密|涉密)|[0-9]+[日号](?:定|报|改|发|说)的",
        r"随便|都行|都可以|你看着|看着(?:写|填|办)|一样|照(?:抄|旧|上)|同(?:上|前|去年|以往|往年)",
    )
)
# 这项请转审判监督庭填
HANDED_ON = pattern_of(
    r"请(?:转|找|问|联系|向[^,，。]{2,8}(?:要|了解|核)|[^,，。]{2,8}[庭局处室部组办](?:来)?(?:填|报|提供|答复|负责))|(?:转|交)给?[^,，。]{2,8}[庭局处室部组](?:来)?(?:填|报|$|[,，。])"
    r"|麻烦(?:问|找|联系|转)|(?:归|由)[^,，。]{2,8}[庭局处室部组](?:管|定|负责|拟|牵头|填|报)(?=$|[,，。])|(?:问|找)(?:一下)?他们"
)
# 照去年的写; 材料上这么写的: what a paper says, and no word on the meeting
COPIED = pattern_of(
    r"照着?(?:去年|上次|上回|原来|模板)[^,，。;；]{0,4}[写填抄]|(?:材料|通知|方案|议程|计划)[上里]?(?:那边|的)?[^,，。;；]{0,3}写的(?:就?是)?(?:这个?)?(?=$|[)）。!])"
    r"|不是[这那]个?(?:题目|议题|主题)"
)
# 下半年的会还没开: a sentence of how far it is, where no clause says what it was about
HOW_FAR = pattern_of(
    r"我(?![院庭局区国])|[你您咱俺谁啥哪]|[了吗呢吧啦嘛呀咯]$|没(?!收)|未(?![成来决检])|昨[天日]|明[天日]|下周|还(?!款)|正在|已经|备选"
    r"|才(?!能)|[推拖]到|在[定拟写改议]|正[定拟写改]|忙|改期|取消了?$|[打登进上连导传下]不[开了上去出进来动]|出差$|休假$|不在$|催|[就再才](?:上?报|交|发|填|写|定|开)|几[号点]|今天|[上下]午"
)
NOUN = pattern_of("(?:规范|保护|清理|修订|评估|整改|引导|备案|建设|管理)$")
NO_MATTER_BUT = pattern_of(
    "不一样|不知道|哪个|但|不过|其实|可能|类似|差不多|[没未](?![成来收])|由[一-鿿]{2,5}定|后来(?!改)|[吧呢]$"
)
CLAUSES = pattern_of(r"[,，。;；!！\n～~]+|\s+")
UNSPOKEN = pattern_of(rf"^[\s{EMOJI}]+|[\s{EMOJI}。.!！~～]+$")
LABEL = pattern_of(
    r"^(?:会议|本次|这次|学习|主要|活动)*(?:议题|主题|题目|内容|课题)\s*(?:[:：\n\s]|就?是|为(?![民人]))\s*"
)
WISHES = ("not-ours", "cancel", "acknowledgement", "off-topic")
SENDS = pattern_of("[补报交给发填写传送]")
AT_MOST = 40  # signs of what is no matter
SHORT = 14  # signs: a longer text is a topic in which such words stand
GENERIC = "会议"


def beside_day(topic: str | None, says: Callable[[str], str | None]) -> str | None:
    """What `says` finds in it; no place, no bare verb, nobody who led it."""
    if topic is None:
        return None
    bare = topic.strip(" ,，、。.;；:：!！~～的")
    bare = as_written_in(bare, GENERIC) if len(bare) <= len(GENERIC) + 1 else bare
    if PAPER_ALONE.fullmatch(bare):
        return None
    return says(topic) if bare and not _is_empty(bare) else None


def _is_empty(bare: str) -> bool:
    return len(bare) <= AT_MOST and bool(NO_MATTER.fullmatch(bare.strip())) and not HAS_MATTER.search(bare)


def is_of_something_else(before: str, behind: str) -> bool:
    """照片是10月16日上传的: the day of something else than what was held."""
    if ABOVE.search(before) and HELD_ALONE.match(behind):
        return True
    return bool(PAPERS_THEN.search(MINUTES.sub("", before)) or SOMETHING_ELSE.search(behind))


def is_denied(text: str) -> bool:
    return bool(DENIED.search(re.sub(r"《[^》]*》|“[^”]*”", "", text)))


def is_put_off(topic: str) -> bool:
    """议题：稍后补."""
    return bool(NO_ANSWER.search(topic) and len(topic) <= 2 * SHORT) or bool(NO_TOPIC.search(topic))


def is_no_answer(text: str, today: date) -> bool:
    """A promise, an excuse or a question, where the topic was asked for."""
    bare = UNSPOKEN.sub("", LABEL.sub("", text.strip()))
    if NO_MATTER.fullmatch(bare) and not HAS_MATTER.search(bare):
        return True
    if NO_ANSWER.search(bare) and len(bare) <= 2 * SHORT:
        return True
    if HOW_FAR.search(bare) and matter(bare) is None:
        return True
    unquoted = re.sub(r"《[^》]*》|“[^”]*”", "", bare)
    if HANDED_ON.search(unquoted) or COPIED.search(unquoted):
        return True
    if len(bare) > SHORT:
        return False
    wanted = intents.of(text.strip(), today)
    return wanted.intent in WISHES or bool(wanted.until and SENDS.search(bare))


def is_topic(text: str) -> bool:
    """Each clause names a matter, or is talk; 舆情应对，但没形成决议 is no topic."""
    said = [clause for clause in CLAUSES.split(QUOTED.sub("《》", text)) if clause]
    named = [
        bool("《" in clause or OURS.search(clause) or names_matter(clause) or NOUN.search(clause)) for clause in said
    ]
    return any(named) and not any(NO_MATTER_BUT.search(clause) for clause in said)
