"""What runs the program: the service manager's file, the containers, the archive for machines without a network."""

import os
import re
import shutil
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]

from bot.app import DRAIN_SECONDS
from bot.pulse import LOOK_SECONDS
from bot.settings import HOME, VARIABLES
from bot.vitals import METRICS
from bot.wire import ANSWER_SECONDS, CONNECT_SECONDS, READ_SECONDS
from tests.structure.sources import ROOMS

DEPLOY = HOME / "deploy"
UNIT = (DEPLOY / "duban@.service").read_text(encoding="utf-8")
CONTAINER = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
SCRIPTS = sorted(DEPLOY.rglob("*.sh"))


def setting(name: str) -> str:
    (found,) = re.findall(rf"^{name}=(.*)$", UNIT, re.M)
    return str(found)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd's own tools are not on this machine")
def test_the_service_manager_understands_its_file_and_finds_little_exposed(tmp_path: Path) -> None:
    there = re.sub(r"(?m)^WorkingDirectory=.*$", f"WorkingDirectory={tmp_path}", UNIT)
    path = tmp_path / "duban@court.service"
    path.write_text(there.replace("/opt/duban/.venv/bin/python", sys.executable), encoding="utf-8")
    for command in (("verify",), ("security", "--offline=true", "--threshold=15")):
        done = subprocess.run(
            ["systemd-analyze", *command, str(path)], capture_output=True, text=True, timeout=60, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert command[0] == "security" or done.stdout + done.stderr == ""


def test_the_service_manager_is_more_patient_than_the_bot() -> None:
    assert setting("Type") == "notify"
    to_telegram = CONNECT_SECONDS + READ_SECONDS + ANSWER_SECONDS  # of one who has stood by and begins to lead
    assert float(setting("WatchdogSec")) >= max(3 * LOOK_SECONDS, 2 * to_telegram)
    assert float(setting("TimeoutStopSec")) >= DRAIN_SECONDS + 10
    assert setting("Restart") == "always"


def courts() -> dict[str, Any]:
    found = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]
    return {name: service for name, service in found.items() if name != "records"}


def test_no_container_has_rights_or_writes_beside_its_folder() -> None:
    found = courts()
    assert len(found) == 2
    for name, service in found.items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert service["user"] == re.search(r"^USER (\d+)$", CONTAINER, re.M)[1] != "0"  # type: ignore[index]
        assert service["stop_grace_period"] == "30s"
        assert service["restart"] == "always"  # what podman starts again with the machine
        assert "/healthz" in service["healthcheck"]["test"][-1]
        assert "ports" not in service
        assert {key.removesuffix("_FILE") for key in service["environment"]} <= set(VARIABLES)


def healthcheck(answer: int) -> int:
    """What the containers' own check ends with, where that is answered; on a machine whose proxy leads nowhere."""
    found = courts()["first"]["healthcheck"]["test"][-1]

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(answer if self.path == "/healthz" else 404)
            self.end_headers()

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        asked = Thread(target=server.handle_request)
        asked.start()
        check = found.replace("9180", str(server.server_port))
        proxies = {"http_proxy": "http://127.0.0.1:9", "no_proxy": ""}
        done = subprocess.run([sys.executable, "-c", check], env=os.environ | proxies, check=False, timeout=20)
        asked.join()
    return done.returncode


def test_a_container_is_well_when_its_bot_is_whatever_proxy_the_machine_gives_it() -> None:
    assert healthcheck(200) == 0
    assert healthcheck(503) == 1


def test_no_bot_is_started_before_the_databases_of_all_courts_are_made() -> None:
    """Those who made them listen on a socket alone meanwhile."""
    records = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]["records"]
    check = records["healthcheck"]["test"]
    assert {"psql", "--host=127.0.0.1", f"--dbname={list(courts())[-1]}"} <= set(check)
    assert all(service["depends_on"]["records"]["condition"] == "service_healthy" for service in courts().values())


def test_no_court_has_anything_of_another() -> None:
    first, second = courts().values()
    for key in ("secrets", "volumes"):
        assert set(first[key]) & set(second[key]) == set()


def test_the_container_has_every_room_and_pinned_packages() -> None:
    assert {room for room in ROOMS if f"COPY {room} {room}\n" in CONTAINER} == set(ROOMS)
    assert "--require-hashes -r requirements.txt" in CONTAINER
    assert "chmod a+rX" in CONTAINER, "it may have been checked out for root alone"


def test_nothing_secret_goes_to_whoever_builds_the_container_and_nothing_needed_is_kept_back() -> None:
    kept_back = {line for line in (HOME / ".dockerignore").read_text(encoding="utf-8").splitlines() if line[0] != "#"}
    copied = {name for line in CONTAINER.splitlines() if line.startswith("COPY ") for name in line.split()}
    assert {".git", "data", "deploy"} <= kept_back
    assert kept_back & copied == set()
    secret = {"deploy/courts/", "deploy/secrets/"}
    assert secret <= set((HOME / ".gitignore").read_text(encoding="utf-8").splitlines())


def test_whatever_the_program_reads_beside_its_rooms_is_in_the_container_and_in_the_archive() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for room in ROOMS for path in (HOME / room).rglob("*.py"))
    read = set(re.findall(r'HOME / "([\w.]+)"', sources)) - {"data"}
    assert "pyproject.toml" in read
    made = (DEPLOY / "bundle" / "make.sh").read_text(encoding="utf-8")
    for text in (CONTAINER, made):
        copied = {name for line in text.splitlines() if line.startswith(("COPY ", "cp -R ")) for name in line.split()}
        assert read - copied == set()


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_can_be_read_and_stops_where_something_fails(path: Path) -> None:
    assert subprocess.run(["/bin/sh", "-n", str(path)], check=False, timeout=10).returncode == 0
    assert "set -eu" in path.read_text(encoding="utf-8")


def test_the_archive_has_every_room_and_asks_no_network() -> None:
    made = (DEPLOY / "bundle" / "make.sh").read_text(encoding="utf-8")
    (copied,) = re.findall(r"^cp -R (.*) \"\$into\"$", made, re.M)
    assert {*ROOMS, "locales", "config.toml", "requirements.txt"} <= set(copied.split())
    install = (DEPLOY / "bundle" / "install.sh").read_text(encoding="utf-8")
    assert "--no-index --find-links wheels --require-hashes" in install


@pytest.mark.parametrize("page", ["operating.md", "operating.zh-CN.md"])
def test_each_secret_is_readable_by_whom_it_is_for(page: str) -> None:
    text = (HOME / "docs" / page).read_text(encoding="utf-8")
    found = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    both = set(found["services"]["records"]["secrets"]) - {"records"}  # the bot's and PostgreSQL's
    (user,) = {service["user"] for service in courts().values()}
    assert both == {name for name in found["secrets"] if name.endswith("-database")}
    assert f"chown {user}:999 secrets/*-database && chmod 440 secrets/*-database" in text
    assert f"chown {user} secrets/*-token && chmod 400 secrets/*-token" in text
    assert [name for name in found["secrets"] if f"`secrets/{name}`" not in text] == []


def test_every_figure_is_explained() -> None:
    text = (HOME / "docs" / "operating.md").read_text(encoding="utf-8")
    assert [figure for figure in METRICS if f"`{figure}`" not in text] == []
