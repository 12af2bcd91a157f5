"""The list of packages that goes with the archive: every wheel by its hash."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from bot.settings import HOME

MAKER = HOME / "deploy" / "bundle" / "sbom.py"


def wheel(folder: Path, name: str, *told: str) -> None:
    with ZipFile(folder / f"{name}-1.2-py3-none-any.whl", "w") as packed:
        lines = ["Metadata-Version: 2.4", f"Name: {name}", "Version: 1.2", *told, "", "License: of the words below"]
        packed.writestr(f"{name}-1.2.dist-info/METADATA", "\n".join(lines))
        packed.writestr(f"{name}/vendored-9.dist-info/METADATA", "Name: somebody-else\n")


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    folder = tmp_path / "wheels"
    folder.mkdir()
    wheel(folder, "one", "License-Expression: Apache-2.0 AND MIT", "License: of old")
    wheel(folder, "two", "License: MIT")
    wheel(folder, "three", f"License: {'all of it ' * 100}", "Classifier: License :: OSI Approved :: ISC License")
    wheel(folder, "four")
    return folder


def listed(folder: Path) -> dict[str, Any]:
    out = folder.parent / "sbom.cdx.json"
    subprocess.run([sys.executable, str(MAKER), str(folder), str(out)], cwd=HOME, check=True, timeout=60)
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def test_every_wheel_is_listed_with_its_hash_and_none_else(wheels: Path) -> None:
    found = listed(wheels)
    assert (found["bomFormat"], found["specVersion"]) == ("CycloneDX", "1.6")
    assert found["metadata"]["component"]["name"] == "duban"
    there = {path.name.partition("-")[0]: hashlib.sha256(path.read_bytes()).hexdigest() for path in wheels.iterdir()}
    assert {one["name"]: one["hashes"] for one in found["components"]} == {
        name: [{"alg": "SHA-256", "content": digest}] for name, digest in there.items()
    }
    assert {one["purl"].partition("/")[2] for one in found["components"]} == {f"{name}@1.2" for name in there}
    assert {one["version"] for one in found["components"]} == {"1.2"}
    (needs,) = (one["dependsOn"] for one in found["dependencies"] if one["ref"] == "duban")
    assert sorted(needs) == sorted(one["purl"] for one in found["components"])


def test_a_licence_is_as_its_makers_say_it(wheels: Path) -> None:
    assert {one["name"]: one.get("licenses") for one in listed(wheels)["components"]} == {
        "one": [{"expression": "Apache-2.0 AND MIT"}],
        "two": [{"license": {"id": "MIT"}}],
        "three": [{"license": {"name": "ISC License"}}],
        "four": None,
    }


def test_another_wheel_is_another_list(wheels: Path) -> None:
    before = listed(wheels)["serialNumber"]
    assert listed(wheels)["serialNumber"] == before
    (wheels / "two-1.2-py3-none-any.whl").unlink()
    wheel(wheels, "two", "License: MIT", "Summary: built anew")
    assert listed(wheels)["serialNumber"] != before


def test_the_archive_is_made_and_tried_with_its_list() -> None:
    made = (MAKER.parent / "make.sh").read_text(encoding="utf-8")
    assert 'sbom.py "$into/wheels" "$into/sbom.cdx.json"' in made[made.index("pip download") : made.index("tar -C")]
    tried = (MAKER.parent / "try.sh").read_text(encoding="utf-8")
    assert tried.index("python3.11 ../list.py") < tried.index("./install.sh")
