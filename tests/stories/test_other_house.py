"""A notice of another trade is answered in its own words: what nobody has taught is known by the notice."""

from tests.house import DIRECTOR, REGISTRAR, Court
from tests.notices import notice
from tests.stories.test_import_review import sent, settle_all

ROWS = (
    ("1", "每季度电梯定期检验率不低于98%", "立案庭", "立案庭", ""),
    ("2", "每季度新增水土流失治理面积35平方公里", "立案庭", "立案庭", ""),
)


async def test_lifts_and_square_kilometres_are_read_as_they_are_said(whole: Court) -> None:
    await sent(whole, content=notice(ROWS))
    await settle_all(whole)
    await whole.press(DIRECTOR, "paper-publish")
    await whole.press(DIRECTOR, "paper-sure")
    await whole.until("2026-02-27 15:05")
    await whole.press(REGISTRAR, "sign-all")
    await whole.until("2026-04-02 09:05")
    (doubt,) = await whole.say(REGISTRAR, "小流域水土治理86处，86处都治理了")
    assert "这是哪一项的数？" in doubt
    (asked,) = await whole.say(REGISTRAR, "应检86台，已检85台")
    assert "新增水土流失治理面积（平方公里）" in asked
    (card,) = await whole.say(REGISTRAR, "36.2平方公里")
    assert "电梯定期检验率的分子 85 件、电梯定期检验率的分母 86 件" in card
    assert "电梯定期检验率 98.83%（≥ 98%）" in card
    assert "36.2 平方公里" in card
