PY ?= python3
BIN = .venv/bin

# Some of the stories with their records on a server; `make long` tells them all.
ON_SERVER = \
	tests/stories/test_backup.py::test_the_office_goes_on_where_it_was \
	tests/stories/test_claim_and_bind.py::test_an_invited_claimant_waits_until_the_director_who_sees_name_and_number_confirms \
	tests/stories/test_digest_archive.py::test_what_is_taken_back_after_an_issue_corrects_it_in_the_next

.PHONY: run test on-server long torture lint types browser bench audit bundle pictures lock

run: .venv/.run
	@$(BIN)/python -m bot run

# What uses one core alone, or waits for the network, goes side by side before the tests share the cores.
test: .venv/.dev
	@$(MAKE) --no-print-directory -j 4 lint types browser on-server
	@$(BIN)/python -m pytest; code=$$?; $(BIN)/python -m tests.browser; exit $$code

on-server: .venv/.dev
	@TEST_DATABASE=postgres $(BIN)/python -m pytest -n 0 -rs $(ON_SERVER)

lint: .venv/.dev
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports

types: .venv/.dev
	@$(BIN)/mypy

# Chromium and axe-core for the tests in a browser, where they can be had.
browser:
	@sh tests/browser/fetch.sh

# What takes too long for every change: a whole year, deaths and failures at every step.
long: .venv/.dev
	@$(BIN)/python -m pytest --timeout 1200 -m long
	@TEST_DATABASE=postgres $(BIN)/python -m pytest --timeout 600 -rs tests/stories
	@DUBAN_LEASE=15 DUBAN_STOPS=3 DUBAN_UPDATES_BY=polling $(BIN)/python -m pytest -n 0 -s tests/postgres/test_leading.py
	@DUBAN_KILLS=100 DUBAN_STOPS=20 DUBAN_CUTS=20 DUBAN_RESTARTS=10 $(BIN)/python -m pytest -n 0 -s tests/postgres/test_leading.py
	@DUBAN_EVERY_STEP=1 DUBAN_LIVES=600 DUBAN_TRIALS=50 DUBAN_WEATHERS=20 DUBAN_SEQUENCES=500 DUBAN_UPDATES=10000 DUBAN_SENDS=20000 \
	  $(BIN)/python -m pytest --timeout 3000 tests/reliability tests/security tests/postgres/test_restored.py

# An hour of kills, storms, restores, years, broken clocks and disks, and a program that is wrong on purpose; writes
# docs/reliability.md.
torture: .venv/.dev
	@$(BIN)/python -m tests.torture

# Figures beside what people would write instead, written to docs/performance.md. On a machine that does nothing else.
bench: .venv/.dev .venv-peers/.installed
	@$(BIN)/python -m tests.bench

# Known holes in what is installed (asked of the package index), and risky places in the program itself.
audit: .venv/.dev
	@$(BIN)/bandit -q -c pyproject.toml -r bot services domain catalogue exports db sandbox
	@$(BIN)/pip-audit --strict --progress-spinner off --disable-pip --require-hashes -r requirements.txt

# One archive in dist/ that installs on a machine without a network, with a list of its packages (CycloneDX) beside it; made, then unpacked and run in a place that has none.
bundle: .venv/.dev
	@sh deploy/bundle/make.sh dist && sh deploy/bundle/try.sh dist/duban-*.tar.gz

# The pictures of the READMEs and the guide, taken from the running program in Chromium; look at them before you commit.
pictures: .venv/.dev browser
	@$(BIN)/python -m tests.album

# Both sets of packages are pinned by hash; uv is quick, pip does where it cannot be had.
.venv/.run: requirements.txt
	@$(call install,requirements.txt)
	@touch $@

.venv/.dev: requirements-dev.txt
	@$(call install,requirements-dev.txt)
	@touch .venv/.run $@

# aiogram pins an older pydantic than the program has: the peers live apart.
.venv-peers/.installed: requirements-peers.txt .venv/.dev
	@{ [ -x .venv-uv/bin/uv ] && .venv-uv/bin/uv venv -q --clear --python $(PY) .venv-peers && \
	.venv-uv/bin/uv pip sync -q --python .venv-peers/bin/python --require-hashes --compile-bytecode requirements-peers.txt; } \
	|| { $(PY) -m venv --clear .venv-peers && .venv-peers/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-peers.txt; }
	@touch $@

define install
	{ [ -x .venv-uv/bin/uv ] || $(PY) -m pip install -q --disable-pip-version-check --target .venv-uv uv; } && \
	{ [ -x $(BIN)/python ] || .venv-uv/bin/uv venv -q --python $(PY) .venv; } && \
	.venv-uv/bin/uv pip sync -q --python $(BIN)/python --require-hashes --compile-bytecode $(1) \
	|| { $(PY) -m venv --clear .venv && $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r $(1); }
endef

# Run after a change of dependencies; the files name no host.
lock: .venv/.dev
	@.venv-uv/bin/uv pip compile -q --universal --generate-hashes --no-header --no-annotate --upgrade pyproject.toml -o requirements.txt
	@.venv-uv/bin/uv pip compile -q --universal --generate-hashes --no-header --no-annotate --upgrade pyproject.toml --group dev -o requirements-dev.txt
