"""Demands over a year as a picture: each a panel with its target, its even pace and what is on record."""

from functools import partial

from domain.curves import Curves
from exports.heading import title
from exports.key import key
from exports.legend import footer
from exports.paint import paint
from exports.panel import panel
from exports.plan import Plan, sheet


def draw(curves: Curves) -> bytes:
    """A PNG."""
    return paint(plan(curves))


def plan(curves: Curves) -> Plan:
    return sheet(
        lambda top: title(curves.title, curves.subtitle, top),
        *(partial(panel, curve, curves) for curve in curves.curves),
        lambda top: key(curves, top),
        lambda top: footer(curves.footer, top),
    )
