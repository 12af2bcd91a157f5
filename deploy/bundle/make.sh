#!/bin/sh
# Makes the archive in the folder $1: the program, its packages by their hashes and a list of them (CycloneDX), install.sh, start.sh.
# For Python 3.11 on a machine of this kind; run from the root of the project.
set -eu
out=$1
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
name="duban-$version-py311-$(uname -s -m | tr 'A-Z ' 'a-z-')"
into="$out/$name"
rm -rf "$into"
mkdir -p "$into/wheels" "$into/docs"
cp -R bot services domain catalogue exports db sandbox locales config.toml pyproject.toml requirements.txt LICENSE README.md README.zh-CN.md CHANGELOG.md "$into"
cp -R docs/*.md docs/pictures docs/decisions "$into/docs"
mkdir "$into/deploy"
cp deploy/duban@.service "$into/deploy"
cp deploy/bundle/install.sh deploy/bundle/start.sh "$into"
chmod +x "$into/install.sh" "$into/start.sh"
find "$into" -name __pycache__ -type d -prune -exec rm -rf {} +
python3.11 -m pip download --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r requirements.txt --dest "$into/wheels"
.venv/bin/python deploy/bundle/sbom.py "$into/wheels" "$into/sbom.cdx.json"
cp "$into/sbom.cdx.json" "$out/$name.cdx.json"
tar -C "$out" --sort=name --owner=0 --group=0 --numeric-owner -czf "$out/$name.tar.gz" "$name"
rm -rf "$into"
(cd "$out" && sha256sum "$name.tar.gz" > "$name.tar.gz.sha256")
du -h "$out/$name.tar.gz"
