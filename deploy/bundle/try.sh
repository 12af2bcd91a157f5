#!/bin/sh
# Unpacks the archive $1 into an empty folder, takes the network away, installs it there and runs it.
set -eu
archive=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
tar -C "$folder" -xzf "$archive"
cd "$folder"/duban-*
cat > "$folder/list.py" <<'LIST'
"""The list of packages names every wheel by its hash, and none else."""
import hashlib, json, pathlib

listed = [one["hashes"][0]["content"] for one in json.loads(pathlib.Path("sbom.cdx.json").read_text())["components"]]
there = [hashlib.sha256(path.read_bytes()).hexdigest() for path in pathlib.Path("wheels").iterdir()]
assert there and sorted(listed) == sorted(there)
LIST
cat > "$folder/try" <<'TRY'
set -eu
python3.11 ../list.py
ip link set lo up 2>/dev/null || true
if python3.11 -c 'import socket; socket.create_connection(("192.0.2.1", 80), 2)' 2>/dev/null; then echo "there is a network"; exit 1; fi
./install.sh
said=$(.venv/bin/python -m bot status 2>&1) && exit 1
case "$said" in *"there are no records yet"*) ;; *) echo "$said"; exit 1 ;; esac
.venv/bin/python -m bot doctor
TRY
cat > "$folder/open.py" <<'OPEN'
"""The sandbox answers, and is told to stop."""
import signal, subprocess, sys, time, urllib.request

run = subprocess.Popen(["./start.sh", "--port", "8799"], stdout=subprocess.PIPE, text=True)
assert "http://127.0.0.1:8799" in run.stdout.readline()
page = urllib.request.urlopen("http://127.0.0.1:8799/", timeout=30).read()
assert b"<html" in page
deadline = time.monotonic() + 300
while subprocess.run([".venv/bin/python", "-m", "bot", "status"], capture_output=True).returncode:
    assert run.poll() is None and time.monotonic() < deadline
    time.sleep(1)
subprocess.run([".venv/bin/python", "-m", "bot", "status"], check=True)
run.send_signal(signal.SIGTERM)
assert run.wait(60) == 0
OPEN
echo 'python3.11 ../open.py' >> "$folder/try"
[ "$(id -u)" = 0 ] && alone="unshare --net" || alone="unshare --map-root-user --net"
env -i PATH="$PATH" LANG=C.UTF-8 $alone sh ../try
echo "installed and run from $(basename "$archive") without a network"
