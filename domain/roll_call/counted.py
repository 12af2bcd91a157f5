"""A round whose figures are left to be reckoned: 2个人每人各2条, 没填的3个其中2个补上了, 记录比上月翻了一番.

Put plainly before it is read; as it stands where what it comes of is not told.
"""

import re
from collections.abc import Mapping
from fractions import Fraction

from domain.numbers import level, value_of
from domain.patterns import pattern_of
from domain.roll_call import records_counted, told_by_change

N = "(?:[0-9]+|[一二两三四五六七八九十百]{1,4})"
HEAD = "(?:个人|[个人名位])"
ENDS = r"(?=$|[,;。!\s])"
# 45个人没填的3个，其中2个补上了; 45个人还有5个没填: where nothing but who filed is asked for
OF_ALL = pattern_of(
    rf"^(?:我们?[庭院]?|一?共|总共|在册)*(?P<a>{N})(?:个人|人|名|个)[,;\s]*(?:就|只|里头?|中|我们[庭院]|还|有)*(?P<n>{N}){HEAD}没[填报](?:的|完的?)?[。!]*$"
)
DOUBTED = pattern_of("大概|可能|好像|估计|左右|约|[?吗]|如果|要是|应该(?!填|报)")
EACH = pattern_of(
    rf"(?<!其中)(?<!里面)(?:有事可[记报]的|有(?:记录|过问|情况)的|[记报]了?的)?(?:就|只|一?共|总共)?(?:有)?(?P<n>{N}){HEAD}[,;\s]*(?:每人|每个人|人均|各|一人)(?:各|都)?(?:有|报|记|是)?了?(?P<m>{N})条"
)
MADE_GOOD = pattern_of(
    rf"[,;\s]*没[填报]的?(?:有|还有)?(?P<a>{N}){HEAD}[,;\s]*(?:其中|里头?|里面)?(?:有)?(?P<n>{N}){HEAD}?(?:今[早天]|刚才?|后来|昨[晚天]|[上下]午|中午|已经?|都|又|也)*补(?:上|填|报|好|齐)?了{ENDS}"
)
TWICE = pattern_of(
    rf"(?P<a>{N})人次[,;。\s]*(?:其中|里头?|里面)?(?:是)?有(?P<n>{N}?){HEAD}[^,;。0-9]{{0,8}}(?:填|报|录)了?[两2][遍次回]{ENDS}"
)
FEWER = pattern_of(rf"(?:少|漏)[填报]了?(?P<n>{N}){HEAD}{ENDS}")
NOT_ONE_NOT = pattern_of(rf"没有?一?个没[填报](?:的|完的)?{ENDS}")
# 记录0，哎那是9月那张，10月1条
OF_BEFORE = (
    rf"(?P<what>应填|已填|记录)[数是有]*{N}[条个人]?[,;。\s]*(?:[哎哦噢呀啊]|不对)*[,;\s]*(?:那|这)[个是]*是?(?:BEFORE)(?:那[张份]|的|那个?月的)?"
    rf"[^,;。0-9]{{0,4}}[,;。\s]+(?:NOW|[这本]个?月)(?:份)?(?:的|是|才|有)*(?={N})"
)
# 应填45漏了新来的，46才对
RATHER = pattern_of(
    rf"(?:早上|上午|昨天|刚才?|前面|之前)?(?:报|填)?的?(?P<what>应填|已填|记录)[数是有]*{N}[条个人]?(?:漏|少|多|重)[^,;。0-9]{{1,12}}[,;。\s]+(?:应该?是)?(?P<b>{N})[条个人]?才(?:对|是)"
)
RIGHT = pattern_of(
    rf"(?<=[0-9条个人])(?:也|都)?没(?:错|问题)(?:的)?{ENDS}|[,;\s]+记录(?:也|都)?没(?:错|问题|变)(?:的)?{ENDS}"
)
QUOTED = pattern_of(
    r"^[【\[“](?P<said>[^】\]”]*)[】\]”]\s*[↑^]*\s*(?:这|那|上面)[个条份]*是[^。0-9]*(?:别|不要|勿)(?:录|算|记)[^。0-9]*[。;!]\s*(?=.*[0-9])"
)
ORDER = pattern_of(r"(?<=[0-9条])[,;\s]+(?:头|第)一?一个是应填(?:的)?[^0-9,;]{0,4}$")
ONLY_OURS = pattern_of(rf"(?<=[人名])(?:就|只有?)我们[庭院](?:里)?(?=还?有{N}{HEAD}没)")
NOT_OURS = pattern_of(
    rf"^[^,;。0-9]{{0,6}}(?P<a>{N})[个人名]*[,;\s]+[^,;。0-9]{{1,8}}(?P<n>{N}){HEAD}[^,;。0-9]{{0,10}}不算(?:我们)?的?(?:[,;\s]+[^,;。0-9]{{1,6}}{N}{HEAD}?[^,;。0-9]{{0,4}}(?:照[填算报]|也算|都算|算我们)[^,;。0-9]{{0,4}})?[。!]*$"
)
# 昨天报你25是吧，今早又补上来一个: the figure told before and those who came since
AND_MORE = pattern_of(
    rf"^(?:昨[天晚日]|前天|[上下]午|早上|刚才?|前面|之前|上[次回]|原来)[^,;。0-9]{{0,4}}?(?:报|说|给|发|填)[给你您们的了是有]*(?P<a>{N})[个人名]?(?:是|对)?吧?[,;。\s]+"
    rf"(?:今[早天晚晨]|[上下]午|刚|才|后来|现在|早上|中午)*(?:[又再](?:有)?(?:补|交|填|报|加|来|多)[了上来进交报填齐]*(?P<n>{N}){HEAD}|[又再]有(?P<m>{N}){HEAD}(?:也|都)?(?:补|交|填|报)(?:上来?|了|好|齐)+)了?[。!]*$"
)
SAME = "(?:跟|和|与|同)(?:THEN)的?(?:一样|相同|一致)[,是为都]*(?=[0-9])"
TOLD_THEN = (
    rf"^[^,;。0-9]{{0,4}}(?:THEN)(?:是|有|报了?)?(?P<a>{N})条[,;。\s]+(?:这个?月|本月|NOW)?(?:比(?:THEN)的?)?"
    rf"(?:又)?(?P<way>少|多)了?(?P<n>{N})条?(?:[,;。!]|$)"
)
DIFFERENT = rf"(?<=[,;。\s])记录(?:数)?[比较](?:THEN)的?(?:又)?(?P<way>少|多)了?(?P<n>{N})条{ENDS}"
# 比上个月少一个，月初退休的
FEWER_THAN_THEN = rf"^(?:我们?)?[比较](?:THEN)的?(?:还|又)?(?P<way>少|多)了?(?P<n>{N}){HEAD}(?=$|[,;。!])(?![^?]*[0-9])"
DOUBLED = "记录(?:数)?[比较](?:THEN)的?翻了?一?[番倍]|记录(?:数)?是(?:THEN)的?[两2]倍"

# 3条，上月那1条不算
OF_THEN = pattern_of(
    rf"(?<=[0-9条人名个])[,;(\s]+(?:上个?月|上次)的?那?{N}\s?[条个](?:都|也|就)*(?:不算|报过了?|登过了?|不在内|没算)[^,;。0-9]{{0,4}}\)?(?=[,;。!]|$)"
)
# 记了一条……哦不，书记员说她那边还有一条，那就两条: what comes of it in the end
IN_THE_END = pattern_of(
    rf"^(?P<head>[^,;。0-9]{{0,8}}?)(?:(?P<a>{N})\s?(?P<unit>条|{HEAD})|没有|零条?)了?[,;。…~\s]+(?:[哦噢哎诶呃啊]*(?:不[对是]?|等等|等一?下)|[哦噢哎诶呃啊]+)[,;。…\s]+"
    rf"(?P<more>[^。;?]{{2,30}}?)[,;。\s]+(?:那么?|所以|这样)(?:我们)?(?:就|应该?|一?共|总共|[算报是有])*(?P<b>{N})\s?(?P<of>条|{HEAD})[了吧啊的]*[。!]*$"
)
# 算上新来的两个书记员是40
INCLUDING = pattern_of(
    rf"^(?:算上|加上|连上?|包括|含)[^,;。0-9]{{0,8}}?{N}(?:个人|[个人名位])(?:书记员|助理|法官|同志|干警|法警|司机|聘用制?)*的?[,;\s]*(?:一共|总共|共|就|也)?(?:是|有)?(?={N})"
)
# 记录1条，哦不对2条，刚有个法官补了一条
RECORDS_RATHER = pattern_of(
    rf"(?P<what>记录)[有是]?{N}条[,;。\s]+[哦噢啊哎]*(?:不对|不是|错了)[,;\s]*(?:应该?)?是?(?P<b>{N})条(?:[,;。\s]+(?:刚|才|又)[^,;。0-9]{{0,8}}补了?(?:一|{N})条)?(?=$|[。!])"
)
SHOULD_BE = pattern_of(rf"应填(?:人数)?就?是(?={N})")
ITS_PART = pattern_of(rf"(?P<n>{N})\s?(?:条|{HEAD})")


def plainly(text: str, field: str, month: int, last: Mapping[str, Fraction]) -> str:
    """`last` is what is on record for the month before."""
    said = level(text)
    text = said if (said := told_by_change.without_question(said)) != level(text) else text
    if DOUBTED.search(said):
        return text
    then = f"上个?月(?:份)?|{(month - 2) % 12 + 1}月(?:份)?"

    def of(source: str) -> "re.Pattern[str]":
        return re.compile(source.replace("THEN", then).replace("BEFORE", then).replace("NOW", f"{month}月"))

    plain = ORDER.sub("", QUOTED.sub("", IN_THE_END.sub(_in_the_end, OF_THEN.sub("", said))))
    plain = told_by_change.plainly(plain, field, month, int(last.get("should", 0)))
    plain = records_counted.plainly(plain, month, int(last.get("should", 0)))
    plain = RATHER.sub(
        r"\g<what>\g<b>", INCLUDING.sub("", SHOULD_BE.sub("应填", RECORDS_RATHER.sub(r"\g<what>\g<b>条", plain)))
    )
    plain = RIGHT.sub("", plain) if plain != said else plain
    plain = of(OF_BEFORE).sub(r"\g<what>", of(SAME).sub("", plain))
    plain = ONLY_OURS.sub(",", plain)
    plain = NOT_ONE_NOT.sub("都填了", FEWER.sub(r"\g<n>个没填", plain))
    plain = EACH.sub(lambda told: f"{_value(told['n']) * _value(told['m'])}条", plain)
    plain = MADE_GOOD.sub(lambda told: _less(told, ",{n}个没填"), TWICE.sub(lambda told: _less(told, "{n}人"), plain))
    plain = of(TOLD_THEN).sub(lambda told: _changed(told, _value(told["a"])), plain)
    records = last.get("records")
    if records is not None:
        plain = of(DOUBLED).sub(f"记录{2 * records}条", plain)
        plain = of(DIFFERENT).sub(lambda told: _changed(told, int(records)), plain)
    if field == "filed":
        plain = AND_MORE.sub(lambda told: f"更正,{_value(told['a']) + _value(told['n'] or told['m'])}人", plain)
        plain = OF_ALL.sub(lambda told: _less(told, f"应填{_value(told['a'])}人,已填{{n}}人"), plain)
    if field == "should" and (should := last.get("should")) is not None:
        plain = of(FEWER_THAN_THEN).sub(lambda told: _people(told, int(should)), plain)
    if field == "should":
        plain = NOT_OURS.sub(lambda told: _less(told, "{n}人"), plain)
    return text if plain == said else plain


def _in_the_end(told: "re.Match[str]") -> str:
    """As long as what is said between both comes out."""
    first, last = _value(told["a"] or "零"), _value(told["b"])
    comes_out = all(last in (first + n, first - n, n) for n in map(_value, ITS_PART.findall(told["more"])))
    is_one_sort = told["unit"] is None or (told["unit"] == "条") == (told["of"] == "条")
    return f"{last}{told['of']}" if comes_out and is_one_sort else told.group()


def _less(told: "re.Match[str]", plain: str) -> str:
    left = _value(told["a"]) - _value(told["n"] or "一")
    return plain.format(n=left) if left >= 0 else told.group()


def _changed(told: "re.Match[str]", then: int) -> str:
    now = then + _value(told["n"]) * (1 if told["way"] == "多" else -1)
    return f"记录{now}条" if now >= 0 else told.group()


def _people(told: "re.Match[str]", then: int) -> str:
    return f"应填{then + _value(told['n']) * (1 if told['way'] == '多' else -1)}人"


def _value(written: str) -> int:
    return value_of(written) or 0
