"""What a department writes of its monthly round, read: how many should file, how many filed, how many records."""

from domain.roll_call.answer import FIELDS, Field, Problem, RollCall, Round, check, is_far_off
from domain.roll_call.reading import read

__all__ = ["FIELDS", "Field", "Problem", "RollCall", "Round", "check", "is_far_off", "read"]
