"""The board as a picture for a phone: departments by areas, four lights a cell, what is overdue beside them."""

from domain.board import Board
from exports import palette
from exports.grid import grid
from exports.heading import counts, title
from exports.legend import footer, legend
from exports.paint import paint
from exports.plan import MARGIN, WIDTH, Block, Item, Plan


def draw(board: Board) -> bytes:
    """A PNG. Takes a few tenths of a second at worst and touches nothing else: fit for a thread."""
    return paint(plan(board))


def plan(board: Board) -> Plan:
    """What stands where; raises MissingFont where there is nothing to measure with."""
    made: list[Item] = [Block((0, 0, WIDTH, 10), palette.SEAL)]
    items, top = title(board.title, board.subtitle, 10.0 + MARGIN)
    made += items
    items, top = counts(board.counts, top)
    made += items
    items, top = grid(board, top)
    made += items
    items, top = legend(board, top)
    made += items
    items, top = footer(board.footer, top)
    return Plan(top + MARGIN, (*made, *items))
