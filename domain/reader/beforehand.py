"""A reply of figures before it is heard: in plain words, with pauses, and with what its writer settles himself.

Left out is what he says to himself, asks of something else, or sets aside.
"""

from domain.patterns import pattern_of
from domain.reader import (
    asked_beside,
    dialects,
    dictated,
    divisions,
    each_time,
    lone_figure,
    mixed_up,
    named_again,
    rows_told,
    set_aside,
)
from domain.reader.asked import Asked

# 过年嘛没几个 一共七个: how few, before how many
NOT_MANY = pattern_of(
    r"(?:没|冇|木有|没有)(?:多少|几)[个件条人起][的了呀啊]*[,，\s]+(?=[^,，;；。\s]{0,4}[0-9一二两三四五六七八九十])"
)
# 23……不是 我数数啊: one begins anew
BEGUN_ANEW = pattern_of(
    r"^[^0-9…,，\s]{0,6}[0-9]+[个件人名]?[…,，\s]+(?:不是|不对|等等|等下)[…,，\s]*(?:等|让)?我再?"
    r"(?:数数|看看|算算|查查|翻翻|[数看算查翻]一?下)[啊哈哦呀]?[…,，\s]+(?=[^\n]*[0-9])"
)
# 前年的你们自己有底吧 算了我报 1590
AFTER_ALL = pattern_of(
    r"(?:[你您]们?[^,，;；。\s0-9]{0,10}吧[,，\s]*)?算了[,，\s]*(?:还是)?我(?:来)?[报说填]\s*(?=[0-9一二两三四五六七八九])"
)
N = r"(?:[0-9]+|[一二两三四五六七八九十俩仨]+)\s?[件个人名位条通项]?"
# 只有2个没训, 没按期的就1件: one that lacks, told plainly
ONLY = pattern_of(rf"(?:只|仅)有?(?=\s?{N}[^,，。;；0-9没未不]{{0,8}}(?:没|未|不))")
LACKING_FIRST = pattern_of(rf"(?P<not>[没未不][一-鿿]{{1,5}}?)的(?:就|只有?|仅)(?:是|有)?\s?(?P<n>{N})(?=$|[,，。;；])")
# 去年的数你们系统里应该有的呀，干嘛老问我: it is left to them to look
LEFT_TO_YOU = pattern_of(
    r"(?<=[^\s])[,，。;；!！\s]+(?:至于)?[去上前]年(?:同[期月])?的?(?:数[据字]?)?(?:你们?|您)[^,，。;；0-9]{0,8}(?:有|查得到|看得到)[^,，。;；0-9没]{0,5}"
    r"(?:[,，]\s*(?:干嘛|干吗|为什么|怎么|别|不要|何必)(?:老是?|总是?|又|再|还)*(?:来)?(?:问|催|[找向跟]我要)[^,，。;；0-9]{0,4})?(?=[,，。;；!！?？]|$)"
)
SPACED = pattern_of(r"(?<=[一-鿿0-9])[ \u3000]{2,}(?=[一-鿿]{2})(?![件个人名位条万亿元])")  # 调查落实了  约谈也落实了


def plainer(text: str, asked: Asked) -> str:
    text = text if "\n" in text else SPACED.sub("，", text)  # columns of a table stay apart
    text = ONLY.sub("就", LEFT_TO_YOU.sub("", text))
    text = BEGUN_ANEW.sub("", AFTER_ALL.sub("", NOT_MANY.sub("，", text)))
    text = named_again.settled(dictated.with_pauses(dialects.plainly(text)))
    text = mixed_up.put_right(text, asked)
    text = set_aside.without(asked_beside.without_questions(asked_beside.without_note(text, asked), asked), asked)
    text = rows_told.apart(divisions.without_own_means(rows_told.summed(text), asked), asked)
    return lone_figure.to_be_entered(each_time.in_all(text, asked), asked)
