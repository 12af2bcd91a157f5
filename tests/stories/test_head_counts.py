"""How many should file, beside the number of the month before."""

import pytest

from db.tables import Report
from tests.house import REGISTRAR, Court
from tests.stories.test_three_months import figures, file_one

DIFFERS = "相差较大"


@pytest.mark.parametrize(("before", "now", "is_said"), [(47, 24, True), (24, 47, True), (47, 43, False), (3, 5, False)])
async def test_a_number_far_from_last_months_is_checked_beside_it(
    signed: Court, before: int, now: int, is_said: bool
) -> None:
    await signed.until("2026-03-02 10:00")
    await file_one(signed, REGISTRAR, "2026-02", f"应填{before}人，已填{before}人，记录0条")
    assert DIFFERS not in "".join(map(str, signed.heard(REGISTRAR)))  # of the first month nothing is known
    await signed.off_until("2026-04-01 10:00")
    row = signed.task(REGISTRAR, "2026-03")
    (check,) = await signed.say(REGISTRAR, f"三个规定应填{now}人，已填{now}人，记录1条")
    assert (f"上月应填 {before} 人，本月相差较大，请核对。" in check) == is_said
    await signed.press(REGISTRAR, "file", row.id)
    (filed,) = signed.rows(Report, task_id=row.id)
    assert figures(signed, filed) == {"should": now, "filed": now, "records": 1}
