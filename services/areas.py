"""Down by area: how many of its indicators are met, and each of them."""

from db.queries import notices
from db.tables import Indicator
from domain.facts import drill as facts
from domain.pages import cut
from domain.verdicts import Verdict
from services import departments, judging, reds
from services.office import Office


def listed(office: Office, page: int) -> facts.AreaList:
    verdicts = judging.all_of_them(office).indicators
    late = departments.late_by_indicator(office)
    rows: dict[int, list[Indicator]] = {}
    for row in notices.indicators(office.session, notices.current(office.session).id):
        rows.setdefault(row.area, []).append(row)
    shown = cut(list(rows.items()), page)
    return facts.AreaList(
        tuple(
            facts.AreaRow(
                area,
                found[0].area_short,
                found[0].area_title,
                len(found),
                sum(1 for row in found if verdicts.get(row.code) is Verdict.MET),
                sum(late[row.id] for row in found),
            )
            for area, found in shown.rows
        ),
        shown.leaf,
    )


def one(office: Office, number: int, page: int) -> facts.IndicatorList | facts.Gone:
    notice = notices.current(office.session)
    found = [row for row in notices.indicators(office.session, notice.id) if row.area == number]
    if not found:
        return facts.Gone("area")
    judged = judging.all_of_them(office)
    late = departments.late_by_indicator(office)
    shown = cut(found, page)
    lines = (
        facts.IndicatorRow(row.code, row.title, judged.indicators.get(row.code, Verdict.NO_DATA).value, late[row.id])
        for row in shown.rows
    )
    n = len(reds.found(office, judged, area=number))
    return facts.IndicatorList(number, 0, found[0].area_title, tuple(lines), shown.leaf, n)
