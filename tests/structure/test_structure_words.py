import ast
import inspect
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.buttons import SHAPE, Press, sign
from bot.handlers import HANDLERS
from bot.settings import HOME, load
from bot.translator import Translator, translators
from bot.views import VIEWS, forms, meeting, readings, register, requests, roll_call, signing, summary, words
from bot.views.sentences import SENTENCES
from domain import answers as answers_
from domain import meeting as meetings
from domain import roll_call as roll_calls
from services.facts import FACTS
from tests.structure.sources import answers, calls, functions, modules, texts, within

VIEWED = {
    "signing": signing,
    "roll_call": roll_call,
    "summary": summary,
    "meeting": meeting,
    "readings": readings,
    "register": register,
    "words": words,
}
PROBLEMS: set[str] = (set(forms.PROBLEMS) | set(requests.PROBLEMS)).union(*(view.PROBLEMS for view in VIEWED.values()))
SPEAKERS = ("services", "bot.handlers", "bot.context", "bot.desk", "bot.reception", "bot.settling")
COMMANDS = ("start", "help", "tasks", "status", "digest", "people", "why", "import", "rehearse", "language", "cancel")


@pytest.fixture(scope="module", params=["zh_CN", "en"])
def t(request: pytest.FixtureRequest) -> Translator:
    settings = load(HOME / "config.toml")
    return translators(HOME / "locales", settings.zone, settings.office_name)[request.param]


# kinds


def said_kinds() -> set[str]:
    """The first word among the arguments of whatever says or shows something, and what is given back to be said."""
    answering = within("services.answering", "services.placing", "services.requesting")
    found = {kind for tree in answering.values() for kind in given_back(tree)}
    for tree in within(*SPEAKERS).values():
        for called, call in calls(tree):
            if called in ("say", "show", "shown", "go", "of_all", "of_unit", "tell", "tell_director"):
                found |= next(filter(None, (answers(argument) for argument in call.args)), set())
    return found


def given_back(tree: ast.Module) -> Iterator[str]:
    """("problem", {…}): a kind with its facts."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple) and isinstance(node.elts[0], ast.Constant) and isinstance(node.ctx, ast.Load):
            yield str(node.elts[0].value)


def test_every_kind_has_its_facts_and_its_view() -> None:
    assert set(FACTS) == set(VIEWS)


def test_whatever_is_said_is_of_a_known_kind_and_every_kind_is_said() -> None:
    assert said_kinds() == set(FACTS)


# sentences


def said_sentences() -> Iterator[tuple[str, frozenset[str]]]:
    """Each code with the names of its data: sentence("…", n=1), toast("…"), {"code": "…", "n": 1}."""
    for tree in within(*SPEAKERS).values():
        for called, call in calls(tree):
            if called in ("sentence", "toast") and call.args:
                for code in answers(call.args[0]):
                    yield code, frozenset(word.arg for word in call.keywords if word.arg)
        for node in ast.walk(tree):
            if isinstance(node, ast.Dict):
                keys = [key.value if isinstance(key, ast.Constant) else None for key in node.keys]
                if "code" in keys:
                    for code in answers(node.values[keys.index("code")]):
                        yield code, frozenset(str(key) for key in keys if key not in (None, "code"))
            elif isinstance(node, ast.Assign) and any(getattr(to, "attr", "") == "code" for to in node.targets):
                yield from ((code, frozenset()) for code in answers(node.value))


def stumbling_blocks() -> Iterator[tuple[str, str]]:
    """What a use case gives back as standing in the way: the codes of its `str | None`, the reasons of its doubts."""
    for name, tree in within("services").items():
        for function in functions(tree):
            if function.returns is not None and ast.unparse(function.returns) == "str | None":
                for node in ast.walk(function):
                    if isinstance(node, ast.Return) and node.value is not None:
                        yield from ((f"{name}.{function.name}", code) for code in answers(node.value))
            yield from ((f"{name}.{function.name}", code) for code in reasons(function))


def reasons(tree: ast.AST) -> Iterator[str]:
    """Doubt("about"), Stop("about"), and ("about", a pattern)."""
    for called, call in calls(tree):
        if called in ("Doubt", "Stop") and call.args:
            yield from answers(call.args[0])
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple) and len(node.elts) == 2 and getattr(node.elts[1], "attr", "").isupper():
            yield from answers(node.elts[0])


def test_every_sentence_that_is_said_is_worded_and_has_its_data(t: Translator) -> None:
    said = list(said_sentences())
    assert len(said) > 30
    for code, data in said:
        assert code in SENTENCES or code in PROBLEMS, code
        if code in SENTENCES:
            assert SENTENCES[code](t, {name: "2026-11" if name == "period" else 1 for name in data}), code


def test_whatever_stands_in_the_way_is_worded() -> None:
    found = list(stumbling_blocks())
    assert {"services.filing.take", "services.filing.correct", "services.proving.add_file"} <= {
        place for place, _ in found
    }
    assert [(place, code) for place, code in found if code not in PROBLEMS | set(SENTENCES)] == []


@pytest.mark.parametrize(
    ("view", "codes"),
    [
        (roll_call, get_args(roll_calls.Problem)),
        (meeting, get_args(meetings.Problem)),
        (readings, get_args(answers_.Problem)),
    ],
    ids=["roll call", "meeting", "answers"],
)
def test_every_doubt_of_a_form_has_its_question(view: Any, codes: tuple[str, ...]) -> None:
    assert set(codes) <= set(forms.PROBLEMS) | set(view.PROBLEMS)


def test_every_doubt_of_the_reader_has_its_question() -> None:
    found = {reason for tree in within("domain.reader").values() for reason in reasons(tree)}
    assert {"which", "jump", "question", "about"} <= found
    assert found <= set(forms.PROBLEMS) | set(readings.PROBLEMS)


@pytest.mark.parametrize("name", VIEWED)
def test_what_a_form_gives_back_itself_has_its_question(name: str) -> None:
    wanted = {code for place, code in stumbling_blocks() if place == f"services.forms.{name}.take"}
    assert wanted <= set(forms.PROBLEMS) | set(VIEWED[name].PROBLEMS)


def test_no_sentence_is_worded_for_nothing() -> None:
    worded = {"bot.views.sentences", "bot.views.forms", *(f"bot.views.{name}" for name in VIEWED)}
    used: set[str] = set().union(*(texts(tree) for name, tree in modules().items() if name not in worded))
    used.add("plan-other-period")  # made of two words, in services.forms.meeting
    assert sorted((set(SENTENCES) | PROBLEMS) - used) == []


# buttons


def made_verbs() -> dict[str, str]:
    """Verb → a place in the views that makes it."""
    found = {}
    for name, tree in within("bot.views").items():
        for called, call in calls(tree):
            if called in ("Button", "_button"):
                verb = call.args[1] if called == "Button" else call.args[2]
                if isinstance(verb, ast.Name):
                    continue  # a form's own _button hands its verb on
                assert isinstance(verb, ast.Constant), f"{name}:{call.lineno}"
                found[str(verb.value)] = f"{name}:{call.lineno}"
    return found


def patterns() -> list[re.Pattern[str]]:
    found = [handler.pattern for handler in HANDLERS if isinstance(handler, CallbackQueryHandler)]
    assert all(isinstance(pattern, re.Pattern) for pattern in found), "a handler without a pattern takes every press"
    return [pattern for pattern in found if isinstance(pattern, re.Pattern)]


def data(verb: str) -> str:
    return sign(b"secret", 1, 1, Press(verb, "1", 0))


def test_every_button_has_exactly_one_handler() -> None:
    made = made_verbs()
    assert len(made) > 20
    taking = {verb: sum(1 for pattern in patterns() if pattern.match(data(verb))) for verb in made}
    assert {f"{verb} ({made[verb]})": n for verb, n in taking.items() if n != 1} == {}


def test_every_handler_of_a_press_has_a_button_somewhere() -> None:
    made = [data(verb) for verb in made_verbs()]
    assert [p.pattern for p in patterns() if not any(p.match(one) for one in made)] == []


def test_every_verb_has_the_shape_that_buttons_are_signed_in() -> None:
    assert [verb for verb in made_verbs() if not SHAPE.fullmatch(data(verb))] == []


# commands


def aliases() -> list[str]:
    """The second word of command("tasks", "待办", …)."""
    found = []
    for tree in within("bot.handlers").values():
        for called, call in calls(tree):
            if called == "command" and isinstance(call.args[0], ast.Constant):
                found += list(answers(call.args[1]))
    return found


def commands() -> list[str]:
    return [name for handler in HANDLERS if isinstance(handler, CommandHandler) for name in handler.commands]


def test_every_command_stands_once_and_has_a_chinese_alias_of_its_own() -> None:
    assert [name for name, n in Counter(commands()).items() if n > 1] == []
    assert [name for name, n in Counter(aliases()).items() if n > 1] == []
    assert len(aliases()) == len(commands()) > 5
    assert all(re.fullmatch("[\u4e00-\u9fff]{2,4}", alias) for alias in aliases())


def test_commands_are_those_that_the_design_names() -> None:
    assert set(commands()) <= set(COMMANDS)


def test_every_command_of_a_menu_is_handled() -> None:
    made = {
        str(call.args[0].value)
        for tree in within("bot.views").values()
        for called, call in calls(tree)
        if called == "Command" and isinstance(call.args[0], ast.Constant)
    }
    assert made
    assert made <= set(commands())


def test_every_command_that_a_sentence_names_is_handled() -> None:
    named = {name for view in within("bot.views").values() for text in texts(view) for name in COMMAND.findall(text)}
    assert named
    assert named <= set(commands())


COMMAND = re.compile(r"(?:^|\s)/([a-z]+)")


def test_a_view_is_a_plain_function_of_facts_and_translator() -> None:
    for kind, view in VIEWS.items():
        assert list(inspect.signature(view).parameters)[-1] == "t", kind
        assert not inspect.iscoroutinefunction(view), kind
