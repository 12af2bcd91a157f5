"""台账: every indicator of the notice at work, in its order, with every version of every report."""

from db.queries import notices
from db.tables import Indicator
from domain.facts import ledger as facts
from domain.paper import Told
from services import assigning, drilling, matters
from services.office import Office


def gather(office: Office, which: str, told: Told) -> facts.Ledger | None:
    """None where no notice has been published."""
    if not assigning.is_published(office):
        return None
    notice = notices.current(office.session)
    rows = []
    indicators = notices.indicators(office.session, notice.id)
    for n, indicator in enumerate(indicators):
        told(n, len(indicators))
        rows.append(row(office, indicator))
    campaign = office.rules.campaign
    return facts.Ledger(campaign, notice.number, notice.title, office.today.year, office.now, tuple(rows))


def row(office: Office, indicator: Indicator) -> facts.Row:
    view = drilling.indicator(office, indicator.code)
    assert view is not None, "an indicator of the notice at work"
    return facts.Row(view, matters.of(office, indicator))
