"""What a reply leaves to be reckoned or looked up in itself, put plainly before anything else reads it.

倒数第3，一共16家; 结案比上月多70; 前者430，后者1066; 纪要是10月30日，开会早整整一个礼拜.
"""

from domain.patterns import pattern_of
from domain.reader import bands_told, days_counted, figures_counted, places_counted, told_in_turn
from domain.reader.asked import LONGEST
from domain.reader.put_simply import put_simply
from domain.reader.question import DATED, Question
from domain.roll_call import counted

# 是是，收到，我去问下: says yes to whoever asks, and nothing of what is asked about
TO_US = pattern_of(r"^(?:是|好|嗯|对|哎|诶)+的?[,，\s]+(?=(?:好的?[,，])?(?:收到|明白|知道了|了解|遵命))")


def plainly(text: str, question: Question) -> str:
    if len(text) > LONGEST or "\t" in text:
        return text
    text = TO_US.sub("", text)
    match question.shape:
        case "figures":
            text = put_simply(text, question)
            text = told_in_turn.plainly(bands_told.plainly(text, question.asked), question.asked)
            return figures_counted.plainly(text, question.asked)
        case "yes":
            return bands_told.not_undone(text)
        case "roll-call" if question.period:
            return counted.plainly(text, question.field, question.period.start.month, question.asked.last)
        case "rank":
            return places_counted.plainly(text, question.asked.text)
        case shape if shape in DATED and question.field != "topic":
            return days_counted.plainly(text, question.today)
        case _:
            return text
