"""The day on which something was set up: of several the one of the thing that is asked about."""

from collections.abc import Collection, Sequence
from datetime import date

from domain import answers
from domain.dates import find_day, find_days
from domain.day_not_held import is_not_held
from domain.day_of_another import is_of_another
from domain.patterns import pattern_of
from domain.reader import day_told, words
from domain.reader.asked import Doubt
from domain.reader.clauses import clauses
from domain.reader.other_units import is_of_others
from domain.reader.point_names import Point
from domain.reader.point_times import carried, in_year, is_year_left_open
from domain.reader.questions import is_question
from domain.reader.statements import Read
from domain.steps import without_steps

# the day of another thing, or of another house's
HIGHER = r"(?:区里|市里|省里|上级|区委|市委|政法委|市?[高中]院|最高[人民]*法?院?)"
MADE = r"(?:出台|印发|制定|下发|发布|发的|成立|通过)"
OF_ANOTHER = pattern_of(
    rf"废止|失效|{HIGHER}[^,;。0-9]{{0,6}}{MADE}"
    rf"|(?:^|[,;。由是]){HIGHER}(?:于|在|就)?[0-9年月日号./-]+(?:正式)?{MADE}"
    rf"|(?:^|[,;。]){HIGHER}的[^,;。0-9]{{0,8}}[0-9]"
    r"|(?:照片|截图|材料|文件扫描件)[^,;。]{0,16}上传"
)
ACCORDING = pattern_of(
    r"(?:根据|按照?|依据|参照|落实|贯彻)[^,;。0-9]{0,14}?(?:文件|方案|通知|要求|精神|意见|办法|部署)"
)
# what is founded, and what is laid down in writing
FOUNDED = pattern_of(r"成立|组建|挂牌|小组|办公室|专班|委员会")
LAID_DOWN = pattern_of(r"制[定订]|印发|出台|下发|发文|制度|办法|细则|规定|方案")
# 通知印发了，制度没定
LACKING = pattern_of(
    r"[0-9].*[,;。](?:但|而)?[我本][院们庭局](?:自己)?(?:还|尚)?(?:没有?|未)(?:单独|另行)?(?:制[定订]|建立|成立|出台|印发)|[0-9].*(?:制度|办法|规定|细则|小组|方案|文件)[^,;。0-9]{0,3}(?:没(?!变|有变)|未|尚未)"
)
PASSED_BY = pattern_of(
    r"(?:经|由|在)[^,;。]{0,14}?(?:会议?|小组|审议|讨论|研究|党组)+(?=[^,;。]{0,6}(?:通过|审定|同意|研究|审议|讨论|印发))"
)
NOT_BY_ITSELF = pattern_of(r"(?:没有?|未)(?:单独|专门|另行|正式)|合[并在]|并入")  # 合并在2021年9月10日印发的规程里
# 六月十八号 2021年的
YEAR_LAST = pattern_of(
    r"(?P<day>(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:[0-9]{1,2}|[一二三四五六七八九十廿]{1,3})[日号])[\s,]*(?P<year>20[0-9]{2}年)的?(?=$|[,;。!\s])"
)
# 6月9日打的请示，6月18日印发文件，都是2021年的事
ALL_OF_YEAR = pattern_of(
    r"^(?P<told>(?![^;。]*20[0-9]{2}年[^;。]*20[0-9]{2}年).*?)[,;。\s]+(?:都|全|均)是(?:20)?(?P<year>[0-9]{2})年的?(?:事情?)?[了。!]*$"
)
# 6月18日印发文件，领导小组正式成立: on that day
WITH_IT = pattern_of(r"(?:正式|同时|同日|当天|一并)成立")
# 要求是2021年6月30日前，我们是…
BY_WHEN = pattern_of(
    r"^(?:文件|上级|通知|方案|考核|[市区]里|[高中]院)?(?:[给定下]|要求|规定)?的?(?:要求|规定|[期时]限|时间|截止(?:时间|日期)?)?(?<=[求定限间期])(?:的|是|在|为|于|:)*(?P<year>20[0-9]{2}年)?[0-9年月日号底./-]{2,12}(?:[之以]?前)?[,;](?=(?:我|本|实际)[^0-9]*[0-9])"
)
YEAR, TERM = pattern_of("20[0-9]{2}"), pattern_of("期限|时限|截止")
MARK = pattern_of(r"(?:^|\s)([1-9])[、.,:]?(?=[一-鿿])")
DIGITS = pattern_of("[0-9]")
# 6月8日党组会过的，7月1日发文成立: what was decided, beside what came of it
DECIDED = pattern_of(r"会(?:议|上)?(?:研究|讨论|审议)*(?:过|通过)[的了]*$|(?:研究|讨论|审议)[的了过]*$")
CAME_ABOUT = pattern_of(r"成立|[印下]发|出台|发[了的]?文|公布|发布|挂牌")
RUN_ON = pattern_of(r"(?<=[一-鿿])\s+(?=20[0-9]{2}[年./][0-9])")  # 2021.8.6是讨论稿 2021.8.30才印发的
# 文件落款6月25日，实际7月才发: of which nobody says the day
IN_FACT = pattern_of(
    r"[,;。\s](?:实际上?|其实|真正)[^,;。0-9]{0,6}(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?!份?[0-9一二三四五六七八九十廿])"
)
SENT = pattern_of(r"上报|报送|上传|备案|归档|备查")


def read(text: str, point: Point, today: date, others: Collection[str]) -> Read:
    if is_question(text) or words.IF.search(text) or words.IRONY.search(text):
        return Read({}, Doubt("question" if is_question(text) else "if"))
    text = RUN_ON.sub("，", _without_numbers(text))
    if of_year := ALL_OF_YEAR.match(text):
        text = in_year(of_year["told"], f"20{of_year['year']}年")
    text = YEAR_LAST.sub(r"\g<year>\g<day>", _without_limit(text))
    text = carried(without_steps(text))
    if OF_ANOTHER.search(ACCORDING.sub("", text)):
        return Read({}, Doubt("other-unit"))
    if LACKING.search(text) or IN_FACT.search(text):
        return Read({}, Doubt("not-understood"))
    if is_year_left_open(text, find_days(text, today, past=True)):
        return Read({}, Doubt("about-day"))
    told = clauses(text)
    if NOT_BY_ITSELF.search(text) and find_day(text, today, past=True):
        return Read({}, Doubt("not-understood"))
    dated = [clause for clause in told if find_day(clause, today, past=True)]
    if any(is_of_others(clause, others) for clause in dated):
        return Read({}, Doubt("other-unit"))
    strange = [clause for clause in dated or told if _is_of_another_thing(_with_next(clause, told), point)]
    if strange and len(strange) == len(dated or told):
        return Read({}, Doubt("other-point"))
    strange += [clause for clause in dated[1:] if SENT.search(clause)] + _decided(dated)
    left = [clause for clause in dated if clause not in strange]
    if strange and all(_is_of_its_kind(clause, point) for clause in left):
        text = ",".join(clause for clause in told if clause not in strange)
    return _of_days(text, point, today)


def _without_limit(text: str) -> str:
    """The year of a term that was set is that of the day that keeps within it."""
    limit = BY_WHEN.match(text)
    if limit is None:
        return text
    rest = text[limit.end() :]
    is_set = limit["year"] and TERM.search(limit.group()) and not YEAR.search(rest)
    return in_year(rest, limit["year"]) if is_set else rest


def _decided(dated: Sequence[str]) -> list[str]:
    if len(dated) != 2 or not any(map(CAME_ABOUT.search, dated)):
        return []
    return [clause for clause in dated if DECIDED.search(clause) and not CAME_ABOUT.search(clause)]


def _of_days(text: str, point: Point, today: date) -> Read:
    days = find_days(text, today, past=True)
    if days and (is_of_another(text, days[0], "milestone") or is_not_held(text, days[0], "milestone")):
        return Read({}, Doubt("not-understood"))
    found = answers.read_day(text, today)
    if isinstance(found, str):
        return Read({}, Doubt(found))
    is_told = day_told.is_of_it(text, found, point, today)
    return Read({point.seq: found}) if is_told else Read({}, Doubt("not-understood"))


def _without_numbers(text: str) -> str:
    """1有的 2日期2021年7月22日 3扫描件在内网: answers to several questions, by their numbers."""
    marks = [int(match[1]) for match in MARK.finditer(text)]
    is_list = len(marks) > 1 and marks == list(range(1, len(marks) + 1))
    return MARK.sub(";", text).lstrip(";") if is_list else text


def _is_of_its_kind(clause: str, point: Point) -> bool:
    return any(kind.search(clause) and kind.search(point.name) for kind in (FOUNDED, LAID_DOWN))


def _with_next(clause: str, told: Sequence[str]) -> str:
    """And what came about with it."""
    behind = next(iter(told[told.index(clause) + 1 :]), "")
    return f"{clause},{behind}" if WITH_IT.search(behind) and not DIGITS.search(behind) else clause


def _is_of_another_thing(clause: str, point: Point) -> bool:
    """领导小组是6月18日成立的, where it is asked about 工作制度."""
    clause = PASSED_BY.sub("", clause)
    founded, laid_down = bool(FOUNDED.search(clause)), bool(LAID_DOWN.search(clause))
    if founded == laid_down:
        return False
    return bool(LAID_DOWN.search(point.name) if founded else FOUNDED.search(point.name))
