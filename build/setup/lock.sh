#!/bin/sh
# Writes the lock files anew: every library with its version and hashes, and no address.
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet uv
compile() { "$work/bin/uv" pip compile --quiet --generate-hashes --universal --no-header --no-annotate --python-version 3.11 "$@"; }
compile pyproject.toml build/setup/build.in --extra dev -o build/setup/dev.lock
compile pyproject.toml build/setup/build.in --extra hub -c build/setup/dev.lock -o build/setup/hub.lock
compile build/setup/npm.in -o build/setup/npm.lock
compile benchmarks/site/peers.in -o benchmarks/site/peers.lock
compile benchmarks/search/peers.in -o benchmarks/search/peers.lock
if grep -n '://' build/setup/*.lock benchmarks/*/*.lock; then exit 1; fi
