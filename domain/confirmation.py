"""部门负责人审签: which answers leave a department only with the word of its head."""

from collections.abc import Collection
from typing import Literal

from domain.kinds import KINDS

Confirmed = Literal["figures", "attestations", "explanations", "counts"]
# what a form's answers are, where that does not hang on what is demanded
BY_FORM: dict[str, Confirmed] = {"roll-call": "counts", "summary": "counts", "words": "explanations"}
BY_SHAPE: dict[str, Confirmed] = {"figures": "figures", "occurrence": "attestations"}


def kinds_of(form: str, demands: Collection[str], *, explains: bool = False) -> frozenset[Confirmed]:
    """What an answer is made of. `demands` are the kinds (domain.kinds) that its task asks for; `explains` is for the
    one that says why nothing comes. Entries and meetings prove themselves, and are no word of the department's."""
    if explains:
        return frozenset({"explanations"})
    if form in BY_FORM:
        return frozenset({BY_FORM[form]})
    if form != "readings":
        return frozenset()
    return frozenset(BY_SHAPE[shape] for shape in (KINDS[kind].shape for kind in demands) if shape in BY_SHAPE)
