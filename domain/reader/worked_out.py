"""What a reply leaves to be reckoned or looked up in itself, put plainly before anything else reads it.

倒数第3，一共16家; 结案比上月多70; 前者430，后者1066; 纪要是10月30日，开会早整整一个礼拜.
"""

from domain import put_right_at_once
from domain.compact_days import spelt_out
from domain.patterns import pattern_of
from domain.reader import (
    assured,
    bands_told,
    carried_over,
    counters_told,
    days_counted,
    days_in_short,
    figures_counted,
    in_its_year,
    in_one_go,
    in_rows,
    mixed_up,
    on_line,
    parts_alone,
    places_counted,
    sides_told,
    since_then,
    told_in_turn,
)
from domain.reader.any_trade import year_rows
from domain.reader.asked import LONGEST
from domain.reader.courtesies import alone, without_heard
from domain.reader.put_simply import put_simply
from domain.reader.question import DATED, Question
from domain.roll_call import counted, parts

# 是是，收到，我去问下: says yes to whoever asks, and nothing of what is asked about
TO_US = pattern_of(r"^(?:是|好|嗯|对|哎|诶)+的?[,，\s]+(?=(?:好的?[,，])?(?:收到|明白|知道了|了解|遵命))")
# 制度是健全的也在落实就是那个专题教育没做到: another point behind it, without a sign
BUT = pattern_of(
    r"(?<=健全|落实|到位|建立|完善|开通|做到)[了的]{0,2}(?=(?:就是|只是|但是|不过)[^,，。;；]{4,}(?:没|未|不|还))"
)
# 12月2日1件超期，系统升级那天没审到
WHY = pattern_of(
    r"(?P<told>[0-9一二两三四五][件起例次][^,，;；。0-9]{0,8})[,，;；。\s]+[^,，;；。0-9没未]{0,10}(?:那[天会阵]儿?|当[天时])(?:就|也|正好)?(?:没|未|忘)[^,，;；。0-9有]{1,8}[。!！]*$"
)
# 4月21日那天两件一起超了: no other one
TOGETHER = pattern_of("(?<=[件个条])都?一[起道同](?=[超拖漏逾没])")


def plainly(text: str, question: Question) -> str:
    if len(text) > LONGEST or "\t" in text:
        return text
    if question.shape == "roll-call":
        text = parts.in_full(text)
    if question.shape == "figures":
        text = parts_alone.plainly(text, question.asked)
    text = assured.without_warning(TO_US.sub("", alone(text)))
    match question.shape:
        case "figures":
            rest = without_heard(text)
            if rest != text:  # 收到，转来48件…: whatever leads to it is said of the question
                return f"{text.removesuffix(rest)}{plainly(rest, question)}"
            text = year_rows.plainly(text, question.asked) if question.asked.is_unworded else text
            text = put_simply(text, question)
            text = in_one_go.apart(since_then.without(put_right_at_once.figures(text), question.asked))
            text = carried_over.without(mixed_up.told_anew(in_rows.plainly(text)))
            text = told_in_turn.plainly(bands_told.plainly(text, question.asked), question.asked)
            return figures_counted.plainly(sides_told.plainly(text, question.asked), question.asked)
        case "yes":
            return on_line.plainly(bands_told.not_undone(BUT.sub("，", text)), question.points)
        case "roll-call" if question.period:
            text = mixed_up.without_told_before(put_right_at_once.plainly(text))
            return counted.plainly(text, question.field, question.period.start.month, question.asked.last)
        case "rank":
            return places_counted.plainly(put_right_at_once.plainly(text), question.asked)
        case shape if shape in DATED and question.field != "topic":
            text = put_right_at_once.day(text)
            text = WHY.sub(r"\g<told>", TOGETHER.sub("都", spelt_out(text))) if shape == "occurrence" else text
            text = in_its_year.in_full(days_in_short.spelt_out(text, question.today))
            text = in_its_year.told(text, question.today, question.period)
            told = days_counted.plainly(text, question.today)
            return counters_told.without_false(told) if shape == "occurrence" else told
        case _:
            return text
