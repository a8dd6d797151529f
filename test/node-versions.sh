#!/usr/bin/env bash
# Writes a study's workbook under each supported version of Node, got from the npm registry, and compares them byte
# for byte: bash test/node-versions.sh [STUDY [DRAWS]]
set -euo pipefail
cd "$(dirname "$0")/.."

study=${1:-scenarios/korea-us-2025}
draws=${2:-200}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

npm run --silent build
for version in 20 22 24; do
  file=$folder/$version.xlsx
  npx --yes "node@$version" dist/cli/main.js run "$study" --draws "$draws" --out "$file" >"$folder/said"
  echo "$(sha256sum <"$file" | cut -d ' ' -f 1)  Node $(npx --yes "node@$version" --version)" | tee -a "$folder/sums"
done
[ "$(cut -d ' ' -f 1 "$folder/sums" | sort -u | wc -l)" -eq 1 ] || {
  echo 'The workbooks differ.' >&2
  exit 1
}
