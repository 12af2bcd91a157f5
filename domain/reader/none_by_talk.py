"""What people tell around it that nothing occurred: how much was done, why, whom one could ask. None is left."""

from domain.patterns import pattern_of

# 最长的也没过五天
LONGEST_OF = pattern_of(
    r"[,;。\s]+最[长久慢晚]的?(?:那|一)*[件个]?(?:也|都)?(?:没|不)(?:有)?(?:超?过|到)[0-9一二两三四五六七八九十半]+个?(?:多)?(?:天|日|小时|工作日)(?=[,;。]|$)"
)
# 2件，节后人手不够: why; 要说拖拉真没有
WHY = pattern_of(r"[,;。\s]+[^,;。0-9没未]{0,6}(?:人手|人员|人)(?:不[够足]|紧张?|太?少)[^,;。0-9没未]{0,4}(?=[,;。]|$)")
AS_FOR = pattern_of(r"(?:^|(?<=[,;。]))真?要(?:说|论|讲)(?:起)?(?=[一-鿿]{2,10}(?:没|无))")
# 这项按没有报
BY_NONE = pattern_of(
    r"(?:^|(?<=[,;。\s]))(?:所以|因此|那|这[项条个]|我们?|就|还是|只能)*按(?:照)?[“\"]?(?P<none>没有|无|零)[”\"]?(?:来)?(?:上?报|填报?|算|记|登)(?:吧|了|的)*(?=[,;。!]|$)"
)
# 哪有空懈怠，没有的: asked of nobody, before it is said plainly
WHO_WOULD = pattern_of(
    r"(?:^|(?<=[,;。!\s]))[^,;。?!没未不无]{0,8}(?:哪(?:里|儿)?(?:还)?(?:有|来|敢|会|能|顾得上)(?:的)?(?:空|工夫|功夫|时间|心思|胆子|精力|机会|人)?|谁(?:还)?(?:敢|有空|有时间|顾得上|会))"
    r"(?!没|不)[^,;。?没未不无]{1,10}[,;。!?\s]+(?=(?:真的?|确实|从来|一直|都|也)*(?:没有?|无|零)[^,;。0-9]{0,10}$)"
)
# 十三个人半年结了一千多件: how much was done, and nothing that occurred
WORK_DONE = pattern_of(
    r"(?:^|(?<=[,;。!]))[^,;。!?没未不超拖逾错假]{0,14}(?:[结办审收判调]|接待|受理)(?:结|理|案|掉)?了?[^,;。!?没未不超拖逾错假0-9一二两三四五六七八九十百千]{0,4}"
    r"(?:[0-9]{2,}|[一二两三四五六七八九十几]*[百千万])[多余来]*(?:件|个|起|人次)(?:案[子件])?[,;。!\s]+(?=\S)"
)
ASIDES = (LONGEST_OF, WHY, AS_FOR, WORK_DONE, WHO_WOULD)


def plainly(text: str) -> str:
    for aside in ASIDES:
        text = aside.sub("", text)
    return BY_NONE.sub(r"\g<none>", text)
