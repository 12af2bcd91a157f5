#!/bin/sh
# Brings what the browser tests need, where it can be had: chromium from the system's packages, axe-core from npm.
# Quietly, with a time limit, and never in the way: what is missing is said at the end of `make test`.
cd "$(dirname "$0")" || exit 0
get="apt-get -qq -o Acquire::Retries=0 -o Acquire::http::Timeout=10"
install="$get update && DEBIAN_FRONTEND=noninteractive $get install -y --no-install-recommends chromium"
if ! command -v chromium chromium-browser google-chrome >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  timeout 100 sh -c "$install" >/dev/null 2>&1
fi
if [ ! -f node_modules/axe-core/axe.min.js ] && command -v npm >/dev/null; then
  timeout 40 npm ci --ignore-scripts --no-audit --no-fund --silent >/dev/null 2>&1
fi
exit 0
