"""Which words ask what a list is, and which are said of something that they name, or answer it."""

import pytest

from domain.reader import about_list


@pytest.mark.parametrize(
    "text",
    ["这是什么", "这是啥？", "？", "这些是什么", "这都是什么呀", "什么意思？", "请问这是什么意思", "没看懂", "什么情况",
     "这是干嘛的", "要我做什么", "这个怎么弄？", "这几项是什么"],
)  # fmt: skip
def test_it_is_asked_what_the_list_is(text: str) -> None:
    assert about_list.asks(text)


@pytest.mark.parametrize(
    "text",
    ["", "。", "487", "无", "没", "好的", "5.2.1是什么", "三个规定怎么弄", "这是9月的", "怎么算", "什么时候到期",
     "这是我们庭的", "这是什么都没有的意思"],
)  # fmt: skip
def test_it_is_said_of_something_else(text: str) -> None:
    assert not about_list.asks(text)
