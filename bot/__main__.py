"""The command line. What a person did wrong is one line; 0 is good, 2 is a wrong call, 1 everything else."""

import argparse
import gc
import os
import sys

gc.disable()  # whatever is loaded stays: it is not looked through for garbage, neither now nor later

from bot.lock import Taken  # noqa: E402
from bot.secrets import DamagedSecret  # noqa: E402
from bot.settings import Environment, SettingsError, load  # noqa: E402
from bot.terminal import COMMANDS, command  # noqa: E402
from bot.terminal.records import Complaint  # noqa: E402
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
    args = arguments()  # what it takes is loaded then
    gc.freeze()
    gc.enable()
    try:
        environment = Environment.read()
        settings = load(environment.config)
        code: int = args.act(args, environment, settings)
    except ONE_LINE as error:
        print(f"duban: {error}", file=sys.stderr)
        return 1
    except OSError as error:  # a folder that is none, a disk that is full: the file is named
        print(f"duban: {error.filename or 'system'}: {error.strerror}", file=sys.stderr)
        return 1
    return code


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bot", description="Duban 督办")
    acts = parser.add_subparsers(required=True, metavar=" | ".join(COMMANDS))
    asked = [name for name in sys.argv[1:2] if name in COMMANDS]
    for name in asked or COMMANDS:
        module = command(name)
        own = acts.add_parser(name, help=module.HELP)
        module.add(own)
        own.set_defaults(act=module.act)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
