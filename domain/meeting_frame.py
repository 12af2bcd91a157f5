"""What people write around a day and a topic, and what is neither."""

from domain.meeting_words import EMOJI
from domain.patterns import pattern_of

# what people write around a day and a topic, and what is neither
GAP = r"\s,，、。.;；:：)）"
PART = r"(?:[上下]午|中午|早上|晚上|晚(?!报))"
CLOCK = r"(?:[0-9]{1,2}[:：][0-9]{2}|[0-9一二三四五六七八九十两]{1,3}[点时](?:半|整|[0-9]{1,2}分?)?)"
HELD = r"(?>(?:召开|举行|开)(?:了|的|过)?)"  # atomic: 的 stands in the frames as well, and 开的开的… had two ways each
HELD_WORD = r"(?:召开|举行|开(?:[了的过会]|$|(?=[,，。;；\s])))"
FRAME = pattern_of(
    rf"(?:[{GAP}(（]|我们|我[庭局院室]|已经|已|更正|[写填报]错[了啦咯嘞]?|有误|改[为成]|应该?[为是]|定于|会议|活动|本身|发布|日期|时间|{HELD}|这次|本次|[上下]半年|今年|在|于|是|为|的|会)*(?:$|(?<=[{GAP}]))"
)
HEAD = pattern_of(
    rf"(?:[{GAP}]|[上下]午|中午|早上|晚上|晚(?!报)|(?:[到至~～—-]\s?)?{CLOCK}|我们|已经?(?={HELD})"
    rf"|(?:召开|举行)[了过的]?|开[了过的](?:会(?=[{GAP}]|$))?|开(?:完|好)会?了?啦?|开会|(?:{HELD}|的)(?:会议?)?(?=[{GAP}]|$))++"
)
TAIL_AT_MOST = 80  # signs: a tail is tried from every place of a text
TAIL = pattern_of(
    r"(?:[\s,，、。.;；:：]|(?:会议)?(?:纪要|材料|照片|签到表?)(?:[、和及](?:纪要|材料|照片|签到表?))*"
    r"(?:(?:请|详)?见附件|附后|如附件|已上传|已附)|(?:请|详)?见附件|(?:[定订排放约选]|安排)[在于到]|(?<!关)于)+$"
)
AT_THE_END = rf"[\s{EMOJI}哈啦哦呀噢~～]"
EDGES = pattern_of(rf"^[\s{EMOJI}]+|(?<!{AT_THE_END}){AT_THE_END}+$")


def trimmed(text: str) -> str:
    text = EDGES.sub("", text)
    head = HEAD.match(text)
    text = text[head.end() if head else 0 :]
    cut = max(0, len(text) - TAIL_AT_MOST)
    return text[:cut] + TAIL.sub("", text[cut:])
