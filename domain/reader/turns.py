"""Turns of phrase put plainly before the words of a form are looked up: 没有学时不足90的, 31200天不算在内."""

from domain.patterns import pattern_of

N = "[0-9一二两三四五六七八九十]"
HOURS = r"(?:[1-8]?[0-9])个?[学课]时"
TURNS = (
    (pattern_of(r"(?P<all>都|全部|全都|全)(?P<done>[够满])(?=[,;。!\s]|$)"), r"\g<all>\g<done>了"),
    (
        pattern_of(
            rf"(?:余|剩下?|还有|另有?|其[余他]|(?<=[,;。]))(?:的)?(?P<some>{N}{{1,3}}[个名人位])(?:只有|才|[为是])?{HOURS}"
        ),
        r"\g<some>没满90学时",
    ),
    (
        pattern_of(
            r"(?P<all>都|全部|全都|全|均)(?:[在是有达到过]|达到)?(?P<hours>90|九十)(?:个?[学课]时)?(?:\+|以上)(?![%0-9])"
        ),
        r"\g<all>满\g<hours>学时",
    ),
    (
        pattern_of(r"(?:满|达到?|过|超过?|够)(?!90|九十)[1-9][0-9]{1,2}个?[学课]时的?(?:有|法官)?[0-9]{1,3}[人名个位]"),
        "",
    ),
    (
        pattern_of(r"(?:没有|无)(?:一[个名])?学时(?:不[足满到够]|没满|低于|少于)(?P<hours>90|九十)的?(?:法官|人)?"),
        r"全部满\g<hours>学时",
    ),
)


def plainly(text: str) -> str:
    for turn, plain in TURNS:
        text = turn.sub(plain, text)
    return text
