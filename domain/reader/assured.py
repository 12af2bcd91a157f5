"""What is said to assure that nothing occurred or that it is in place, and that tells nothing more of it.

没有，三年的案件我都一件件对过了; 我怕漏了又去问了庭长，庭长也说没有; 后两项等派驻组反馈再填.
"""

from domain.patterns import pattern_of
from domain.reader.word_lists import any_of

SIGN = r"[^,，;；。:：!！\s0-9]"
BEGINS = r"(?:^|(?<=[,，;；。:：!！\s]))"
ENDS = r"(?=[,，;；。:：!！\s]|$)"
WHY = rf"(?:(?:我|就)?(?:怕|担心|不放心|为了?(?:保险|稳妥)){SIGN}{{0,8}}?)?"
HOW = any_of(
    "我们?|内勤|自己|亲自|都|又|也|还|再|去|来|昨[天晚]|今[天早]|刚才?|特[意地]|专门|反复|重新|仔细|认真|从头到尾|挨个|逐[件项个]",
    r"(?:[一1][件项个本页遍条]){2}地?|[一1][件项个本页]{2}地?|一[件项个]个|(?:近|这)?[一二两三四五1-5]年[来里的]*|[两三四五六2-6]项|所有的?|全部的?|案件|案子|台[账帐]|卷宗|那几?件|把",
)
LOOKED = (
    rf"(?:{HOW})*+(?:翻|查|核|看|对|问|捋|数|理)(?:[了过完]|一?遍|清楚)+(?:[一两三几]?(?:遍|下|次|回|圈))?"
    "(?:台[账帐]|系统|平台|卷宗|案卷|案件|庭长|主任|领导|内勤|大家)?[的了]*"
)
TOLD_AGAIN = rf"(?:{HOW})*+(?:说|讲|报|回)一?[遍次]"
CANDID = (
    r"瞒(?:也|都)?瞒?不(?:住|过)(?:您|你|的|了)*|纸包不住火"
    r"|我?(?:可|也)?不敢(?:隐?瞒|漏|马虎|乱[报填说])[报着您你]*|如实(?:上?报|填报?)(?:上来|上去|给您)?"
)
HONESTLY = any_of(
    "(?:说句?)?老?实话(?:实说|说|讲)?|老实[说讲]|讲真的?|[我也]*不(?:好意思|会)?骗[你您]的?",
    "(?:先|就)?不多?[说聊扯]了",
)
# …也是0，一起填了吧: no one case
ENTERED_TOO = "(?:麻烦|[帮给]我|都|就)*一[起并](?:[帮给]我|都|先)*(?:填写?|录入?|登记?|报|记)(?:了|上|进去|一?下)*吧?"
# 每个月问这个真没意思
GRUMBLE = (
    rf"(?:说句?实话|讲真的?|老实说|真的)?{SIGN}{{0,8}}?(?:[问报填催]这个?|[天月年次]{{2}}[问报填催])"
    r"(?:真|都|也|太|好|实在|的|得)*(?:没意思|没劲|烦|头[大疼痛]|累|干嘛|有(?:啥|什么)意思)(?:死|人)?[的了啊呀吧]*"
)
ASSURED = pattern_of(rf"{BEGINS}(?:{GRUMBLE}|{WHY}(?:{LOOKED}|{TOLD_AGAIN})|{CANDID}|{HONESTLY}|{ENTERED_TOO}){ENDS}")
# 哈哈你还记得我呀; 别怪我: between the two who write
BETWEEN_US = pattern_of(
    rf"{BEGINS}(?={SIGN}{{0,8}}(?:[你您](?!们|好)|别怪|我(?:呀|啊|哈)))"
    rf"(?!{SIGN}*(?:[制机]|台[账帐]|名单|[填报建录改算核查]|落实|健全|[没无零否是吗几]|懂的|更正|[里上]面|部门|庭|组)){SIGN}{{2,12}}{ENDS}"
)
# 你们上回来不是还翻过那本子么, 你们应该收到过: of what the reader knows, and nothing that is asked
REMINDED = pattern_of(
    r"(?<=[^,，;；。:：!！\s])[,，;；。!！\s]+[^,，;；。:：!！\s0-9没未]{0,4}[你您]们?[^,，;；。:：!！\s0-9没未]{0,8}?(?:应该(?:也|都)*(?:收到|看[到过]|知道|有数|记得|清楚|见)|不(?:是)?(?:也|还|都)(?!没|未|要|改|取消|推|延))"
    r"[^,，;；。:：!！\s0-9没未]{0,10}[么吗嘛吧的呀啊了过?？]*(?=[,，;；。!！\s]|$)"
)
# 庭长也说没有, behind one's own word
SECONDED = pattern_of(
    rf"(?P<none>(?:没有?|无|零){SIGN}{{0,4}}[,，;；。\s]+(?:{SIGN}{{1,10}}[,，\s]+)?)"
    rf"(?:庭长|主任|书记|局长|领导|内勤|大家|同事们?)(?:也|都)(?:说|讲|回)(?:没有?|无|零)[的了过]*{ENDS}"
)
# 后两项还要等派驻组反馈: nothing is said of them yet
OTHERS_LATER = pattern_of(
    r"[,，;；。\s]+(?:[后剩]下?的?[两二三四2-4]项|剩下的?|其[他余](?:[几两二三四2-4]|的)项?)[^;；。]{0,6}(?:等|待|再|还[要得]|回头|晚[点些]|先不)[^;；。]*[。!！]*$"
)
BEGUN = pattern_of(r"[^,，;；。:：!！\s]+")
SPACED = pattern_of(r"(?<![^\s(（])[一-鿿](?: [一-鿿]){2,}(?![^\s)）])")  # 无 一 件


# 怎么可能没有，去年就健全了: of what is in place
OF_COURSE = pattern_of(
    rf"^\s*(?:怎么|哪里?|咋)(?:可能|会|能)(?:还|会)?(?:没有?|不(?:健全|落实|开通)|没(?:建|健全|落实))(?:的|呢|啊|呀|嘛)*[,，!！?？。\s]+(?={SIGN})"
)


def without_reminder(text: str) -> str:
    return REMINDED.sub("", text)


# 怎么可能有: nothing of the kind
OF_COURSE_NOT = pattern_of(
    r"^\s*(?:怎么|哪里?|咋)(?:可能|会|能)(?:还|会)?有(?:这种事|这事|的事|过|超期的?)?(?:呢|啊|呀|嘛|的)*(?=$|[,，!！。\s])(?!.*[0-9?？])"
)


def without_of_course(text: str) -> str:
    return OF_COURSE.sub("", text)


def of_course_not(text: str) -> str:
    return OF_COURSE_NOT.sub("没有", text)


# 1410那个是上个月的别填混了; 看了下，没写反: nothing is put right by either
TURN = "(?:填|写|报|搞|弄|看|记|抄|登|录|算|用|打|发)"
AMISS = "(?:[混错串岔反乱]|颠倒)"
WARNED = pattern_of(
    rf"(?<![分区性级])(?:[你您]们?|请|千万|可)*别(?:再|给|又)?{TURN}{AMISS}[了啊哈呀咯]*(?=$|[,，;；。!！\s~～…)）])"
)
NOT_AMISS = (
    rf"(?:[,，;；。!！\s~～…]+|(?<=[遍下眼过]))(?:{SIGN}{{0,8}}(?<![有还]))?没有?(?:把{SIGN}{{1,10}}?)?{TURN}?{AMISS}"
)
IS_NOT_AMISS = pattern_of(rf"{NOT_AMISS}[的了啊哈呀]*(?=$|[,，;；。!！\s~～…])")
PERHAPS_NOT = pattern_of(rf"{NOT_AMISS}了?吧?[?？]?(?=[,，;；。!！?？\s~～…])")


def without_warning(text: str) -> str:
    """And where a writer is sure that nothing went amiss, without what he asked himself before: 没写反吧……没反."""
    text = WARNED.sub("", text)
    if (bare := IS_NOT_AMISS.sub("", text)) == text or not any(map(str.isalnum, bare)):
        return text
    return PERHAPS_NOT.sub("", bare)


def without_assurance(text: str) -> str:
    """As it stands, where nothing else is said."""
    bare = BETWEEN_US.sub("", text) if len(BEGUN.findall(text)) > 1 else text
    bare = ASSURED.sub(
        "",
        SECONDED.sub(r"\g<none>", OTHERS_LATER.sub("", SPACED.sub(lambda match: match.group().replace(" ", ""), bare))),
    )
    return bare.rstrip(" 哈啊呀呢") if any(map(str.isalnum, bare)) else text
