"""A text as figures between words that its form knows; None where a word beside a figure means nothing known."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.patterns import pattern_of
from domain.reader import uncounted, words
from domain.reader.amounts import MOST, Odd, find
from domain.reader.asked import Asked
from domain.reader.masking import is_asked
from domain.reader.mentions import is_month_before
from domain.reader.notation import Amount
from domain.reader.vocabulary import ALONE, Word, lengths_of, words_of

FIRST = 0xE000  # of the signs that stand for words while figures are looked for
SOFT, HARD = " ", ";"
BREAKS = pattern_of(r"[,;。!\n~、:()→/+-]|\.(?![0-9])")
HARMLESS = pattern_of("[^0-9没未不非无别差缺剩除漏率]*")
NOW, THEN, NOTHING = Word("now"), Word("others"), Word("filler")
OF_A_RATE = pattern_of("[率占比度]")  # of one that the form has no word for
LAST_MONTH = ("上个月", "上月")  # is the month that is asked about, told in the month after it
THIS_MONTH = pattern_of("[本这当]个?月|今年|现在|目前|[升降涨]")
STANDS_ALONE = pattern_of(r"(?:^|(?<=[\s,;、:.。(\n]))[一-鿿](?=\s?:?\s?[0-9])")
# 书记员12人都满了, where judges are counted
NO_JUDGES = pattern_of(
    r"(?:^|(?<=[,;。\n、]))(?:我[庭院])?(?:法官)?(?:助理|书记员|辅警|法警|行政人员)(?:[、和及与](?:法官)?(?:助理|书记员|辅警|法警|行政人员))*"
    r"(?:共|一共|有)?[0-9]{1,3}[人名个位](?:(?!法官)[^,;。\n0-9])*(?:[,;。\n]|$)"
)
# 法官助理13名，12名满90: of whom the second figure is goes without saying
OF_THE_SAME = pattern_of(
    r"(?:助理|书记员|辅警|法警|行政人员)(?:共|一共|有)?[0-9]{1,3}[人名个位][,;](?:其中|有)?[0-9]{1,3}[人名个位]?[^,;。0-9]*(?:满|够|达标|90)"
)


@dataclass(frozen=True)
class Gap:
    """The words between two figures: up to the break behind the one, and from the break before the other."""

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    between: tuple[tuple[Word, ...], ...] = ()  # clauses of their own without a figure
    broken: bool = False


@dataclass(frozen=True)
class Told:
    amounts: tuple[Amount, ...]
    gaps: tuple[Gap, ...]  # one more than figures


def tokens(text: str, asked: Asked) -> Told | None:
    if any("法官" in quantity.label for quantity in asked.quantities):
        if OF_THE_SAME.search(text):
            return None
        text = NO_JUDGES.sub("", text)
    coded, meant = _coded(text, asked)
    found = find(coded)
    if len(found) > MOST or any(isinstance(one, Odd) for one in found):
        return None
    amounts = list(_flat([one for one in found if isinstance(one, Amount)]))
    gaps = []
    starts = [0, *(one.end for one in amounts)]
    ends = [*(one.start for one in amounts), len(coded)]
    for at, (start, end) in enumerate(zip(starts, ends, strict=True)):
        gap = _gap(coded[start:end], meant, first=at == 0, last=at == len(amounts))
        if gap is None:
            return None
        gaps.append(gap)
    return Told(tuple(amounts), tuple(gaps))


def _flat(amounts: Sequence[Amount]) -> Sequence[Amount]:
    return [one for amount in amounts for one in (amount.halves or (amount,))]


def _coded(text: str, asked: Asked) -> tuple[str, list[Word]]:
    """Each word as one sign."""
    meant: list[Word] = []
    known, lengths = words_of(asked.demands), lengths_of(asked.demands)
    names = asked.own
    is_now = is_month_before(asked) and not THIS_MONTH.search(text)
    out: list[str] = []
    at = 0

    def put(word: Word) -> None:
        out.append(chr(FIRST + len(meant)))
        meant.append(word)

    while at < len(text):
        sign = text[at]
        if not ("一" <= sign <= "鿿" or sign.isalnum()):
            out.append(sign)
            at += 1
            continue
        if sign.isdigit() or sign in "上下第一二三四五六七八九十":
            period = uncounted.PERIOD.match(text, at)
            if period and not (at and text[at - 1].isdigit()):
                is_then = at and meant and meant[-1].kind == "time" and out[-1] == chr(FIRST + len(meant) - 1)
                put(NOTHING if is_then else NOW if is_asked(period, asked.period) else THEN)
                at = period.end()
                continue
        code = uncounted.CODES.match(text, at) if sign in "排位名座电手第1" else None
        length = next((n for n in lengths.get(sign, ()) if text[at : at + n] in known), 0)
        short = known.get(f"{ALONE}{sign}") if STANDS_ALONE.match(text, at) else None
        if short and not length:
            put(short)
            at += 1
        elif code and code.end() - at > length:
            put(NOTHING)
            at = code.end()
        elif length and _stands_alone(text, at, length):
            put(NOW if is_now and text[at : at + length] in LAST_MONTH else known[text[at : at + length]])
            at += length
        elif name := next((name for name in names if name and text.startswith(name, at)), ""):
            put(NOTHING)
            at += len(name)
        else:
            out.append(sign)
            at += 1
    return "".join(out), meant


def _stands_alone(text: str, at: int, length: int) -> bool:
    """三份 and 一共: a measure word behind a figure is none of the form's words."""
    return not (length == 1 and text[at] in "份次" and at and text[at - 1] in "0123456789一二三四五六七八九十百千")


def _gap(said: str, meant: list[Word], *, first: bool, last: bool) -> Gap | None:
    hard = BREAKS.split(said)
    pieces = [piece for part in hard for piece in part.split(" ")]
    broken = len(pieces) > 1
    heard = [_words(piece, meant) for piece in pieces]
    spare = range(0 if first else 1, len(pieces) - (0 if last else 1))
    for at in spare:
        if heard[at] is None and _says_nothing(pieces[at], meant):
            heard[at] = ()
    if any(one is None for one in heard):
        return None
    told = [one for one in heard if one is not None]
    if not broken:
        return Gap(told[0], told[0])
    left, right = (told[0] if not first else ()), (told[-1] if not last else ())
    between = told[0 if first else 1 : len(told) - (0 if last else 1)]
    return Gap(left, right, tuple(one for one in between if one), broken=True)


def _says_nothing(piece: str, meant: list[Word]) -> bool:
    """早上好，数据整理好了: a clause of other things, without a word of what is asked for."""
    told = [meant[ord(sign) - FIRST].kind for sign in piece if FIRST <= ord(sign) < FIRST + len(meant)]
    doubtful = (words.TARGET, words.OTHERS, words.OTHER_TIME, words.LATER, words.DENIED, words.TOTAL)
    return (
        all(kind in ("filler", "now") for kind in told)
        and bool(HARMLESS.fullmatch(piece))
        and not any(pattern.search(piece) for pattern in doubtful)
    )


def _words(piece: str, meant: list[Word]) -> tuple[Word, ...] | None:
    rest = "".join(sign for sign in piece if not FIRST <= ord(sign) < FIRST + len(meant))
    if OF_A_RATE.search(rest) or words.FILLER.sub("", rest):
        return None
    found = (meant[ord(sign) - FIRST] for sign in piece if FIRST <= ord(sign) < FIRST + len(meant))
    return tuple(word for word in found if word.kind != "filler")
