"""What must not be kept, in the notations in which people write it. Every number is made up."""

from collections.abc import Iterator
from itertools import pairwise

from domain.privacy import WEIGHTS, Kind

FULL = str.maketrans("0123456789X()-+:", "０１２３４５６７８９Ｘ（）－＋：")
SPOKEN = str.maketrans("0123456789", "零一二三四五六七八九")
ON_THE_PHONE = str.maketrans("0123456789", "洞幺二三四五六拐八勾")
MOBILE = "13800138000"
LANDLINE = "021-1234 5678"
BRACKETS = [
    "（）",
    "()",
    "〔〕",
    "［］",
    "[]",
    "【】",
    "｛｝",
    "＜＞",
    "《》",
    "〈〉",
    "「」",
    "『』",
    "〖〗",
    "﹝﹞",
    "⟨⟩",
    "“”",
]
CASE = "(2026)沪0114民初123号"


def identity(body: str) -> str:
    """An eighteen-digit number whose check digit is right; the places and days in it are made up."""
    assert len(body) == 17
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, WEIGHTS, strict=True)) % 11]


IDENTITY = identity("99999919900307123")
ODD_GROUPS: tuple[tuple[int, ...], ...] = ((3, 8), (5, 6), (4, 4, 3), (4, 3, 4))
SECOND = identity("99999920050930045")


def _grouped(number: str, sizes: tuple[int, ...], joint: str) -> str:
    places = [sum(sizes[:n]) for n in range(len(sizes) + 1)]
    return joint.join(number[a:b] for a, b in pairwise(places))


def identities() -> Iterator[str]:
    for number in (IDENTITY, SECOND):
        yield from (number, number.translate(FULL), number.translate(SPOKEN), number[:17] + number[17:].lower())
        for joint in (" ", "-", "—", ".", "\u3000", " - "):
            yield _grouped(number, (6, 8, 4), joint)
            yield _grouped(number, (6, 4, 4, 4), joint)
        yield _grouped(number, (3, 3, 4, 2, 2, 4), " ")
        yield " ".join(number)
        yield "\u200b".join(number)
        yield _grouped(number, (6, 8, 4), "-").translate(FULL)
        for around in (
            "身份证{}",
            "身份证号：{}",
            "当事人{}，请查",
            "ID:{}",
            "张某 {} 男",
            "45 45 1 {}",
            "a{}b",
            "（{}）",
        ):
            yield around.format(number)
    wrong = IDENTITY[:-1] + ("0" if IDENTITY[-1] != "0" else "1")
    yield from (f"身份证号{wrong}", f"{wrong}（身份证）", "身份证：999999900307123", "老身份证 999999-900307-123")


def mobiles() -> Iterator[str]:
    for number in (MOBILE, "19912345678"):
        yield from (number, number.translate(FULL), number.translate(SPOKEN), number.translate(ON_THE_PHONE))
        for joint in (" ", "-", "—", ".", "·", "‑", " - ", "\u00a0", "_"):
            yield _grouped(number, (3, 4, 4), joint)
        yield from (_grouped(number, (3, 8), "-"), _grouped(number, (7, 4), "-"))
        yield from ("联系电话 " + _grouped(number, sizes, " ") for sizes in ODD_GROUPS)
        yield _grouped(number.translate(SPOKEN), (3, 4, 4), " ")
        yield _grouped(number, (3, 4, 4), "-").translate(FULL)
        yield " ".join(number)
        yield "".join(f"{digit}\ufe0f\u20e3" for digit in number)
        for before in ("+86", "+86 ", "+86-", "86", "0086", "0086-", "（+86）", "手机：", "电话是", "①"):
            yield before + number
        yield f"联系电话1.{number}"
        for around in (
            "{}，请回电",
            "打{}找张某",
            "wx{}",
            "tel:{}",
            "{}/13900139000",
            "1、{}",
            "https://a.cn/?phone={}",
        ):
            yield around.format(number)


def landlines() -> Iterator[str]:
    yield from (LANDLINE, "021-12345678", "021 1234 5678", "(021)12345678", "（021）1234-5678", "02112345678")
    yield from ("010-62345678", "０２１－１２３４５６７８", "0512-65123456", "(0512)6512 3456", "051265123456")
    yield from ("0571-8512345", "+86-21-12345678", "+86 21 1234 5678", "0086-10-62345678", "+86(021)12345678")
    yield from ("电话：59161234", "座机59161234", "传真号码 59161234", "办公电话 021-59161234转801")


def cases() -> Iterator[str]:
    for sort in (
        "民初",
        "民终",
        "刑初",
        "行初",
        "执",
        "执恢",
        "执异",
        "执保",
        "民特",
        "财保",
        "民诉前调",
        "破申",
        "行审",
        "刑更",
    ):
        yield f"(2026)沪0114{sort}123号"
    for sort, number in (("民初", "123"), ("刑初", "12"), ("执", "45")):
        plain = f"(2026)沪0114{sort}{number}号"
        yield from (plain.translate(FULL), plain.replace("(", "〔").replace(")", "〕"), plain.replace("号", ""))
        yield from (plain.replace("(", "[").replace(")", "]"), plain.replace("(", "【").replace(")", "】"))
        yield from (plain.replace("(", "").replace(")", ""), plain.removeprefix("(2026)"), plain + "之一")
        yield from (f"（ 2026 ） 沪 0114 {sort} 第 {number} 号", f"（2026）沪0114{sort}字第{number}号")
        yield from (f"案号：{plain}", f"关于{plain}一案", f"{plain}判决书.pdf", f"2026沪0114{sort}{number}")
        yield plain.replace("2026", "二〇二六")
    year, rest = "2026", "沪0114民初1234号"
    for around in BRACKETS:
        yield f"{around[0]}{year}{around[1]}{rest}"
        yield f"{around[0]}{year}{around[1]}{rest}".translate(FULL)
    yield from (f"{year}{rest}", f"{year}年{rest}", f"({year}年){rest}", f"(26){rest}", f"26{rest}", f"{year}){rest}")
    yield from (f"({year}\n){rest}", f"（{year}){rest}", f"{year}-沪0114-民初-1234", "贰零贰陆" + rest)
    yield from ("（2026）沪民终12号", "(2026)最高法民申1234号", "（2026）沪74民初8号", "(2026)沪0114民初123、124号")
    yield from (
        "(2012)嘉民一(民)初字第1234号",
        "（2015）嘉刑初字第12号",
        "(2014)沪二中民一终字第12号",
        "（2016）嘉执字第88号",
    )
    yield from ("民初123号", "民初字第123号", "执异12号", "诉前调56号", "（2026）沪0114民初一百二十三号")


def marks() -> Iterator[str]:
    for level in ("绝密", "机密", "秘密"):
        yield from (
            f"{level}★1年",
            f"{level}★",
            f"【{level}】关于某项工作的通知",
            f"（{level}）关于某项工作的通知",
            f"密级：{level}",
        )
        yield from (
            f"密级:{level}",
            f"密 级：{level}",
            f"该件密级为{level}",
            f"定密为{level}",
            f"{level}\n关于某项工作的通知",
        )
        yield from (f"{level} 10年", f"{level}·特急", f"[{level}]", f"{level[0]} {level[1]}★3年", f"附{level}文件一份")
        yield f"{level}级文件"
    yield from ("机密文件", "绝密文件，请查收", "这是机密材料", "机密 关于某项工作的通知", "机密级档案")


def marked_files() -> Iterator[str]:
    for level in ("绝密", "机密", "秘密"):
        yield from (f"{level}-会议纪要.pdf", f"会议纪要_{level}.docx", f"【{level}】通知.pdf", f"通知（{level}）.pdf")
        yield from (f"{level}.pdf", f"{level} 通知.docx", f"{level}★1年 通知.pdf")


def texts() -> Iterator[tuple[str, Kind]]:
    """Every writing with its kind."""
    yield from ((text, "identity") for text in identities())
    yield from ((text, "phone") for text in (*mobiles(), *landlines()))
    yield from ((text, "case") for text in cases())
    yield from ((text, "classified") for text in marks())
