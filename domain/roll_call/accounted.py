"""Whether every clause of an answer is accounted for.

A clause that speaks of the round has to be made of known words, or tell of those who lack: whatever else it says may be
that something is of others, of a part, or not what it seems. Any other clause is talk, unless a word of it relates it
to what was told: that there is more (另, 再), less (除), an objection (但), something to come (等, 待).
"""

from domain.patterns import pattern_of
from domain.reader.word_lists import any_of
from domain.roll_call.accounts import Account
from domain.roll_call.answer import FIELDS
from domain.roll_call.choices import LOOSE
from domain.roll_call.told import APART

OF_THE_ROUND = pattern_of(
    r"填|录|条|过问|干预|账号|平台|系统|口径|名单|聘|编[制外]|法官|警|助理|书记员|[小老][一-鿿](?!样|规|师|大)|庭[领长]|领导(?!辛|好|，)|人员|干部|类|的人|份"
)
OF_SOMEBODY = pattern_of(
    rf"{OF_THE_ROUND.pattern}|律师|当事人|家属|亲[属戚友朋]|熟人|老乡|同学|朋友|同事|领导(?!辛|好)|[院局]长|打听|招呼|说情|托|[0-9一二两三]次"
)
RELATES = pattern_of(
    any_of(
        "[另再等但余剩除漏缺若却待删撤归倒抛扣变]|可(?=是|惜|能|我)|不过|转给|退回|其[他实]|别[的人家]|个别|部分",
        "有[的些]|至于|争取|尽量|准备|打算|计划|(?:还|也|都)?要(?:看|等|查|核|问|补|改)|还[没未不在得](?![一-鿿]{0,4}[填报弄交])|[没未](?:完|定|最)",
    )
)
TALK = pattern_of(
    r"[^,;。]*(?:材料|表|截图|照片|群里)[^,;。]*|再(?:看|查|核)(?:一下|看|查)?$|再去[一-鿿]{2,4}|多等|等于|有的有的|还[要得]什么材料|不过(?=$|,)"
)
# longer words first: what is left of a clause when all of them are taken out is not known
HEADS = any_of(
    "(?:在|从|经|去)?(?:平台|系统|后台|台账|名单|手机|网)(?:[上里中]了?|数据)?(?:看到)?|如(?=\\x00|实)|正在(?!写|录|填|报|登)|继续|[跟给][您你](?:说|讲)|才(?=的)|原(?=\\x00)|新(?=\\x00)|再(?=数|看|核|查)",
    "[0-9一二三四五六七八九十]{1,2}月份?的?|三个规定|月?报告?制?度?|制度|严格|落实?|(?<!有)情况|如[下实]|[一二三][、.]|单位|部门|期间|数[据字]?|(?:有|具体)?内容|事[情项]?|人[员数]?|更正|改[成为]|[补改]填?后|补(?=\\x00|记|录)|变[成为动化]|不变|(?:人数)?有变(?=$)|[没无]变动?|原报|发的|填?写",
    "本[月院庭局]|[这上]个?月|[本当]月|月底?|目前|现在|眼下|截[至止]到?|为止|今[天日早]|昨天?晚?|国庆(?:后头?|过完)?|[上下中]午|早上|下班|这两天|刚才?(?=的)|最[后终]|一直|期间|后面?",
    "(?:[我本全咱俺]们?)?(?:法庭|[庭局院处室]|大?队)里?|(?:[一-鿿]{2,4}(?:审判)?|[民刑商执立审行]{1,2})(?:法?庭|局|室|处|大队|大对)|大对|南翔|嘉[北中]|安亭|外冈|上下|队里",
    "(?:[小老][一-鿿]|[一-鿿]某)(?=住院|[病产]假|出差|请假|培训|休|\\x00)|一?致$|(?:[病产婚事年丧]|陪产)假|休假|住院|出差|外[出地面头]|培训|借调(?:在外|出去)?|外借|党校|不在我们这儿",
    "同志们?|干警|小伙伴|兄弟|大家|个个|人人|老师|领导(?!的|干)|大?姐|各位|内勤|您?好|谢谢?|辛苦了?|麻烦|放心|名单|见附件|附后|请(?:核对|确认)?|不好意思|对不起|收到|特此|给您添麻烦|报一下|先这样|在开车|老样子|[我你俺咱他她]们|这边",
)
LOOKED_UP = any_of(
    "显示?|对着|核[实对]?|查|看|数|翻|统计|点(?!名)|登(?!录|\\x00)|录|导|弄|催办?|盯|挨个|问过?|办|帮|上去|进去?|[一两]遍|[一1]下",
    "刚刚?|又|先|已|经|去|来|回|在|从|到|跟|眼|完|出|[我你您他她]|错|用|漏了(?=一?\x00)|重复(?:登记|计算|(?=\x00))|过(?=\\x00|了|完)|老?的那|算进|记的",
)
WHO = any_of(
    "当事人|家属|亲[属戚友]|律师|老?(?:乡|同学|同事|朋友)|居委会|外?单位|干部(?=来)|承办|助理|庭长|驾驶员|某|以前|自己|那个",
    "托人?|系|打听|过问|打?电话|微信|热线|转|案子?|案?情|拍卖|开庭|执行|时间|款|什么时候|发|进[展度]|能不能|取保|占|那?回",
)
GLUE = any_of(
    "[应现](?=\\x00|/)|所以|因此|另外(?=$|有?\x00)|另有?(?=$|\x00)|还[有是]?|就是说?|(?:都|全|也|仍|倒)是|而且|并且|其中|其他不变|正常|无误|实际|确实|的确|不过(?=今天|$|\\x00)",
    "[是有就也为了的啦哈咯啊嘛呢哒嘞成都这那因着把呀吧哦嗯呃哎唉么挺很让叫以和与听喂：:、/.~～⃣掉下+=→~…己只对各哟噢诶额比较加位名个条件份跳迟可]|\\s",
)
KNOWN = pattern_of(any_of(HEADS, WHO, LOOKED_UP, GLUE))
WITHOUT_WHO = pattern_of(any_of(HEADS, LOOKED_UP, "案子", GLUE))  # nobody asked, where there is no record
# 王某、李某病假, and nobody is missing?
AWAY = pattern_of("(?:[小老][一-鿿]|[一-鿿]某)(?=住院|[病产]假|出差|请假|培训|休)")
NOT_YET = pattern_of("再|还|没|未|待|明|后")
LACKS = ("missing", "came", "went", "exempt", "made_up", "part", "posts", "again missing")
MUTE = ("break", "staff", "each", "masked")
MARK = "\x00"


def is_accounted(one: Account) -> bool:
    """Of those who lack nothing has to be known but that they are told of."""
    told, roles = one.told, dict(zip(one.told.figures, one.way.roles, strict=True))
    known = KNOWN if one.answer.records != 0 else WITHOUT_WHO
    lacking = LACKS if one.answer.filed is not None and one.answer.filed == one.whole else (*LACKS, LOOSE)
    speaks = OF_THE_ROUND if one.answer.records != 0 else OF_SOMEBODY
    if one.answer.filed is not None and one.answer.filed == one.whole and AWAY.search(told.text):
        return False
    place, of_others = 0, False
    for gap in [*APART.finditer(told.blank), None]:
        start, place = place, gap.end() if gap else len(told.blank)
        own = [n for n, token in enumerate(told.tokens) if start <= token.start < place and token.kind not in MUTE]
        rest = told.blank[start : gap.start() if gap else place]
        lacks = one.asked != "records" and any(
            told.tokens[n].kind in ("missing", "made_up", "exempt") or roles.get(n) in lacking for n in own
        )
        of_others = lacks or (of_others and not own)
        if of_others or _is_left_open(one, own, rest):
            continue
        if own or speaks.search(told.text, start, place):
            if known.sub("", rest).strip(MARK):
                return False
        elif RELATES.search(TALK.sub("", rest)):
            return False
    return True


def _is_left_open(one: Account, own: list[int], rest: str) -> bool:
    """应填的我再数一下 leaves open what nothing is said of."""
    tokens = [one.told.tokens[n] for n in own]
    fields = [token.name for token in tokens if token.name in FIELDS]
    is_counted = any(token.kind == "figure" for token in tokens)
    return bool(fields and NOT_YET.search(rest)) and not is_counted and getattr(one.answer, fields[0]) is None
