"""Whether something is asked."""

from domain.patterns import pattern_of
from domain.reader import words

# a particle behind a statement asks nothing: 还没找到那份文件呢, 我们支部好着呢
STATED = pattern_of(
    r"怎么[说讲]呢|咋说呢|(?:经常|一直|天天|每[月周])(?:(?![哪什几谁怎多])[^,;。?？!]){0,8}呢|(?:着|没|还|正|在|未|尚|排|忙|休假|请假|出差|开会|开庭|外出|堵|挤|催|赶)[^,;。?？!]{0,16}呢|(?:排长?队|[忙堵卡跑])呢|(?:多少|几[件个人位名])(?=(?:还|都|也)?(?:没|未|待|在[核统汇]|不清楚|不知道))|没(?:什么|啥|多少|几个)|没有?[^,;。?？!吗0-9]{1,4}(?:什么|啥|谁)|不管(?:什么|谁)|什么都|谁都"
    r"|[谁哪什][^,;。?？!]{0,16}(?:一目了然|清清楚楚|看得清|有数)"
)


def is_question(text: str) -> bool:
    return bool(words.QUESTION.search(STATED.sub(" ", text)))
