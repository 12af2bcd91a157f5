"""Faces and styles of official documents after GB/T 9704-2012: sizes in half points, distances in twentieths of one.

Faces are named as the standard has them and never shipped: they are not ours. Where one is not installed a word
processor takes the next name by which it knows it, as the font table lists them.
"""

from xml.sax.saxutils import quoteattr

SMALL_SONG, FANGSONG, HEI, KAI, SONG = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
LATIN = "Times New Roman"
RED = "FF0000"
CHARACTER = 320  # 三号, 16 points
LINE = 560  # 28 points
WIDE = 8850  # between the margins, 156 mm
CLOSE = '<w:spacing w:val="-4"/>'  # 28 characters of 三号 to the line: a fifth of a point less each

# face → other names of it, and whatever may stand for it; its class for a processor that knows none of them
FACES = {
    SMALL_SONG: ("FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋,STZhongsong,宋体,SimSun", "roman"),
    FANGSONG: ("FangSong_GB2312,仿宋,FangSong,华文仿宋,STFangsong", "modern"),
    HEI: ("SimHei,黑体-简,Heiti SC,Noto Sans CJK SC", "swiss"),
    KAI: ("KaiTi_GB2312,楷体,KaiTi,华文楷体,STKaiti", "modern"),
    SONG: ("SimSun,华文宋体,STSong,Noto Serif CJK SC", "roman"),
}
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def fonts() -> str:
    """The font table: for each face the names by which it may be found."""
    found = "".join(
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(others)}/>"
        f'<w:charset w:val="86"/><w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, (others, family) in FACES.items()
    )
    latin = f'<w:font w:name="{LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/></w:font>'
    return f"<w:fonts {NAMESPACE}>{found}{latin}</w:fonts>"


def indent(left: float = 0, right: float = 0, first: float = 0, size: int = CHARACTER) -> str:
    """In characters of that size."""
    return (
        f'<w:ind w:leftChars="{left * 100:.0f}" w:left="{left * size:.0f}" w:rightChars="{right * 100:.0f}" '
        f'w:right="{right * size:.0f}" w:firstLineChars="{first * 100:.0f}" w:firstLine="{first * size:.0f}"/>'
    )


def spacing(line: int, before: int = 0, after: int = 0) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>'


def _style(name: str, title: str, face: str, size: int, shape: str, more: str = "", latin: str = LATIN) -> str:
    """`shape` are properties of the paragraph in the order of the standard, `more` the colour of its text."""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{title}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{shape}</w:pPr><w:rPr>'
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{face}" w:cs="{latin}"/>{more}'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


TWO = indent(first=2)
RED_RULE = f'<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="11" w:color="{RED}"/></w:pBdr>'
TO_BOTH = '<w:jc w:val="both"/>'
CENTRE, RIGHT, LEFT = (f'<w:jc w:val="{side}"/>' for side in ("center", "right", "left"))
OUTLINE = '<w:keepNext/>{}<w:outlineLvl w:val="{}"/>'
REDDISH = f'<w:color w:val="{RED}"/>'
TABS = '<w:tabs><w:tab w:val="right" w:pos="{}"/></w:tabs>'
OUTER, INNER = TABS.format(WIDE), TABS.format(WIDE - 280 - 170)  # to the margin; to the edge of the 版记


def _heading(level: int, face: str) -> str:
    shape = OUTLINE.format(spacing(LINE) + TWO + TO_BOTH, level - 1)
    return _style(f"Level{level}", f"公文{'一二三'[level - 1]}级标题", face, 32, shape)


def styles() -> str:
    normal = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{FANGSONG}" '
        f'w:cs="{LATIN}"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
        f"</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        f'<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f'<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )
    every = (
        _style("Masthead", "公文版头", SMALL_SONG, 80, spacing(1000) + CENTRE, REDDISH, SMALL_SONG),
        _style("Number", "发文字号", FANGSONG, 32, RED_RULE + spacing(LINE, before=280) + CENTRE),
        _style("NumberAndDay", "发文字号和日期", FANGSONG, 32, RED_RULE + OUTER + spacing(LINE, before=200)),
        _style("Title", "公文标题", SMALL_SONG, 44, "<w:keepNext/>" + spacing(700) + CENTRE, latin=SMALL_SONG),
        _heading(1, HEI),
        _heading(2, KAI),
        _heading(3, FANGSONG),
        _style("Body", "公文正文", FANGSONG, 32, spacing(LINE) + TWO + TO_BOTH, CLOSE),
        _style("AnnexList", "附件说明", FANGSONG, 32, "<w:keepNext/>" + spacing(LINE) + indent(left=2) + LEFT),
        _style("Signature", "署名和日期", FANGSONG, 32, "<w:keepNext/><w:keepLines/>" + spacing(LINE) + RIGHT),
        _style("AnnexLabel", "附件标识", HEI, 32, "<w:keepNext/><w:pageBreakBefore/>" + spacing(LINE) + LEFT),
        _style("Head", "表头", HEI, 21, spacing(300) + CENTRE),
        _style("Cell", "表格文字", FANGSONG, 21, spacing(300) + LEFT),
        _style("Label", "表单栏目", HEI, 28, spacing(480) + CENTRE),
        _style("Entry", "表单文字", FANGSONG, 28, spacing(480) + LEFT),
        _style("Bar", "颜色条", HEI, 32, spacing(600) + CENTRE),
        _style(
            "Colophon", "版记", FANGSONG, 28, "<w:keepNext/>" + INNER + spacing(480) + indent(1, 1, size=280) + LEFT
        ),
        _style("End", "末行", FANGSONG, 2, spacing(20)),
        _style("Folio", "页码", SONG, 28, "", latin=SONG),
    )
    return f"<w:styles {NAMESPACE}>{normal}{''.join(every)}</w:styles>"
