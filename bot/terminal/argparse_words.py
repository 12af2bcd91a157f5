"""What argparse says by itself, in the words of this program: it asks a function of its module for each sentence."""

import argparse

from bot.tongue import t


def teach() -> None:
    """Before the first parser is made."""
    words = _words()
    argparse._ = lambda sentence: words.get(sentence, sentence)  # type: ignore[attr-defined]


def _words() -> dict[str, str]:
    return {
        "usage: ": t("usage: "),
        "options": t("options"),
        "positional arguments": t("arguments"),
        "show this help message and exit": t("shows this help"),
        "%(prog)s: error: %(message)s\n": t("%(prog)s: %(message)s\n"),
        "argument %(argument_name)s: %(message)s": t("%(argument_name)s: %(message)s"),
        "the following arguments are required: %s": t("%s is missing"),
        "unrecognized arguments: %s": t("%s is not known here"),
        "expected one argument": t("takes one value"),
        "invalid choice: %(value)r (choose from %(choices)s)": t("%(value)r is none of %(choices)s"),
        "invalid %(type)s value: %(value)r": t("%(value)r is no value of this sort"),
        "ambiguous option: %(option)s could match %(matches)s": t("%(option)s may be %(matches)s"),
        "ignored explicit argument %r": t("takes no value, and %r was given"),
    }
