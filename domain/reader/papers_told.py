"""What is said of the papers behind an answer is no part of it: 情况说明明天补给您, 通报扫描后上传, 原件在档案柜里."""

from domain.patterns import pattern_of

PAPERS = (
    "(?:会议|相关|书面|证明)?(?:情况说明|说明|纪要|材料|照片|签到表?|资料|佐证|附件|截图|通报[文件]?|扫描件|原件"
    "|明细|清单)"
)
SIGN = r"[^\s,，。;；()（）0-9]"
LATER = r"(?:[今明后]天|[上下]午|晚点|晚上|稍后|随后|回头|之?后|再|周[一二三四五])"
SENT = (
    rf"(?:统一|一并|一起|再|拍照|拍下?|扫描|整理好?|盖章|上)*[补发给传交送](?:上|传|给?[您你]|过去|来|齐)*{SIGN}{{0,5}}"
)
KEPT = r"(?:都|也|已经?|还|就)*(?:存|放|留)?在(?!线|册|[我本])[^\s,，。;；()（）0-9]{2,8}(?:[里上中]|存档|备查)"
PAPERS_TOLD = pattern_of(
    rf"(?<![\s,，。;；(（])[\s,，。;；(（]+{PAPERS}(?:[、和及与]?{PAPERS})*(?:{SIGN}{{0,4}}{LATER}{SENT}|{KEPT})[)）！!～~哈]*(?=$|[\s,，。;；])"
    # in one breath
    r"|(?:照片|视频)(?:都|也|还)*[存在]在?[^\s,，。;；()（）0-9]{1,6}(?:手机|电脑|相机|U盘)[里上中]*(?=$|[。!！])"
)


def without_papers(text: str) -> str:
    return PAPERS_TOLD.sub("", text)
