"""How often a notice that comes in asks: names in config.toml."""

# by the period that the words name
PERIODIC = {"month": "monthly", "quarter": "quarterly", "half-year": "half-yearly", "year": "yearly"}
# and where they name none
STANDING = {
    "attestation": "half-yearly",
    "practice": "half-yearly",
    "rank": "yearly",
    "entries": "counting",
    "milestone": "once",
}
FIGURES = "quarterly"
CADENCES = frozenset({*PERIODIC.values(), *STANDING.values(), FIGURES, "once", "history"})
SPAN = {name: period for period, name in PERIODIC.items()} | {"counting": "year", "once": "once", "history": "once"}
