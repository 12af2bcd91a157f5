"""Whether every clause of an answer is accounted for.

A clause that speaks of the round is made of words that are known by class, or tells of those who lack. What is not
known in it is talk, as long as it gives no sign (what is to come, what is denied, a limit, another body, another step
than filing) and stands where it cannot change what a figure counts. Any other clause is talk, unless a word of it
relates it to what was told: that there is more (另, 再), less (除), an objection (但), something to come (等, 待).
"""

from domain.patterns import pattern_of
from domain.reader.small_talk import OFF_TOPIC
from domain.reader.word_lists import any_of
from domain.relations import TO_COUNTS, TO_THE_ROUND
from domain.roll_call import words
from domain.roll_call.accounts import Account
from domain.roll_call.answer import FIELDS
from domain.roll_call.choices import BARE, LOOSE
from domain.roll_call.names import SURNAMES
from domain.roll_call.persons import TO_COME
from domain.roll_call.told import APART, RECORDS, Token

OF_THE_ROUND = pattern_of(
    rf"填|录|登(?!不)|条|过问|干预|口径|聘|编[制外]|法官|警|助理|书记员|[小老]{SURNAMES}|庭[领长]|领导(?!辛|好|，)|人员|干部|类|的人|份"
)
OF_SOMEBODY = pattern_of(
    r"律师|当事人|家属|亲[属戚友朋]|熟人|老乡|同学|朋友|同事|领导(?!辛|好)|[院局]长|庭长(?!让|说|叫|要)|打听|招呼|说情|托|(?<!没)有个?人|[0-9一二两三]次"
)
TALK = pattern_of(
    r"[你您]?(?:等等|等一下|稍等)啊?|[^,;。]*(?:材料|表|截图|照片|群里)[^,;。]*|再(?:看|查|核)(?:一下|看|查)?$|再去[一-鿿]{2,4}|多等|等于|有的有的|还[要得]什么材料|不过(?=$|,)|[一直都也]*没有?变[过化动]?|[^,;。]*[没不]耽误[^,;。]*|倒[是也]"
)
# classes of words that change nothing
WHEN = any_of(
    "[本这上当]个?月|月底?|目前|现在|截[至止]到?|为止|刚刚?才?|最[后终]|后面?|暂时(?=是0)",
    "今[天日早晨]|昨[天日]?[晚早]?(?:下班前?)?|[上下中]午|早[上晨]|凌晨|清早|节[前后]",
)
WHERE = any_of(
    "(?:在|从|经|去)?(?:平台|系统|后台|台账|名单|手机|网|表格?|页面)(?:[上里中]了?|数据)?(?:看到)?",
    "上面|外[出地面头]|[这我][边里们]",
)
WHO = any_of(
    "同志们?|自己|各自|本人|干警|小伙伴|兄弟|大家|个个|人人|全[员部]|人[员数]?|大?姐|[您你]?好",
    "部门|咱|[我本全俺]?(?:法庭|[庭局室]|大?队)里?",
)
COURTESY = any_of(
    "性?(?:[都全]部?)?(?:给|报)[您你]们?了?(?=[省免,;。]|$)|[省免]得[您你]们?再?(?:来)?(?:问|催|跑|打电话)了?",
    "现将|报告?如下|帮忙|[填报]一下|谢谢?|辛苦了?|麻烦|请(?:核对|确认)|不好意思|对不起|收到|[跟给][您你](?:说|讲)|备注|不办案|喂?[小老][一-鿿][啊呀哎](?=$)",
    r"[小老一-鿿][一-鿿]{1,2}代\x00$|(?:让|叫|要|托)我(?:代|来)?(?=[回报发说\x00])",
)
THE_ROUND = (
    r"数[据字]?|(?<!有)情况|更正|改[成为]|补(?=\x00|记|录)|不变|[没无]变动?|正常|无误"
    r"|[也都已]*算(?:进去?|在内|在里面)了?|[按依]照?(?:要求|规定|时|期)|派驻(?:纪检|监察)*组?"
)
LOOKED_UP = any_of(
    r"核[实对]?|看|查|录|催办?|盯|挨个|问(?![一-鿿]{1,4}[室组处庭局部队])过?|[讲说](?=\x00)|漏了(?=一?\x00)|重复(?:登记|计算|(?=\x00))",
    r"[按点]了?(?=\x00)|先|已|又|经|来|回|去|用|[我您你他她]",
)
ASKS_ABOUT = (
    "找|[院庭局]?长|村?干部|书记|中介|当事人|案外人|中间人"
    "|代理人|外?单位|家属|亲[属戚友]|律师|老?(?:乡|同学|同事|朋友)|驾驶员|打?电话|执行|转|款|发|什么时候"
)
GLUE = any_of(
    r"所以|另外(?=$|有?\x00)|另有?(?=$|\x00)|还[有是]?|其[中实]|其他不变|不过(?=今天|$|\x00)|正在(?!写|录|填|报|登)|才(?=的)|[原如](?=\x00)",
    r"[是有就也为了的啦哈咯啊嘛呢哒嘞成都这那因着把呀吧哦嗯呃哎唉么挺很让叫以和与听喂：:、/|.~～⃣掉下+=→~…己只对各哟噢诶额比较加位名个条件份跳迟]|\s",
)
HEADS = (WHEN, WHERE, WHO, COURTESY, THE_ROUND)
OF_THE_LACKING = pattern_of(any_of(words.AWAY, "催|联系|[账帐]?号(?!码|人)|权限"))
KNOWN = pattern_of(any_of(*HEADS, ASKS_ABOUT, LOOKED_UP, GLUE))
WITHOUT_WHO = pattern_of(any_of(*HEADS, LOOKED_UP, "案子", GLUE))  # nobody asked, where there is no record
# other steps than filing, and to whom one is sent
STEP = pattern_of(
    "提醒|通知|登录|激活|收(?!到$)|催|布置|(?<!按)要求|目标|指标|转[给交]|请问|问(?=[一-鿿]{1,4}[室组处庭局部队])"
)
EARLIER = pattern_of("上周|以前|之前|上次|原来|本来")
# 王某、李某病假, and nobody is missing?
ONE_AWAY = pattern_of("(?:[小老][一-鿿]|[一-鿿]某)(?=住院|[病产]假|出差|请假|培训|休)")
NOT_YET = pattern_of("再|还|没|未|待|明|后")
LACKS = ("missing", "came", "went", "exempt", "made_up", "part", "posts", "again missing")
OF_PEOPLE = ("should", "filed", "all", "done")
MUTE = ("break", "staff", "each", "masked")
MARK = "\x00"
UNKNOWN = pattern_of(f"[^{MARK}]+")


def is_accounted(one: Account) -> bool:
    """Of those who lack nothing has to be known but that they are told of."""
    told, place, of_lacking = one.told, 0, False
    if one.is_full and not one.is_done_since and ONE_AWAY.search(told.text):
        return False
    for gap in [*APART.finditer(told.blank), None]:
        start, place = place, gap.end() if gap else len(told.blank)
        own = [n for n, token in enumerate(told.tokens) if start <= token.start < place and token.kind not in MUTE]
        rest = told.blank[start : gap.start() if gap else place]
        is_theirs = not own or _is_to_come(one, own, told.text[start:place])
        of_lacking = _tells_of_lacking(one, own, rest) or (of_lacking and is_theirs)
        if of_lacking or _is_left_open(one, own, rest):
            continue
        if own or OF_THE_ROUND.search(told.text, start, place) or _asks(one, start, place):
            if not _is_harmless(one, own, rest, start):
                return False
        elif TO_COUNTS.search(TALK.sub("", rest)) and not OFF_TOPIC.search(rest):
            return False
    return True


def _tells_of_lacking(one: Account, own: list[int], rest: str) -> bool:
    """By their number, or why one of them is away."""
    if one.asked == "records":
        return False
    roles = {n: role for role, n in one.placed}
    lacking = LACKS if one.is_full else (*LACKS, LOOSE)
    if any(one.told.tokens[n].kind in ("missing", "made_up", "exempt") or roles.get(n) in lacking for n in own):
        return True
    is_counted = any(one.told.tokens[n].kind == "figure" for n in own)
    is_one_missing = one.answer.filed is not None and not one.is_full
    return is_one_missing and not is_counted and bool(OF_THE_LACKING.search(rest))


def _is_to_come(one: Account, own: list[int], clause: str) -> bool:
    """返岗后补填, of those who lack."""
    return not any(one.told.tokens[n].kind == "figure" for n in own) and bool(TO_COME.search(clause))


def _is_harmless(one: Account, own: list[int], rest: str, start: int) -> bool:
    known = KNOWN if one.answer.records != 0 else WITHOUT_WHO
    left = known.sub(lambda match: MARK * len(match.group()), rest)
    if not left.strip(MARK):
        return True
    if TO_THE_ROUND.search(left) or STEP.search(rest) or _asks(one, start, start + len(rest)):
        return False
    tokens = [one.told.tokens[n] for n in own]
    if any(_counts_people(token) for token in tokens) and EARLIER.search(rest):
        return False
    return not any(_is_told_of_people(one, tokens, start + match.start()) for match in UNKNOWN.finditer(left))


def _asks(one: Account, start: int, place: int) -> bool:
    """Somebody may have asked about a case, where there is no record."""
    denied = [token for token in one.told.tokens if token.kind == "none"]
    if any(start <= token.start < place and token.kind in ("went", "came") for token in one.told.tokens):
        return False  # 有个人调去立案了
    return one.answer.records == 0 and any(
        not any(token.start <= somebody.start() < token.end for token in denied)
        for somebody in OF_SOMEBODY.finditer(one.told.text, start, place)
    )


def _is_told_of_people(one: Account, tokens: list[Token], place: int) -> bool:
    """What follows a figure of people is said of them; what leads to one is who they are, unless these are all."""
    before = next((token for token in reversed(tokens) if token.start < place), None)
    if before is not None:
        return _counts_people(before) or before.kind == "done"
    if not tokens or not (tokens[0].name in OF_PEOPLE or _counts_people(tokens[0])):
        return False
    is_all = BARE not in one.way.roles and any(
        token.value == one.headcount for token in tokens if _counts_people(token)
    )
    return not is_all and tokens[0].kind not in ("should_sure", "filed_sure")


def _counts_people(token: Token) -> bool:
    return token.kind == "figure" and token.unit not in RECORDS


def _is_left_open(one: Account, own: list[int], rest: str) -> bool:
    """应填的我再数一下 leaves open what nothing is said of."""
    tokens = [one.told.tokens[n] for n in own]
    fields = [token.name for token in tokens if token.name in FIELDS]
    is_counted = any(token.kind == "figure" for token in tokens)
    return bool(fields and NOT_YET.search(rest)) and not is_counted and getattr(one.answer, fields[0]) is None
