#!/bin/sh
# Installs Duban in this folder, without any network: Python 3.11 and this archive are all it needs.
set -eu
cd "$(dirname "$0")"
python3.11 -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-index --find-links wheels --require-hashes -r requirements.txt
.venv/bin/python -m compileall -q bot services domain catalogue exports db sandbox
echo "Installed. To try it: ./start.sh; to go live: docs/operating.md"
