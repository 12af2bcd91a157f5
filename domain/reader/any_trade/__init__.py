"""Answers to a notice whose words nobody has taught: by what stands beside each figure, and by what comes out."""

from domain.reader.any_trade.hearing import heard

__all__ = ["heard"]
