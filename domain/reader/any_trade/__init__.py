"""Answers to a notice whose words nobody has taught: by what stands beside each figure, and by what comes out."""

from domain.reader.any_trade import table
from domain.reader.any_trade.hearing import as_it_stands, heard
from domain.reader.any_trade.worked_out import plainly

__all__ = ["as_it_stands", "heard", "plainly", "table"]
