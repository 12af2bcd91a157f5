"""Whether all is well, and what to do where it is not."""

import argparse
import dataclasses
import json

from bot import logs
from bot.clock import SystemClock
from bot.doctor import examine
from bot.doctor.finding import Finding, Patient
from bot.settings import Environment, Settings
from bot.terminal.records import folder_of, habit_of, journal_folder, path_of, url_of
from bot.tongue import t


def purpose() -> str:
    return t("whether all is well, and what to do where it is not")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--online", action="store_true", help=t("tries the token, and so the network, too"))
    parser.add_argument("--json", action="store_true", help=t("all findings as one object"))


def act(args: argparse.Namespace, environment: Environment, settings: Settings) -> int:
    logs.set_up(level=50)
    patient = Patient(
        environment=environment,
        settings=settings,
        now=SystemClock().now(),
        url=url_of(environment),
        records=path_of(environment),
        folder=folder_of(environment),
        journal=journal_folder(environment, settings),
        habit=habit_of(environment, settings),
        online=args.online,
    )
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
