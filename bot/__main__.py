"""The command line. What a person did wrong is one line; 0 is good, 2 is a wrong call, 1 everything else."""

import argparse
import gc
import os
import sys

gc.disable()  # whatever is loaded stays: it is not looked through for garbage, neither now nor later

from bot.faults import worded  # noqa: E402
from bot.lock import Taken  # noqa: E402
from bot.secrets import DamagedSecret  # noqa: E402
from bot.settings import HOME, Environment, Settings, SettingsError, load  # noqa: E402
from bot.terminal import COMMANDS, command  # noqa: E402
from bot.terminal.argparse_words import teach  # noqa: E402
from bot.terminal.records import Complaint  # noqa: E402
from bot.tongue import t  # noqa: E402
from bot.translator import CHINESE  # noqa: E402
from bot.vault.backing_up import NoBackup  # noqa: E402
from bot.vault.keys import BadKey  # noqa: E402
from bot.vault.targets import NotRestored  # noqa: E402
from catalogue.shipped import CatalogueError  # noqa: E402
from db.engine import DatabaseError  # noqa: E402
from db.migrate import SchemaError  # noqa: E402
from exports.font import MissingFont  # noqa: E402

ONE_LINE = (
    SettingsError,
    CatalogueError,
    DatabaseError,
    SchemaError,
    Taken,
    DamagedSecret,
    MissingFont,
    Complaint,
    NoBackup,
    NotRestored,
    BadKey,
)


def main() -> int:
    os.umask(0o077)  # whatever is written is the office's alone
    t.speak(CHINESE, HOME / "locales")
    found = _found()
    teach()
    try:
        args = arguments()  # what it takes is loaded then
        gc.freeze()
        gc.enable()
        if isinstance(found, SettingsError):
            raise found
        code: int = args.act(args, *found)
        sys.stdout.flush()
    except BrokenPipeError:  # rehearse … | head: whoever read has enough
        return 1
    except (*ONE_LINE, OSError) as error:  # also a folder that is none, a disk that is full: the file is named
        print(f"duban: {worded(error)}", file=sys.stderr)
        return 1
    finally:  # of a help too, with which the call ends
        _leave_quietly()
    return code


def _leave_quietly() -> None:
    """What nobody reads any more is not complained of when Python ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _found() -> tuple[Environment, Settings] | SettingsError:
    """Read before the call is, which may only ask for help: even that is in the office's language."""
    try:
        environment = Environment.read()
        settings = load(environment.config)
    except SettingsError as error:
        return error
    t.speak(settings.language, HOME / "locales")
    return environment, settings


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bot", description="Duban 督办")
    acts = parser.add_subparsers(required=True, metavar=" | ".join(COMMANDS))
    asked = [name for name in sys.argv[1:2] if name in COMMANDS]
    for name in asked or COMMANDS:
        module = command(name)
        own = acts.add_parser(name, help=module.purpose())
        module.add(own)
        own.set_defaults(act=module.act)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
