"""A remark of how the figures were counted, which makes them wider, narrower or rounder than what is asked for.

含二审和再审; 零头没算; 非常满意的没算在里面; 有的还要回访才能算.
What is known to change nothing: 含庭长, 助理没算, 经统计.
"""

from domain.numbers import level
from domain.patterns import pattern_of

CLAUSE = pattern_of(r"[^,，。;；!！\n()（）:：、\s]+")
FIGURE = pattern_of("[0-9]|[一二两三四五六七八九十百]+(?:[件个人名位条]|$)")
HOW = pattern_of(
    "(?<!在)(?<!还)算(?!错|清|好|过|账|是|了|在册|上|达标|合格)|含(?!义|糊)|包[括含]|计入|归到|[零尾]头|大数|整数|取整|四舍五入"
    "|[也都还](?:[算放加并带]进|在(?:里[头面边]|内))|另[外一][^,]{0,12}[没未](?:拿|导|出|统计|收到|给)"
    "|对不上|不(?:一致|相符)|口径|剔|刨|扣|折合|重复|去重|的[也都又还]+算了|合并|[没未要再才]能?认定|(?:有[的些]|部分的?)[^,]{0,4}(?:还|才|[没未]|不|是)"
)
ALL_IN = pattern_of(
    "(?:含|带|[里中]面?(?:还|也)?有)(?!不)[^,，;；。]{0,14}(?:测试|解除|撤[销诉回]|重复|挂名|临时)[^,，;；。]{0,4}$|按编制|是?按[^,;。]{0,6}(?:人次|人头|批次)(?:算|计|统计)?的?$|(?:报名|登记|预计|计划)学时|[都也全][算计][了]?(?:进|在内|到)"
)  # 14件是不管期限都算进去的
BY_HEADS = pattern_of("[0-9]批[、,，]?[0-9]+人次?")  # 来访44批118人次: which of the two counts?
# who is of the house whatever he is called, and what is never counted; nothing is open behind these
HARMLESS = pattern_of(
    r"^(?:[也均都]?(?:含|包括)(?:了)?(?:[院庭局]?[领导长]+|主任|所有|各|全部|全体|新(?:[入进调设建增]|成立|组建)|退|在编|聘用)|没有?零头|按[^,]{1,8}口径|按[^,去上前旧老]{0,8}(?:台[账帐]|系统|报表)算的|[^,]{0,6}等[^,]{1,14}再[报补填给]"
    r"|[^,]{0,8}(?:助理|书记员|法警|聘用)[^,]{0,6}(?:[没未不]算|除外|不含)|(?:都|全)(?:包括|含)?在?内?|[其剩]|[^,]{1,8}[室处办庭局科组][和与跟][^,]{1,6}[室处办庭局科组]合并了|按.{1,6}计$)"
    r"|不算(?:多|少|高|低|好|差|快|慢|晚|迟|远|难|什么|啥)|才能?算(?:好|齐|完|弄|搞|对|有|把|忙)|算(?:上|下)?[来去](?:了)?$|总算|打算|核算|结算|预算|清算"
    r"|有的[人同是法当]|没有的|[和跟与同比]上[个]?[月年季周]|(?:[也还都]|应|该|所|只|就)?有的(?:$|[话时])"
)

# 统计口径我按在编干警来的哈: a clause by itself, of those whom the notice counts or of the words of the notice
OF_NOTICE = (
    "(?:[您你]们?)?(?:发的?|给的?)?(?:全院|全庭|全体|所有|现有|实有|通知|文件|指标)?(?:在[编册岗]|要求|规定|说明|定义|解释)*"
    "的?(?:干警|人员|人数|法官|案件)?"
)
AS_EVER = "(?:[上前]次|上个?月|以往|往常|老)的?"
BY = "(?:按照?|依照?|以|用)"
SO = "(?:来|算|统计|计|报|填|弄|做|为准)"
AS_ASKED = pattern_of(
    r"(?:^|(?<=[,，。;；\n]))\s*(?:统计|计算|数据)?(?:我们?|是|都)*"
    rf"(?:(?:口径|范围)(?:我们?|[都还就仍也]|是|为|[:：])*{BY}?(?:{OF_NOTICE}|{AS_EVER}){SO}*|{BY}(?:{OF_NOTICE}|{AS_EVER})口径{SO}*"
    rf"|{BY}(?=[一-鿿]{{3}}){OF_NOTICE}{SO})[的了]?[哈啊哦呀呢]*\s*(?:[,，。;；\n]+|$)"
)
# 聘用制的不算: who is never counted
OUTSIDE = pattern_of(
    r"(?:^|(?<=[,，。;；\n]))\s*(?:其中|像)?(?:法官)?(?:聘用制?|编外|外聘|劳务派遣|实习|文员|助理|书记员|法警|辅警)(?:人员|干警|生|的)*"
    r"(?:都|也|就|是)*(?:[不没未]算|不含|不计|除外|不在内)(?:在?内|进[去来]?|在?里[面头])?[的了]?[哈啊哦呀呢]*\s*(?:[,，。;；\n]+|$)"
)


def without_as_asked(text: str) -> str:
    return OUTSIDE.sub("", AS_ASKED.sub("", text))


def is_told(text: str) -> bool:
    if BY_HEADS.search(text):
        return True
    clauses = (match.group() for match in CLAUSE.finditer(level(text)))
    return any(
        ALL_IN.search(one) or (HOW.search(one) and not FIGURE.search(one) and not HARMLESS.search(one))
        for one in clauses
    )
