"""What a writer takes back in the same breath: 不是14日，是15日; 第5，不是第6; 没排第3，排第4. The other is left."""

import re

SIGN = "[^,，。;；!！?？\n]"
BREAK = r"\s*[,，;；。\s]\s*"
NOT_BUT = re.compile(
    rf"(?:不是|并非|并不是){SIGN}{{1,30}}?(?:{BREAK}(?:而|应该?|其实|实际)?|而)是(?=[^,，。;；])(?!不|没|因|要|说|谁|吗|的)"
)
NOT_PLACED = re.compile(
    rf"没有?(?P<verb>[排列居得拿])(?:到|在|了)?第?{SIGN}{{1,4}}?{BREAK}(?:而|其?实)?是?(?=(?P=verb)|第)"
)
# what is taken back behind it must be of its kind: a figure or a day beside a figure or a day
FIGURE = r"[0-9０-９一二两三四五六七八九十廿]"
YES_NOT = re.compile(
    rf"(?P<kept>{FIGURE}{SIGN}{{0,24}}?|^是?[^,，。;；!！?？\n没不]{{2,30}}?)"
    rf"{BREAK}(?:而|并)?(?:不是|非|并非|而非)(?P<struck>{SIGN}{{1,24}})(?=[。.!！\s]*$|[,，;；])"
)
ASKED = re.compile(r"[?？吗么]|是不是")


def without_struck(text: str, *, words: bool = False) -> str:
    """`words`: what is asked for is no figure and no day, so that words may be taken back as well."""
    if ASKED.search(text) or not ("不是" in text or "没" in text or "非" in text):
        return text
    text = NOT_PLACED.sub("", NOT_BUT.sub("", text, count=2), count=2)
    return YES_NOT.sub(lambda match: match["kept"] if _is_alike(match, words) else match.group(), text, count=2)


def _is_alike(match: "re.Match[str]", words: bool) -> bool:
    figures = (bool(re.search(FIGURE, match["kept"])), bool(re.search(FIGURE, match["struck"])))
    return all(figures) or (words and not any(figures))
