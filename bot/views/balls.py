"""Whose turn it is, and how long it took."""

from fractions import Fraction

from bot.translator import Translator
from bot.views import names
from domain.facts.drill import Holding
from domain.facts.overview import Ball
from domain.figures import written


def ball(found: Ball, t: Translator) -> str:
    """创建办审核 3.5 小时（在办）"""
    unit = found.unit or t.office
    who = {
        "contact": unit,
        "responsible": unit,
        "head": t("head of {unit}", unit=unit),
        "reviewer": t("review by {unit}", unit=unit),
        "office": t("decision of {unit}", unit=unit),
    }[found.part]
    hours = Fraction(round(found.time.total_seconds() / 360), 10)
    time = t("{who} {hours} h", who=who, hours=written(hours, percent=False))
    return time + (t(" (has it now)") if found.has_it else "")


def turn(found: Holding, t: Translator) -> str:
    """由创建办审核，已 3 个工作日"""
    unit = found.unit or t.office
    who = {
        "contact": t("with {unit}", unit=unit),
        "responsible": t("with {unit}", unit=unit),
        "head": t("with the head of {unit}", unit=unit),
        "reviewer": t("reviewed by {unit}", unit=unit),
        "office": t("decided by {unit}", unit=unit),
    }[found.part]
    days = t.many("for {n} working day", "for {n} working days", found.days) if found.days else None
    return names.joined(t, who, days)
