"""A calendar file of whole days with their alarms: RFC 5545, published."""

from typing import TYPE_CHECKING

from domain.agenda import Agenda, Day
from domain.wellformed import one_line, wellformed

if TYPE_CHECKING:  # a start need not wait for it
    from datetime import datetime

    from icalendar import Event

MAKER = "-//Duban//Duban 1.0//ZH"


def draw(facts: Agenda) -> bytes:
    import icalendar

    found = icalendar.Calendar()
    found.add("prodid", MAKER)
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", one_line(facts.name))
    for day in facts.days:
        found.add_component(_event(day, facts.at))
    content: bytes = found.to_ical()
    return content


def _event(day: Day, at: "datetime") -> "Event":
    import icalendar

    event = icalendar.Event()
    event.add("uid", day.uid)
    event.add("sequence", day.sequence)
    event.add("dtstamp", at)
    event.add("dtstart", day.day)
    event.add("summary", one_line(day.summary))
    event.add("description", wellformed(day.description))
    event.add("status", "CANCELLED" if day.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    for before in day.alarms:
        alarm = icalendar.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", one_line(day.summary))
        alarm.add("trigger", before)
        event.add_component(alarm)
    return event
