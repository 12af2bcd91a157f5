"""The one figure that a form asks for, told first, and behind it which and why: 1个（嘉中法庭），已列入发展计划."""

from domain.patterns import pattern_of
from domain.reader.asked import Asked

N = r"(?P<n>[0-9]{1,4}|[一二两三四五六七八九十]{1,3})\s?(?P<unit>[个家件名人起])"
TARGET = r"(?:(?:要求|目标|标准|指标)(?:值|数)?(?:是|为|[:：])?\s?[0-9零]+[个家件名人]?[,，;；\s]+(?:但|不过|可)?)?"
FIRST = pattern_of(
    rf"^{TARGET}(?:我们?|本院|全院|目前|现在|还|尚|仍|只|就|共|总共)*(?:是|有|存在|剩)?\s?{N}(?:没解决|未解决|没有?)?(?:[(（][^()（）0-9]{{2,16}}[)）])?"
    r"(?P<rest>[,，;；。\s].*)?$"
)
# behind it: another figure, a doubt, or how it stands by now
ELSE = pattern_of(
    r"[0-9]|[一二两三四五六七八九十]+[个家件名人起]|[错改误?？吗]|不[是对准确含算]|更正|可能|大概|估计|好像|听说|待[核查定]|[再还][有要没未]"
    r"|另|其[他它余中]|含|包括|上[个次年]|去年|以前|之前|原来|已解决|解决了|转[进入]|补[上齐]|消除|都有|不再|预计|如果|要是|作废|算不算|左右|上下"
)
# …，你记2就行
ENTRY = pattern_of(
    r"(?:^|(?<=[\s,，。;；]))(?:所以|那)?(?:你们?|您|请|麻烦|就|帮我|按)*(?:记|填|写|报|登记?|录)(?:个|成|为|上)?(?P<n>[0-9]+|[一二两三四五六七八九十])[件个次起人名]?"
    r"(?:就行|就好|就可以|就是|即可|得了|好了)[了啦哈~～。!！\s]*$"
)
UNSURE = pattern_of(
    "不(?:太)?(?:确定|清楚|准|知道|晓得)|没准|没把握|大概|估|可能|好像|差不多|随便|反正|先|暂|记不|应该|左右|猜|听说|待|再"
    "|如果|要是|假如|凑|编|瞎|[说让叫要]|其实|去年|上个?[月年]|一[次件个]都?没|没有?通报"
)


def told(text: str, asked: Asked) -> str:
    found = FIRST.match(text) if len(asked.quantities) == 1 and len(asked.wanted) <= 1 else None
    if found is None or ELSE.search(found["rest"] or ""):
        return text
    return f"{found['n']}{found['unit']}"


def to_be_entered(text: str, asked: Asked) -> str:
    """…，你记2就行: where one figure is asked for, whatever is told before it is why."""
    found = ENTRY.search(text) if len(asked.quantities) == 1 and not UNSURE.search(text) else None
    return f"{asked.quantities[0].label}{found['n']}" if found else text
