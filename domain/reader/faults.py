"""What the house was found fault with, told beside a yes: 规范，督察提醒过两回; 规范，5月被点名一次，已整改."""

from domain.patterns import pattern_of

FOUND = pattern_of(
    r"点[过了]?名|提醒|批评|通报(?!表[扬彰])|投诉|反映过|扣了?[0-9一二两三几半]*分|瑕疵|违规|违纪|迟到|早退|晚了|写错|差点|问责|约谈|曝光|意见"
)
OF_ANOTHER = pattern_of("是(?!我|本)[一-鿿]{2,5}的$")  # 那次是嘉北的
OF_THE_PAST = pattern_of("[去前上]年|20[0-9]{2}年|以前|之前|早先")


def are_told(clause: str) -> bool:
    return bool(FOUND.search(clause)) and not OF_ANOTHER.search(clause)


def are_recent(clause: str) -> bool:
    return are_told(clause) and not OF_THE_PAST.search(clause)
