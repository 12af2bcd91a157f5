"""Of a function that is put to use: 还不行, 用不了 are no, whatever is told of why."""

from domain.patterns import pattern_of
from domain.reader.point_names import Point

# 卷宗推送还不行技术在调: of what is put to use, and why
FUNCTION = pattern_of("功能|开通|推送|平台|窗口|上线")
NO_USE = pattern_of(r"^(?:还|目前|现在|暂时)*(?:不行|[用使]不了|不能用|不通)(?:呢|啊|的)*(?=[,;。!\s]+[一-鿿])")
HALF = pattern_of("(?<![交缴])退费|[交缴]费")  # 交费开通了，退费还不行, of one function
UNUSABLE = pattern_of(
    r"(?<=[一-鿿])(?<![行能])(?<!效果)(?<!质量)(?<!速度)(?<!率)(?:还|目前|现在|仍|也|都|暂时)*(?:不行|[用使推交退阅看查]不了|用不上|不能用|没法用|不好使|不通)(?:的|呢|啊|了)*(?:(?=$|[,;。!\s])|(?=(?P<why>技术|厂家|公司|信息科|系统|在[修调弄])))"
)


def plainly(text: str, point: Point) -> str:
    if not FUNCTION.search(point.name) or HALF.search(text):
        return text
    return UNUSABLE.sub(lambda match: "没有," if match["why"] else "没有", NO_USE.sub("没有", text))
