"""Figures that their writer leaves to be reckoned: 结案比上月多70, 43件里头有5件是超期的, 全年4次上半年占了3次.

Put into the sentence where everything that they come of is told or on record; as it stands where it does not come out.
"""

import re
from fractions import Fraction

from domain.kinds import Quantity
from domain.numbers import amount_of, level
from domain.patterns import pattern_of
from domain.reader.asked import Asked
from domain.reader.vocabulary import is_earlier

N = r"(?<![0-9.])[1-9][0-9]*(?:\.[0-9]+)?(?![0-9.])"
FEW = rf"(?:{N}|[一二两三四五六七八九十]{{1,3}})"
UNIT = "(?:万元?|亿元?|人次|[件个人名条次起天])?"
MORE, LESS = "多|增加?|涨|高", "少|减少?|降|低"
START, END = r"(?:^|(?<=[,;。!:\s]))", r"(?=$|[,;。!\s])"
DOUBTED = pattern_of("大概|可能|好像|估计|左右|上下|约|[几多]件|[?吗]|如果|要是|争取|目标|预计")
BEFORE = {"month": "上个?月(?:份)?", "year": "上年度?|上一年度?", "half-year": "上半年"}
SINCE = (
    rf"{START}(?:(?:20)?YEAR年)?(?P<what>[^,;。0-9比较]{{1,10}}?)[比较](?:THEN)(?:的|报的|那会儿?)*"
    rf"(?:又|还|要)?(?:(?P<more>{MORE})|{LESS})[了出]*(?P<n>{FEW}){UNIT}{END}(?![,;:\s]*[0-9])"
)
SAME = pattern_of(
    rf"{START}(?P<what>[^,;。0-9比较]{{1,10}}?)(?:也|都|还是|没变|没动|和上[月年]|跟上[月年])*(?:一样|不变|没变|没动|持平|相同){END}"
)
# 办结43件，43里头有5件是超期才办的: of what was to be done in time
LATE = pattern_of(
    rf"{START}(?P<done>[^,;。0-9应该]{{0,8}}(?:办结|反馈|[报办])了?)(?P<all>{N})(?P<unit>[件个])[,;。\s]+"
    rf"(?:(?P=all)件?)?(?:其中|里头?|里面|当中)?(?:的|有)*(?P<n>{FEW})[件个](?:是|都是)?[^,;。0-9]{{0,2}}(?:(?:超期|逾期|过期|超了期|迟|晚)[^,;。0-9]{{0,6}}|晚了[一两二三0-9]天){END}"
)
IN_TIME = ("期限内", "按时")
TOLD_IN_TIME = pattern_of("(?:期限内|按[时期])(?!应)[^,;。0-9应]{0,6}(?:[0-9]|$)|算按时|批准|不算")
OF_THEN = pattern_of("去年|上年|上个?月|[0-9]月")
# 应到位28100，到位13850，后面那个带了外地法院的600，要减掉; 1690（含破产12件，不算一审的，剔掉）
OFF = (
    "(?:这?(?:部分|些|几件)?(?:不算[^,;。0-9()]{0,4}[,;]\\s?)?"
    "(?:都|也)?(?:要|得|应|请|该|麻烦|你们?)*(?:给)?(?:减|扣|剔|刨)(?:掉|除|去|来|出)+(?:吧|哈|了)?)"
)
IN_BRACKETS = pattern_of(
    rf"(?P<all>{N})(?P<unit>{UNIT})\((?:里面?|其中)?[含带有包括]+(?P<of>[^,;。0-9()]{{0,8}})(?P<n>{N}){UNIT}[^,;。0-9()]{{0,8}}[,;]\s?{OFF}\)"
)
BEHIND = pattern_of(
    rf"[,;。\s]+(?P<which>前面?一?那?[个数者]|后面?一?那?[个数者]|第[一二]个)数?(?:里头?|里面|中)?(?:多|带|含|包含|包括|混|有|算)[了进]*[^,;。0-9]{{0,12}}?(?P<n>{N}){UNIT}(?:[^,;。0-9]{{0,6}})?[,;\s]+{OFF}{END}"
)
FIGURES = pattern_of(N)
# 全年4次，上半年占了3次, where the second half is asked for
OF_YEAR = pattern_of(
    rf"全年(?:一?共|总共|合计|是|有)*(?P<all>{FEW})(?P<unit>{UNIT})[,;。\s]+(?:其中|[扣减刨除][去掉除]?)?上半年(?:的|就|占|有|是|用|报|做|发|了|掉|已经)*(?P<n>{FEW}){UNIT}(?:[,;\s]+下半年(?:就|应该|实际|是|有)*(?P<left>{FEW}){UNIT})?{END}"
)
# 上半年2次，全年5次
OF_YEAR_LAST = pattern_of(
    rf"(?:^|(?<=[,;。!]))上半年(?:就|占|有|是|用|报|做|发|了|已经)*(?P<n>{FEW}){UNIT}[,;。\s]+全年(?:下来)?(?:一?共|总共|合计|累计|是|有)*(?P<all>{FEW})(?P<unit>{UNIT}){END}"
)
# 化解22件，去年同期比这少7件
YEAR_BEFORE = pattern_of(
    rf"(?P<now>(?<![0-9.])[1-9][0-9]*)(?P<unit>[件个人]?)[,;。\s]+(?P<year>(?:去年|上年)(?:同期|同月))比(?:这个?|今年|现在)(?:还|要)?(?:(?P<more>多|高)|少|低)了?(?P<n>{FEW})[件个人]?{END}"
)
# 分调裁审比60%的线多了32件，一审1600件
LINE = pattern_of(
    rf"{START}(?P<what>[^,;。0-9]{{2,10}}?)(?:比|离|距离?|较)(?P<line>[1-9][0-9]?(?:\.[0-9]+)?)%(?:的)?(?:红?线|目标|要求|标准|指标|及格线)?(?:还|又|要|正好)*(?:(?P<more>多|高|超)|[差少低短欠])[出了过]*(?P<n>{FEW})[件个人]{END}"
)
# 履行同成功; 履行数和成功数一样
AS_ANOTHER = pattern_of(
    rf"{START}(?P<what>[^,;。0-9]{{2,8}}?)(?:同(?![期月比])|等于|[跟和与](?=[^,;。0-9]{{2,8}}(?:一样|相同|相等|一致)))(?P<of>[^,;。0-9]{{2,8}}?)(?:一样|相同|相等|一致)?(?:多)?的?{END}"
)
NAMED = pattern_of(rf"(?P<what>[^,;。0-9]{{2,10}}?)[是有为:]?(?P<n>{N}){UNIT}{END}")
YUAN = pattern_of(
    r"[,;。(\s]*(?:[^,;。0-9()]{1,6}给?的[,;]\s?)?单位(?:都|全)?(?:是|为|:|用的是?)?元(?:\))?(?=$|[,;。!\s])"
)
LARGE = pattern_of(r"(?<![0-9.])[1-9][0-9]{5,}(?:\.[0-9]+)?(?![0-9.万亿元件人个])")


def plainly(text: str, asked: Asked) -> str:
    said = level(text)
    if DOUBTED.search(said):
        return text
    is_yuan = YUAN.search(said) and LARGE.search(said) and _is_money(asked)
    plain = LARGE.sub(r"\g<0>元", YUAN.sub("", said)) if is_yuan else said
    plain = _since_last(_less(plain, asked), asked)
    plain = AS_ANOTHER.sub(lambda told: _as_another(told, asked), plain)
    plain = _by_line(YEAR_BEFORE.sub(_of_year_before, plain), asked)
    if asked.period and asked.period.every == "half-year" and asked.period.start.month > 1:
        plain = OF_YEAR.sub(_of_second_half, OF_YEAR_LAST.sub(_of_second_half, plain))
    return text if plain == said else plain


def named(said: str, asked: Asked) -> Quantity | None:
    """Of which all of these signs are, and which is not told apart from another one by 应 or by its year."""
    bare = re.sub("的|数|是|有|呢|嘛|我们?|本月|这个?月|今年|本期|[0-9]+年", "", said).strip()
    if bare in ("件", "总", "总件", "案件") and len(asked.quantities) == 2:
        return asked.quantities[1]  # 件数比上月多3: of a part and its whole
    exact = [one for one in asked.quantities if one.label == bare]
    fitting = exact or [one for one in asked.quantities if set(bare.replace("实", "已")) <= set(one.label)]
    for sign in ("应", "年同"):
        fitting = [one for one in fitting if (sign in one.label) == (sign in bare)] if len(fitting) > 1 else fitting
    return fitting[0] if len(bare) > 1 and len(fitting) == 1 else None


def _since_last(text: str, asked: Asked) -> str:
    """Of the period before, which is on record; 上月 of a month alone."""
    then = BEFORE.get(asked.period.every) if asked.period else None
    if then is None or not asked.last or asked.period is None:
        return text
    if then == BEFORE["year"] and any(is_earlier(one.label) for one in asked.quantities):
        return text
    if asked.period.every == "month":
        then = f"{then}|{(asked.period.start.month - 2) % 12 + 1}月(?:份)?"

    def worked_out(told: "re.Match[str]") -> str:
        of = named(told["what"], asked)
        last, n = (asked.last.get(of.label) if of else None), _value(told["n"])
        if of is None or last is None or n is None:
            return told.group()
        value = last + n if told["more"] else last - n
        return f"{of.label}{_written(value)}" if value >= 0 else told.group()

    plain = re.sub(SINCE.replace("THEN", then).replace("YEAR", f"{asked.period.start:%y}"), worked_out, text)
    return plain if plain == text else SAME.sub(lambda told: _as_before(told, asked), plain)


def _as_before(told: "re.Match[str]", asked: Asked) -> str:
    """合格的比上年多2件，核查数一样."""
    of = named(told["what"], asked)
    last = asked.last.get(of.label) if of else None
    return told.group() if of is None or last is None else f"{of.label}{_written(last)}"


def _as_another(told: "re.Match[str]", asked: Asked) -> str:
    """Whose figure is told under its own name, once."""
    what, of = named(told["what"], asked), told["of"].removesuffix("数")
    figures = {one["n"] for one in NAMED.finditer(told.string) if one["what"].removesuffix("数") == of}
    return f"{what.label}{figures.pop()}" if what and told["what"] != of and len(figures) == 1 else told.group()


def _less(text: str, asked: Asked) -> str:
    if any(one.label.startswith(IN_TIME) for one in asked.quantities):
        text = LATE.sub(lambda told: _in_time(told, asked), text, count=1)
    for bracket in IN_BRACKETS.finditer(text):
        text = text.replace(bracket.group(), _left(bracket, f"{{n}}{bracket['unit']}"))
        text = re.sub(rf"[,;]\s?(?:也|都)?没有?{bracket['of'] or '的'}(?=$|[,;。!])", "", text)  # nor of the other one
    told = BEHIND.search(text)
    figures = list(FIGURES.finditer(text, 0, told.start())) if told else []
    if told is None or len(figures) != 2 or re.search("[减扣剔刨]", text[: told.start()] + text[told.end() :]):
        return text
    of = figures[0 if told["which"][:2] in ("前面", "前一", "前那", "前个", "前数", "前者", "第一") else 1]
    whole, n = _value(of.group()), _value(told["n"])
    if whole is None or n is None or n >= whole:
        return text
    return f"{text[: of.start()]}{_written(whole - n)}{text[of.end() : told.start()]}{text[told.end() :]}"


def _in_time(told: "re.Match[str]", asked: Asked) -> str:
    label = next(one.label for one in asked.quantities if one.label.startswith(IN_TIME))
    whole, n = _value(told["all"]), _value(told["n"])
    due = [_value(one) for one in FIGURES.findall(told.string[: told.start()])]
    if whole is None or n is None or n >= whole or any(one is not None and one - whole == n for one in due):
        return told.group()  # 应办46件，办结43件，有3件超期: those that it lacks
    if not any(one is not None and one >= whole for one in due):
        return told.group()
    others = told.string[: told.start()] + told["done"] + told.string[told.end() :]
    if TOLD_IN_TIME.search(others) or OF_THEN.search(told.group()):
        return told.group()
    return f"{label}{_written(whole - n)}{told['unit']}"


def _left(told: "re.Match[str]", plain: str) -> str:
    whole, n = _value(told["all"]), _value(told["n"])
    return told.group() if whole is None or n is None or n > whole else plain.format(n=_written(whole - n))


def _of_second_half(told: "re.Match[str]") -> str:
    plain = _left(told, f"{{n}}{told['unit']}")
    left = told.groupdict().get("left")
    is_so = plain == f"{_written(_value(left) or Fraction(0))}{told['unit']}" if left else True
    return plain if is_so else f"{plain},下半年{left}{told['unit']}"


def _of_year_before(told: "re.Match[str]") -> str:
    now, n = _value(told["now"]) or Fraction(0), _value(told["n"]) or Fraction(0)
    then = now + n if told["more"] else now - n
    return f"{told['now']}{told['unit']},{told['year']}{_written(then)}{told['unit']}" if then >= 0 else told.group()


def _by_line(text: str, asked: Asked) -> str:
    """As far from so many percent of the whole, where the whole is told as such."""
    told = LINE.search(text)
    of = named(told["what"], asked) if told else None
    pair = next((one.parts for one in asked.demands if one.is_share and of and one.parts[0] == of), None)
    if told is None or pair is None:
        return text
    rest = re.finditer(rf"(?P<what>[^,;。0-9]{{2,10}}?)(?:一共|总共|共|整)*(?P<n>{N})", text.replace(told.group(), ""))
    wholes = [one["n"] for one in rest if named(one["what"], asked) == pair[1]]
    line, n = Fraction(told["line"]) / 100, _value(told["n"])
    if len(wholes) != 1 or n is None:
        return text
    value = Fraction(wholes[0]) * line + (n if told["more"] else -n)
    is_plain = value.denominator == 1 and 0 <= value <= Fraction(wholes[0])
    return text.replace(told.group(), f"{pair[0].label}{_written(value)}") if is_plain else text


def _is_money(asked: Asked) -> bool:
    return any(one.unit == "万元" for one in asked.quantities)


def _value(written: str) -> Fraction | None:
    return amount_of(written)


def _written(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.10g}"
