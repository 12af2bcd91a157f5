"""One answer read as a whole: its intent, what it says for certain, or the doubt that it leaves."""

from collections.abc import Mapping
from dataclasses import replace

from domain.answers import Rank
from domain.contrast import without_ruled_out
from domain.once import one_answer
from domain.ours import without_theirs
from domain.patterns import pattern_of
from domain.put_right import looked_up
from domain.reader import (
    accounts,
    against_it,
    any_trade,
    areas,
    asked_beside,
    assured,
    beforehand,
    beside_the_point,
    counted_how,
    counters_told,
    dialects,
    disowned,
    explained,
    heard_words,
    in_the_end,
    intents,
    last_look,
    measured,
    money,
    months_named,
    other_houses,
    pasted,
    pictographs,
    places_told,
    provisos,
    qualified,
    relayed,
    second_thoughts,
    sheet,
    taken_back,
    those_missing,
    totals,
    weekdays,
    words,
    worked_out,
    year_by_year,
)
from domain.reader.as_meant import as_meant
from domain.reader.asked import LONGEST, Asked, Doubt, Heard, Value
from domain.reader.cells import FEW
from domain.reader.corrected import in_short, is_told_wrong
from domain.reader.courtesies import alone, without_heard, without_writer
from domain.reader.intents import Wanted
from domain.reader.masking import clean
from domain.reader.old_figures import without_old
from domain.reader.other_units import is_of_others
from domain.reader.plain_figures import plainly
from domain.reader.question import DATED, HELD_ONCE, Question, Shape
from domain.reader.second_opinion import may_tell_more
from domain.reader.slips import meant
from domain.reader.usual_signs import usual
from domain.reader.values_in import VAGUE, values_in, values_of
from domain.reader.wishes import without_wishes
from domain.reader.written import Written
from domain.recalled import resolved
from domain.roll_call.asked_since import since_asked

__all__ = ["Question", "Shape", "hear"]

COUNTED = pattern_of(r"[0-9一二两三四五六七八九十] ?[件起个次例](?!支部|部门|庭|人|月|星期|礼拜|工作日|小时|单位)")
COUNTED_BY_HEAD = pattern_of(r"[0-9]{2}(?![日号点.])|[0-9一二两三四五六七八九十] ?(?:[人名条]|个人)")
# 上午20个下午18个填完, 16日下的通知，18日开会: several figures or days and nothing to come are no promise
FIGURE_OR_DAY = pattern_of(r"[0-9]+\s?[个人名条日号]")
TO_COME = pattern_of(
    r"明|后天|(?<!开)会(?!议)|(?<!纪)要|[能再将等晚]|争取|回头|稍后|[撤退]|取消|作废|请|麻烦|申|延|宽|推|[?？吗]"
)
# 今年没有, where an entry is wanted: nothing yet
NONE_YET = pattern_of(
    r"^[^,;。，；0-9]{0,8}(?:没有?|无|木有|莫得|冇)[^,;。，；]{0,12}(?:[,，](?:[^0-9日号,，]{2,12})?)?(?:了|的|呢|啊|哦)?[。！!]*$"
)
# 今年没有开展过此类活动: not, so far
NOT_HELD = pattern_of(r"(?:没有?|未|无)(?:有|曾|再)?(?:开展|举办|举行|组织|搞|办|做|参加|参与)(?!公|理)(?!.{0,6}职能)")
# 啊这个……怎么讲呢，随便吧
EMPTY_TALK = pattern_of(
    r"(?:[\s,，;；。.…!！~～哈啊呀哦唉嗯呃额嘛呗吧呢啦咯就的你您我]|那个?|这个?|的话|样子?|啥|怎么[讲说]|随便|反正|看着|弄|办|什么的)+"
)
TOPIC = pattern_of(
    r"(?:(?<=[月份录数况率庭员块期目])|(?<=[,，;；。\s件个人名项条]钱)|(?<=[结化解收]案)|(?<=[人件天]数)|(?<=金额)|(?<=现在)|(?<=目前))的话(?=[\s,，:：啊呀嘛呢就是]|[一-鿿0-9])"
)  # 八月份的话，…: no condition
# 看到消息啊我让内勤查了: where one draws breath
BREATH = pattern_of(r"(?<=[一-鿿0-9])[啊呀嘛呃]+(?=[一-鿿0-9]{2})(?!不对)")
# 那个会是11月28号开的当时党组会开完接着开的议题是…: one clause behind the other, without a sign
RUN_ON = pattern_of(r"(?<=[开办搞]的)(?=当时|接着|会上|(?:会议)?[议主]题就?是)")
ECHO = pattern_of(r"^(?P<what>[^,，。;；0-9?？]{2,16})[是对]吧[,，?？\s]+(?=[^\s,，]{2})")  # 超期审核是吧，没有的
# doubts that no account takes away
UNACCOUNTABLE = ("empty", "question", "later", "if")
ROW_OF_DIGITS = pattern_of(r"[0-9一二三四五六七八九十百千万零〇]{60}")
BLANKS = pattern_of(r"[^\S\n]{4,}")
PARTS = pattern_of(r"[,，;；。!！?？、\s]+")
MOST_PARTS = 24  # of an answer: the fullest that is known has 17
FIGURES = pattern_of(r"[0-9]+(?:,[0-9]{3}(?![0-9])|\.[0-9]+)*|[一二两三四五六七八九十百千万零]+")
MOST_BESIDE = 9  # figures beside each that is asked for and its like of the year before: 6 are known
# 原定6月3日，推迟到6月16日召开, told behind that day; nobody is asked for anything
MOVED = pattern_of(r"推迟|延期|延后|延迟|顺延|改期|[拖改延挪推][到至]")
ASKS_FOR = pattern_of(
    r"申请|(?<![技智职功性])能|可|请|麻烦|希望|想|行(?!政)|吗|[?？]|宽限|通融|缓|[上填]?报|交|填|材料"
)


REPORTS = ("report", "correction")
TALKED = 50  # signs of a reply that is read without its small talk first; a longer one would cost twice as much


def hear(text: str, question: Question) -> Heard:
    with one_answer():
        text = usual(text) if question.field == "topic" else dialects.everywhere(usual(text))
        text = worked_out.plainly(text, question)
        found = against_it.weighed(_answer(text, question), text, question)
        return other_houses.heard(found, text, question, lambda rest: _answer(rest, question))


def _answer(text: str, question: Question) -> Heard:
    if len(text) > LONGEST * FEW:  # before anything is looked for in it: only a sheet is longer
        text = _in_words(text, question)
    if len(text) > LONGEST * FEW or ("\n" not in text and len(PARTS.findall(text)) > MOST_PARTS):
        return Heard("unclear", doubt=Doubt("not-understood"))
    text = without_wishes(alone(text))
    if question.shape == "occurrence":
        text = counters_told.denied(assured.of_course_not(text), question.points)
    if question.shape == "yes":
        text = assured.without_of_course(text)
    if question.shape == "roll-call":
        text = since_asked(text)
    if question.shape == "rank":
        text = places_told.in_full(text)
    if question.shape == "figures":
        return _plainer(asked_beside.without_not_now(text, question.asked), question)
    return in_the_end.heard(text, question, _beside_the_point)


def _beside_the_point(text: str, question: Question) -> Heard:
    return beside_the_point.heard(text, question, lambda said: _as_the_court_says(said, without_heard(said), question))


def _plainer(text: str, question: Question) -> Heard:
    """What was left out of it beforehand may still be what its writer says of all of it."""
    plain = beforehand.plainer(text, question.asked)
    heard = _figures(plain, question)
    if (heard.doubt or not heard.values) and (told := those_missing.without(plain)) != plain:
        plain, heard = told, _figures(told, question)
    if plain == text or heard.doubt or not heard.values:
        return heard
    is_asked = provisos.DOUBLE_CHECKED.search(text.strip())
    is_open = is_asked or provisos.of_all(text, question.asked) or disowned.is_left_out(text, plain)
    return Heard(heard.intent, doubt=Doubt("either", (heard.values,))) if is_open else heard


def _figures(text: str, question: Question) -> Heard:
    if question.asked.is_unworded and "\n" in text:
        text = any_trade.table.told(text, question.asked)
    text = counted_how.without_as_asked(money.in_unit_of(areas.in_unit_of(text, question.asked), question.asked))
    text, asked = measured.in_common(text, question.asked)
    question = replace(question, asked=asked)
    rest = disowned.without_talk(text, asked) if len(text) <= TALKED else text
    heard = _of_figures(rest or text, question)
    if rest not in ("", text) and (heard.doubt or not heard.values):
        heard = _of_figures(text, question)
    heard = year_by_year.rather(heard, text, asked, lambda told, of: _figures(told, replace(question, asked=of)))
    if heard.doubt or not heard.values:
        return heard
    doubt = last_look.doubt(text, heard, asked)
    return Heard(heard.intent, doubt=doubt) if doubt else heard


def _of_figures(text: str, question: Question) -> Heard:
    text = any_trade.plainly(text, question.asked) if question.asked.is_unworded else text
    answer = without_heard(text)
    if question.asked.is_unworded:
        return any_trade.heard(text, question.asked, lambda: _as_the_court_says(text, answer, question))
    return _as_the_court_says(text, answer, question)


def _as_the_court_says(text: str, answer: str, question: Question) -> Heard:
    heard = _accounted(answer, question)
    says = heard.values or any(sign.isdigit() for sign in answer)  # 收到 is then said of the question
    return heard if answer == text or (says and heard.intent in REPORTS) else _accounted(text, question)


def _accounted(text: str, question: Question) -> Heard:
    """As it stands, or with the figures that an account explains told plainly."""
    heard = _hear(text, question)
    if question.shape != "figures" or (heard.doubt and heard.doubt.reason in UNACCOUNTABLE):
        return heard
    if not _may_be_more(heard, text, question.asked):
        return heard
    told = explained.plainly(relayed.without_source(text, question.asked.others))
    plain = accounts.plainer(told, question.asked)
    if plain == text or not _may_be_more(heard, plain, question.asked):
        return heard
    again = _hear(plain, question, heard.values)
    return again if again.doubt is None and again.values.items() > heard.values.items() else heard


def _may_be_more(heard: Heard, text: str, asked: Asked) -> bool:
    return heard.doubt is not None or may_tell_more(heard.values, Written.of(text, asked))


def _hear(text: str, question: Question, beyond: Mapping[str, Value] | None = None) -> Heard:
    """Nothing where it holds no more than `beyond`: what it wants is not asked then."""
    as_sent = text
    if (both := _plainly(text, question)) is None:
        return Heard("unclear", doubt=Doubt("not-understood"))
    text, written = both
    cleaned = clean(text if question.shape == "figures" else written)
    told = values_in(without_heard(text), question) if beyond is not None and cleaned is not None else None
    if cleaned is None or (told and (told[1] or not told[0].items() > (beyond or {}).items())):
        return Heard("unclear", doubt=Doubt("not-understood"))
    wished, asked = taken_back.wished(written, question.shape), question.asked
    wanted = intents.of(wished, question.today, asked.others, question.calendar, asked.text)
    if not cleaned.strip() and wanted.intent != "acknowledgement":
        values, doubt = values_of(text, question) if question.shape == "yes" else ({}, Doubt("empty"))
        return Heard("report", values) if values and doubt is None else Heard("unclear", doubt=Doubt("empty"))
    values, doubt = told or values_in(without_heard(text), question)
    is_nothing_new = wanted.intent == "cancel" and taken_back.is_all(written)
    corrects = not is_nothing_new and _corrects(as_sent if question.shape == "figures" else text, written, cleaned)
    if wanted.intent in ("not-ours", "will-do-by", "not-done") and any(
        isinstance(value, Rank) and value.is_source for value in values.values()
    ):
        values, doubt = {}, Doubt("not-understood")  # 排名由审监庭统计 tells whom to ask
    if values and (totals.contradicts(text, values) or totals.is_short_of(text, values, question.asked.demands)):
        values, doubt = {}, Doubt("parts-and-sum")
    if values and doubt is None and (doubt := qualified.doubt(as_sent, values, question)):
        values = {}
    is_moved = question.shape in DATED and MOVED.search(text) and not ASKS_FOR.search(text)
    if values and doubt is None and (corrects or is_moved or not wanted.is_against):
        is_figures = question.shape == "figures"
        unsure = (
            second_thoughts.doubt(as_sent, written, values, question.asked, corrects=corrects) if is_figures else None
        )
        return Heard("correction" if corrects else "report", {} if unsure else values, unsure)
    if values and doubt is None:
        doubt = Doubt("not-a-report")
    return _without_values(wanted, cleaned, doubt or Doubt("not-understood"), question, corrects=corrects)


def _corrects(text: str, written: str, cleaned: str) -> bool:
    return taken_back.is_told_anew(written) or bool(words.CORRECTION.search(cleaned)) or is_told_wrong(text)


def _without_values(wanted: Wanted, cleaned: str, doubt: Doubt, question: Question, *, corrects: bool) -> Heard:
    is_talk = wanted.intent in ("unclear", "question") and EMPTY_TALK.fullmatch(cleaned)
    if is_talk or heard_words.POINTING.search(cleaned):
        return Heard("unclear", doubt=doubt)
    told = doubt.reason == "not-yet" and COUNTED.search(cleaned)  # 8月3日 超期审核 2件: no promise of two
    if told or (wanted.intent == "unclear" and (doubt.reason not in VAGUE or any(sign.isdigit() for sign in cleaned))):
        return Heard("correction" if corrects else "report", doubt=doubt)
    none_yet = (wanted.intent == "unclear" and NONE_YET.match(cleaned.strip())) or (
        wanted.intent == "not-applicable" and NOT_HELD.search(cleaned)
    )
    if question.shape == "entries" and none_yet:
        return Heard("not-done", doubt=doubt)
    if wanted.intent == "done" and question.shape == "roll-call" and COUNTED_BY_HEAD.search(cleaned):
        return Heard("report", doubt=doubt)  # 29个人都填完了: more than that it is done
    is_told = doubt.reason != "other-month" and len(FIGURE_OR_DAY.findall(cleaned)) > 1 and not TO_COME.search(cleaned)
    if is_told and wanted.intent in ("will-do-by", "cancel") and question.shape in ("roll-call", "meeting", "entries"):
        return Heard("report", doubt=doubt)
    return Heard(wanted.intent, doubt=doubt, until=wanted.until, department=wanted.department)


def _plainly(text: str, question: Question) -> tuple[str, str] | None:
    """For what it says, and for what it wants: remarks around figures tell that."""
    text = ECHO.sub(r"\g<what>，", TOPIC.sub("", pictographs.spelt_out(text)))
    if question.field != "topic":
        text = relayed.without_source(without_writer(text), question.asked.others)
    text = BLANKS.sub(" ", _in_words(text, question))
    if len(text) > LONGEST or ROW_OF_DIGITS.search(text) or _is_too_much(text, question):
        return None
    text = weekdays.spelt_out(resolved(text) if question.shape in DATED else text)
    if question.shape not in ("figures", "roll-call") and question.field != "topic":
        text = BREATH.sub("，", text)
    if question.shape in HELD_ONCE:
        text = RUN_ON.sub("，", text)
        text, dated = as_meant(months_named.spelt_out(looked_up(text), question.today)), question.field != "topic"
        ours = without_theirs(text, lambda clause: is_of_others(clause, question.asked.others))
        return text, without_ruled_out(ours, question.today, question.period, dated=dated)
    if question.shape != "figures":
        text = as_meant(text)
        return text, text
    text = meant(text)
    plain, written = plainly(text, question.asked), in_short(without_old(text))
    return written if plain == text else in_short(without_old(plain)), written


def _in_words(text: str, question: Question) -> str:
    """What a sheet says; of any other text nothing changes."""
    if question.shape == "figures":
        return pasted.told(text, question.asked)
    return sheet.told(text, question.shape, _names(question), [one.core for one in question.points])


def _is_too_much(text: str, question: Question) -> bool:
    """What nobody answers; each part and figure would be read beside each other one."""
    asked = len(question.asked.quantities) + len(question.asked.demands)
    most = 2 * asked + MOST_BESIDE if question.shape == "figures" else MOST_PARTS
    return len(FIGURES.findall(text)) > most or len(PARTS.findall(text)) > MOST_PARTS


def _names(question: Question) -> tuple[str, ...]:
    """Of who answers and of whose notice it is, of what is asked about, and of the period."""
    month = question.period.start if question.period else None
    periods = (f"{month:%Y}", f"{month.month}月", f"{month:%Y}年{month.month}月") if month else ()
    about = (one.name for one in question.points if one.seq == question.seq)
    return (*question.asked.own, question.asked.place, *about, *periods)
