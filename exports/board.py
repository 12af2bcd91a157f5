"""The board as a picture for a phone: departments by areas, four lights a cell, what is overdue beside them."""

from domain.board import Board
from exports.grid import grid
from exports.heading import counts, nothing, title
from exports.legend import footer, legend
from exports.paint import paint
from exports.plan import Part, Plan, sheet
from exports.trend import trend


def draw(board: Board) -> bytes:
    """A PNG. Takes a few tenths of a second at worst and touches nothing else: fit for a thread."""
    return paint(plan(board))


def plan(board: Board) -> Plan:
    """What stands where; raises MissingFont where there is nothing to measure with."""
    return sheet(
        lambda top: title(board.title, board.subtitle, top),
        lambda top: counts(board.counts, board.alarm, top),
        lambda top: trend(board.trend, board.weeks, top),
        *_rows(board),
        lambda top: footer(board.footer, top),
    )


def _rows(board: Board) -> tuple[Part, ...]:
    if not board.rows:
        return (lambda top: nothing(board.empty, top),)
    return (lambda top: grid(board, top), lambda top: legend(board.legend, board.states, top))
