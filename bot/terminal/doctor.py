"""Whether all is well, and what to do where it is not."""

import argparse
import dataclasses
import json

from bot import logs
from bot.clock import SystemClock
from bot.doctor import examine
from bot.doctor.finding import Finding, Patient
from bot.settings import Environment, Settings
from bot.terminal.records import folder_named, folder_of, habit_of, path_of

HELP = "whether all is well, and what to do where it is not"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--online", action="store_true", help="tries the token, and so the network, too")
    parser.add_argument("--json", action="store_true", help="all findings as one object")


def act(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    logs.set_up(level=50)
    journal = folder_named(settings.journal.folder, "journal", environment) if environment.token else None
    places = path_of(environment), folder_of(environment), journal, habit_of(environment, settings)
    patient = Patient(environment, settings, SystemClock().now(), *places, args.online)
    config = Finding("config", True, f"设置无误，{environment.config}", f"the settings are good, {environment.config}")
    found = [config, *examine(patient)]
    well = all(finding.ok for finding in found)
    if args.json:
        rows = [dataclasses.asdict(finding) for finding in found]
        print(json.dumps({"ok": well, "checks": rows}, ensure_ascii=False))
    else:
        print("\n".join(_line(finding) for finding in found))
    return 0 if well else 1


def _line(finding: Finding) -> str:
    return f"{'✓' if finding.ok else '✗'} {finding.chinese} / {finding.english}"
