"""The director sends a notice: it is read, its doubts are settled by buttons, answers are taken back."""

from tests.house import DIRECTOR, Court
from tests.notices import notice


async def test_try(signed: Court) -> None:
    print(await signed.send(DIRECTOR, "通知.docx", notice()))
    print(signed.text(DIRECTOR), signed.buttons(DIRECTOR))
    for _ in range(4):
        verb = "paper-doubts" if "paper-doubts" in signed.offers(DIRECTOR) else "paper-answer"
        print(await signed.press(DIRECTOR, verb))
        print(signed.text(DIRECTOR), signed.buttons(DIRECTOR))
    print(await signed.say(DIRECTOR, "/tasks"))
    print(await signed.say(DIRECTOR, "导入"))
    assert 0
