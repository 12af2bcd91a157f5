"""An answer as it stands, or what it comes to where that is told and is not certain as it stands."""

from collections.abc import Callable, Mapping

from domain.reader import as_it_is_now, asked_later, held_then, milestones, outcomes, point_by_point
from domain.reader.asked import Heard
from domain.reader.question import Question, Shape

# the same in few words
RETOLD: Mapping[Shape, Callable[[str, Question], str]] = {
    "occurrence": outcomes.plainly,
    "day": milestones.plainly,
    "yes": as_it_is_now.plainly,
    "meeting": held_then.plainly,
    "entries": held_then.plainly,
}


def heard(text: str, question: Question, hear: Callable[[str, Question], Heard]) -> Heard:
    def again(said: str, of: Question) -> Heard:
        return heard(said, of, hear)

    found = asked_later.heard(hear(text, question), text, question, again)
    found = point_by_point.heard(found, text, question, again)
    retold = RETOLD.get(question.shape)
    if retold is None or question.field == "topic" or (found.values and not found.doubt):
        return found
    plain = retold(text, question)
    anew = hear(plain, question) if plain != text else found
    return anew if anew.values and not anew.doubt else found
