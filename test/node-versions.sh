#!/usr/bin/env bash
# Under each supported version of Node, got from the npm registry: writes a study's workbook, which must have the same
# bytes, and verifies the study in every way to run it, whose digest must be the same:
# bash test/node-versions.sh [STUDY [DRAWS of the workbook [DRAWS of verify]]]
set -euo pipefail
cd "$(dirname "$0")/.."

study=${1:-scenarios/korea-us-2025}
draws=${2:-200}
# No block of 64, 256 or 1,024 holds all of them or divides them; hypercubes do.
verified=${3:-1100}
versions=(20 22 24)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

under() {
  npx --yes "node@$1" "${@:2}"
}

# Prints the SHA-256 of the workbook.
workbook() {
  local file=$folder/$1.xlsx
  under "$1" dist/cli/main.js run "$study" --draws "$draws" --out "$file" >"$folder/said" &&
    sha256sum <"$file" | cut -d ' ' -f 1
}

# Prints the digest that all ways have, and says on stderr which do not. A study that is not as locked has none, either.
digest() {
  local report=$folder/$1.json
  under "$1" dist/cli/main.js verify "$study" --matrix --draws "$verified" --reporter json >"$report" ||
    echo "Node $1: not as locked, or not the same in every way" >&2
  under "$1" --print 'const { matrix, matrixDigest, passed } = JSON.parse(fs.readFileSync(process.argv[1]));
    for (const one of matrix) if (one.digest !== one.expected) console.error(one);
    passed ? matrixDigest : "none"' "$report"
}

npm run --silent build
echo "$study: a workbook of $draws draws; $verified draws in every way"
printf '%-10s %-16s %-16s %s\n' Node workbook digest seconds
for version in "${versions[@]}"; do
  started=$SECONDS
  name=$(under "$version" --version)
  bytes=$(workbook "$version")
  ways=$(digest "$version")
  printf '%-10s %.16s %.16s %5d\n' "$name" "$bytes" "$ways" $((SECONDS - started))
  echo "$bytes $ways" >>"$folder/found"
done

if grep --quiet none "$folder/found" || [ "$(sort -u "$folder/found" | wc -l)" -ne 1 ]; then
  echo 'They differ.' >&2
  exit 1
fi
