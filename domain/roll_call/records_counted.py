"""Records that are left to be reckoned: 44个写的“无”，另外两位各记一条; 一个三条一个一条; 剩下那条才是11月的."""

import re

from domain.numbers import value_of
from domain.patterns import pattern_of

N = "(?:[0-9]+|[一二两三四五六七八九十百]{1,4})"
HEAD = "(?:个人|[个人名位份])"
REST = "(?:另外|其[余他它]|剩下?|余下|还有)的?"
# 46个人都交了，44个写的“无”，另外两位各记一条
BESIDE_NONE = pattern_of(
    rf"[,;\s]+(?P<z>{N}){HEAD}?(?:都)?(?:是|写|填|报)?(?:的|了)?[“\"]?(?:无|零报告?|没有|空白)(?:的)?[”\"]?[,;\s]+(?P<rest>{REST})?(?P<n>{N}){HEAD}[,;\s]*(?:有(?:情况|内容|事)[的,]?)?(?P<each>每人|各|一人)?(?:各|都)?(?:有|报|记|填|录)?了?(?P<m>{N})条"
)
# 两个人有，一个三条一个一条
ONE_AND_ONE = pattern_of(
    rf"(?<![0-9一二三四五六七八九十])(?:两|2|二){HEAD}(?:有|报了?|记了?|填了?)?[,;:\s]*一(?:个人?|人|位)(?:有|是|记了?|报了?)?(?P<a>{N})条[,;、\s]*(?:另)?一(?:个人?|人|位)(?:有|是|记了?|报了?)?(?P<b>{N})条"
)
# 记了1条打听案情、1条请托
OF_TWO_KINDS = pattern_of(
    rf"(?:记录?|录|登记?|报)了?(?P<a>{N})条[^,;。、0-9]{{1,8}}[、和,](?P<b>{N})条[^,;。、0-9条]{{1,8}}(?=[。!]*$)"
)
# 来问的有5拨，真正够得上记的3条
WORTH_IT = pattern_of(
    rf"^(?:来)?(?:问|打听|打招呼|咨询)的(?:有|一共|倒有|来了)*{N}[拨个次起人位][人次]?[,;。\s]+(?:真正?|实际)?(?:够得上|够|符合|算得上|该|要|需要?|能|够条件)(?:记|录|登记?|填|算)录?的?(?:就|只|有|是)*(?={N}条)"
)
# 22条，不过点开全是零报告，真记的没有
ALL_EMPTY = pattern_of(
    rf"^[^,;。0-9]{{0,8}}{N}条[,;。\s]+(?:不过|但是?|可是?)?[^,;。0-9]{{0,6}}(?:全部?|都|均)(?:都)?是(?:零报告|零记录|空的?|“?无”?)的?(?:[,;。\s]+[^,;。0-9]{{0,6}}(?:没有?|无)[了的]?)?[。!]*$"
)
# 系统里躺着3条，一条是测试，一条是10月补的，剩下那条才是11月的
ONE_LEFT = (
    rf"^[^,;。0-9]{{0,8}}(?P<all>{N})条[,;。\s]+(?P<out>(?:[一1]条(?:是)?(?!NOW|[本这]个?月)[^,;。]{{2,14}}[,;。\s]+){{1,4}})"
    rf"(?:剩下?|余下|还有)的?(?:那)?[一1]?条才?是(?:NOW|[本这]个?月)的?[。!]*$"
)
# 30，新来的2个不在名单，不用算, where there were thirty before
NOT_LISTED = pattern_of(
    rf"(?<![0-9])(?P<all>[0-9]+)[个人名位]?[,;\s]+[^,;。0-9]{{0,14}}?{N}{HEAD}[^,;。0-9]{{0,8}}不在(?:名单|名册|册|编)(?:上|里|内)?的?[,;\s]*(?:不用|不)(?:算|填|管|报|计)[^,;。0-9]{{0,4}}(?=[。!]*$)"
)
# 一、…二、…三、…。以上三条: of the answer
SO_FAR = pattern_of(rf"[,;。\s]+以上(?:共|就)?{N}[条点项][。!]*$")


def plainly(text: str, month: int, headcount: int) -> str:
    text = NOT_LISTED.sub(lambda told: told["all"] if _value(told["all"]) == headcount else told.group(), text)
    text = SO_FAR.sub("", text)
    text = ALL_EMPTY.sub("记录0条", WORTH_IT.sub("记录", text))
    text = BESIDE_NONE.sub(_of_the_rest, ONE_AND_ONE.sub(_both, OF_TWO_KINDS.sub(_both, text)))
    return re.sub(ONE_LEFT.replace("NOW", f"{month}月"), _one_left, text)


def _both(told: "re.Match[str]") -> str:
    return f"记录{_value(told['a']) + _value(told['b'])}条"


def _of_the_rest(told: "re.Match[str]") -> str:
    """As long as they are all that are told before."""
    n, records = _value(told["n"]), _value(told["m"])
    wholes = {_value(one) for one in re.findall(N, told.string[: told.start()])}
    if (wholes or not told["rest"]) and _value(told["z"]) + n not in wholes:
        return told.group()
    filed = "" if told["rest"] else f",已填{_value(told['z']) + n}人"
    return f"{filed},记录{n * records if told['each'] else records}条"


def _one_left(told: "re.Match[str]") -> str:
    return "记录1条" if told["out"].count("条") + 1 == _value(told["all"]) else told.group()


def _value(written: str) -> int:
    return value_of(written) or 0
