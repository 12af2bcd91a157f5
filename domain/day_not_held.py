"""Whether what stands beside a day says that nothing of ours was held on it.

The day is the one that it was moved from, or that of a paper, of another house, of what led up to it; or a clause
behind it takes it back: 不过…, 那是支部会, 意识形态下次研究. Titles in quotes say nothing of it.
"""

import re

from domain.dates import Found
from domain.day_of_another import CLAUSE, Form, beside, is_of_another_meeting
from domain.day_words import HARMLESS, OURS, PAPER, QUOTED
from domain.ours import DISTRICTS
from domain.patterns import pattern_of
from domain.reader.word_lists import any_of

N = "[0-9一二两三四五六七八九十几数半]"
SPAN = rf"{N}{{1,3}}(?:多|整)?(?:个?(?:工作日|天|周|星期|礼拜)|个月)"
# 6月12日推迟三天, 晚开了一周, 延至次日: it was another day. Told before a day it may be the one that came of it
MOVED = pattern_of(
    rf"(?:推迟|延[迟后期]|[推往]后|后[延移]|顺延|提前|提早|错[后开]|往[前后][一-鿿]{{0,2}}|[晚早迟拖延挪推改加减+][开办搞前后]?)"
    rf"(?:召开|举行)?了?(?:有|近|约|将近|大概)?(?:{SPAN}|{N}{{1,2}}日)"
    r"|[改延推挪拖调移换放顺前][^,，。;；0-9]{0,2}[到至在成]了?(?:次[日周月]|第二|翌日|[隔同][天日]|[前后上下][一1]?[天日个周次]|[当年月]|周|星期|礼拜|以后|之后)"
    r"|(?:隔[天日]|第二天|次日|翌日)[^,，。;；]{0,3}[办开搞举补]|(?:推迟|延期|延后|顺延|改期|择[日期]|改[天日])(?!审理|开庭|退休|履行|付款|交付)"
)
# 6月12日次日, 6月12日-14日, 6月12日附近
BESIDE_IT = pattern_of(
    r"^\s*的?(?:次日|第二[天日周]|翌日|隔[天日]|[前后][一两三几0-9]?[天日周]|头[一两]天|前夕|那一?[周月]|那几天|那[阵段]|当[周月]|过后|开始|起(?!草|诉|正?式?(?:施行|执行|实[施行]|生效|运[行营]|启[用动]|开[行通放]|投[用运]|试[行运]|上线|对外))"
    r"|[-—~～至到/、或和及]\s*(?:[0-9]{1,2}\s?[./月]\s?[0-9]{1,2}|[0-9]{1,2}\s?[日号])(?![0-9:：点时]))"
)
NOT_QUITE = pattern_of(
    r"(?:不早于|不晚于|不迟于|早于|晚于|最迟|最早|最晚|最多|至迟|至晚|截[至止]|止于|[暂初拟预]定|预约|约[好定])(?:到|在|是|于|时间|日期|[:：])*(?:20[0-9]{2}年)?\s*$"
    r"|(?:记得|印象(?:中|里)?)[^,，。;；]{0,4}$"
)
# 9月11日，不对那次是…; 9月11日，说岔了: taken back in the next breath
TAKEN_BACK = pattern_of(
    r"^[\s,，。;；!！—…～~?？]*(?:(?:哦|噢|呃|额|啊|诶|哎呀?|等等)[\s,，。…]*)*"
    r"(?:不对(?!外)|[说记搞弄]?[岔串混]了|[说记写搞弄填]错了|错了|啊?不[,，]|不是(?=那|这))"
)
# 3月1日那份是专班
OF_ANOTHER_ONE = pattern_of(
    r"^\s*(?:发|印|成立)?的?那一?(?:份|个|次|回|届|版|批)[^,，;；。]{0,4}是(?!我们|[我本][院庭]|正式|成立|印发|制|发)"
)
# nothing but papers may be told against it: 不过照片还没导出来
BUT = pattern_of(
    r"[,，。;；!！\s(（]\s*(?:不过|但是?|可是?(?!以|能|随|供|查|见|调|[^,，。;；没未不]{1,4}[了啦](?:$|[,，。;；!！]))|只是|然而|其实|可惜|却|只不过)(?P<what>[^,，。;；!！]+)"
)
LATER = pattern_of(
    r"(?:下次|下回|下一[次回]|改[天日]|择日|另行|另外?(?:再|找)|以后|往后|后面)(?:再|时间|会上?)*(?:研究|议|讨论|学|开|说|谈|办|搞|讲|补)"
    r"|[留放排推拖延改挪移][到至](?:下|以后|月底|年底|明|周)"
)
OFF = r"取消|泡汤|黄了|作罢|搁置"
NOT_DONE: dict[Form, re.Pattern[str]] = {
    "milestone": pattern_of(OFF),
    "meeting": pattern_of(
        rf"[没未](?:有|能|来得及|顾上)*(?:办|搞|学|研究|讨论|议|涉及|提|轮到|上会|排)(?!完|到位|理)|意识形态[^,，。;；]{{0,8}}(?:没(?!问题)|未)"
        rf"|(?:议题|内容|议程)[^,，。;；]{{0,6}}(?:拿[掉下走]|撤|删|划掉|抽掉|换掉)|{OFF}"
    ),
    "entry": pattern_of(rf"[没未](?:有|能)?(?:去|办|搞|讲|赶上|轮到|成行|派人)(?!完|到位|理)|去不了|没去成|{OFF}"),
}
# the paper is the subject: 通报是5月20日发的, 文件落款6月12日; 纪要写的 are as good as the meeting
PAPER_BEFORE = pattern_of(
    rf"^\s*(?:[那这该][份个篇]|[一-鿿]{{0,5}}的|[区市院上级高]{{1,2}}[委里级院]?)?(?:{PAPER}|意见|讲话|公告|函|批复|发票|提醒|短信|邮件|报送|上报|提交|交|填报|截稿)"
    r"(?:都|就|才|是|的|时间|日期|在|于|为|署|发|[:：\s])*$|落款[^,，。;；]*$"
)
# how a meeting is told of right behind its day; whatever else stands there was something else
OF_A_MEETING = pattern_of(
    r"[召开][开了的过完会好成得地滴哒啦展哈]|开$|举行|会|党组|主持|参加|室|楼|厅|[上下]午|中午|早上|晚上|[0-9一二两三四五六七八九十][点时:：次日号]|那[天次个场]|刚|更正|订正|错|谢|辛苦|请|麻烦|抱歉|不好意思|无误|[报回]得?晚|岔|研究|讨论|通报|传达|部署"
)
GLUED = pattern_of(r"[\s～~…]")  # what stands apart is talk
# before the thing: 彩排, 筹备, 报名截止
BEFORE_IT = pattern_of(
    "彩排|筹[备划]|策划|动员会?$|预告|预热|报名|截止|踩点|排练|试讲|备课|走台|邀请函|(?:通知|方案)(?:通过|定稿)?$|商量|[接收]到[^,，。;；]{0,8}(?:邀请|通知|函|来信|请求)|商定|敲定|约[好定]|定下|[预暂]定|预约|候选|初[选评审]|公示"
)
ORGANS = any_of(
    "检察院|公安|派出所|司法[局所]|妇联|团[区市]?委|工会|教育局|民政局?",
    rf"(?:{DISTRICTS})区?(?:人民)?法?院?",
    "街道|居委会?|村委会?|社区|学校|幼儿园|企业|律所|律协|别的?[庭院]|其他[庭院]|隔壁|人家|他们|别人|外院",
)
NOT_SET_UP = pattern_of("筹备|筹建|[预暂]定|酝酿")
# 讲课的是检察院的人
HANDS = pattern_of(rf"(?:讲课?|主讲|主办|承办|牵头|组织|出面|[办搞])的?是(?!我)[^,，。;；]{{0,4}}(?:{ORGANS})")
THEIRS = pattern_of(
    rf"(?:^|[,，。;；\s(（])(?:其实|那|这)?(?:都|也)?(?:是|由)?[区市镇县本]?[一-鿿]{{0,2}}?(?:{ORGANS})(?:自己|那边|他们|单独)?(?:主办|承办|牵头|组织|举办|[办搞开做弄])?(?:的|了)?(?:活动)?[)）。!！]*(?=$|[,，。;；])"
)
# 6月1日检察院六一普法活动, 学校 is where it was
HOSTS = pattern_of(
    r"^\s*(?:[上下]午)?[是由]?[区市镇县]?(?:人民)?(?:检察院|公安局?|派出所|司法[局所]|妇联|团[区市]?委|教育局|民政局)"
    r"|^\s*(?:[上下]午)?[是由]?[一-鿿]{0,3}(?:街道|学校|社区|[居村]委会?|[小中]学|幼儿园)(?:自己)?(?:组织|举办|主办|承办|[办搞]的)"
)
# 检察院的人到学校讲了反诈, 徐汇法警搞了大练兵: they are who did it, wherever they went
THEY_DID = pattern_of(
    rf"^[\s,，]*(?:[上下]午)?[是由]?(?:[一-鿿]{{0,4}}(?:派出所|司法所)|(?:区|市)?(?:检察院|公安局?|司法局|妇联|团委|教育局|民政局)|[区市](?!民)[一-鿿]{{1,4}}(?:委|办|局)|(?:{DISTRICTS})区?(?:人民)?(?:法院|法警(?:大队)?|检察院|公安|院)|[市高中]{{1,2}}院)"
    r"(?:的?(?:同志|人|民警|干部|干警|老师|检察官)|那[边里]|他们|自己)*(?:[去到在来进][^,，。;；\s]{0,8}?|给[^,，。;；\s]{1,6}?|牵头|主动)?(?:(?:[办搞做讲上开]|组织|举办|开展|宣讲)[了的过个]|比武|座谈|调研)"
)
AT_OURS = pattern_of("[来到在]我们?(?:这[儿里边]|[院庭局]|法庭|大队)+")
US = pattern_of("我们|[我本][院庭]|联合|一起|共同|协[办助]|配合|[邀]?请[我法]|[和与跟同]")
# 那个开学第一课是检察院的, 是司法所讲的, 是转高院的
IS_THEIRS = pattern_of(
    rf"(?:是|属于?)(?:转发?)?(?:[区市镇县])?[一-鿿]{{0,2}}?(?:{ORGANS}|司法所|[高中]院)(?:自己|那边|他们|单独)?(?:主办|承办|牵头|组织|举办|[办搞开做弄讲发推])?的(?:活动|会议?|[班课]|培训)?(?=$|[,，。;；!！\s])"
    rf"|(?:登|刊[登发载]|报道|播|推送?|发布?)[了的](?:(?:{DISTRICTS})区?法?院|检察院|公安|外院|兄弟法?院)(?:的|那)|^\s*被[^,，。;；]{{0,6}}(?:通报|点名|批评|约谈)"
    r"|^\s*(?:学生|孩子|家长|居民|同学)们?自己(?:组织|[搞办去])|^\s*(?:电视|网上|手机)[上里]?(?:播|放|看|刷)[的到]"
)
# 去青浦看了人家的大比武, 观摩了宝山的实战训练: it was watched
ELSEWHERE = rf"(?:{DISTRICTS}|市?[高中]院|检察院|公安|武警|兄弟|外院|隔壁)"
WATCHED = pattern_of(
    rf"(?:[去到赴][^,，。;；\s]{{0,2}}{ELSEWHERE}[^,，。;；\s]{{0,4}}?|(?:^|(?<=[,，。;；\s]))[^,，。;；请]{{0,6}}?)(?:观摩|参观|看(?!望)了?|取经|观看了?|旁听了?)(?:人家|他们|别[的人]|{ELSEWHERE}|全市|市里)"
    rf"|[去到赴][^,，。;；\s]{{0,2}}{ELSEWHERE}[^,，。;；\s]{{0,4}}?(?:观摩|取经|参观|旁听|交流[,，]|[,，](?:人家|他们))"
)
WITH = pattern_of("我们|[我本][院庭]|[和与跟同]|联合|一起|共同|协[办助]|配合|[去在到进赴]")


def is_not_held(text: str, found: Found, form: Form) -> bool:
    """`form` is what should have been held."""
    text = QUOTED.sub(lambda match: "《" + "　" * (len(match.group()) - 2) + "》", text)
    before, own = beside(text, found, alone=False)
    behind = text[found.end :]
    is_near = TAKEN_BACK.match(behind) or (form != "milestone" and NOT_QUITE.search(before))
    if is_near or BESIDE_IT.match(behind) or _is_moved(behind) or _is_taken_back(behind, form):
        return True
    if form == "milestone":
        if OF_ANOTHER_ONE.match(behind):
            return True
        return bool(NOT_SET_UP.search(before) or NOT_SET_UP.search(own))
    if form == "meeting":
        is_other = is_of_another_meeting(before, own, text) or _is_something_else(beside(text, found)[1])
        return bool(PAPER_BEFORE.search(before) or is_other or BEFORE_IT.search(own) or IS_THEIRS.search(own))
    is_hosted = bool(HANDS.search(behind) or IS_THEIRS.search(own) or WATCHED.search(behind)) or (
        not WITH.search(own) and any(HOSTS.match(side) for side in (before, own))
    )
    return (
        is_hosted
        or (not US.search(AT_OURS.sub("", own)) and any(THEY_DID.match(side) for side in (before, own)))
        or bool(BEFORE_IT.search(before) or BEFORE_IT.search(own))
        or any(not WITH.search(match.group()) for match in THEIRS.finditer(behind))
    )


def _is_moved(behind: str) -> bool:
    """材料晚两天报 says nothing of the day."""
    return any(MOVED.search(clause) for clause in CLAUSE.split(behind) if not HARMLESS.search(clause))


def _is_something_else(own: str) -> bool:
    said = GLUED.split(own)[0].strip(" 　《》()（）才是的了嘛啊呀吧哦哈呢")
    return len(said) > 1 and not (OF_A_MEETING.search(own) or OURS.search(own) or HARMLESS.search(own) or "《" in own)


def _is_taken_back(behind: str, form: Form) -> bool:
    if any(not HARMLESS.search(match["what"]) for match in BUT.finditer(behind)):
        return True
    return bool(LATER.search(behind) or NOT_DONE[form].search(behind))
