"""Less than was asked about, beside nothing of it: 重大错案没有，有过轻微疏忽; 没超期，快到期的有3件."""

from domain.patterns import pattern_of

LESSER = pattern_of(
    r"轻微|快到期|临[近期]|将到期|小(?:毛病|问题|瑕疵|疏忽|差错)|一般(?:性)?(?:瑕疵|差错|过失|问题|疏忽)|瑕疵"
)
GRAVE = pattern_of(r"重大|严重|超期")


def is_lesser(clause: str, name: str) -> bool:
    return bool(LESSER.search(clause) and GRAVE.search(name))
