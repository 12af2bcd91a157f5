"""The facts of a weekly report as its row keeps them: today's and those of years ago."""

from pydantic import TypeAdapter

from db.tables import Digest
from domain.facts import digest as facts

FACTS = TypeAdapter(facts.Digest)


def read(row: Digest) -> facts.Digest:
    return FACTS.validate_python(row.facts)


def keep(row: Digest, found: facts.Digest) -> None:
    row.facts = FACTS.dump_python(found, mode="json")
