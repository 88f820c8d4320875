#!/bin/sh
# Makes the environment of another generator of pages, .venv-NAME, from its own lock file: sh setup/generator.sh zensical
set -eu
cd "$(dirname "$0")/.."
name=${1:?say which: properdocs or zensical}
lock=requirements/$name.txt
[ "$name" != mkdocs ] || exit 0
[ -f "$lock" ] || {
    echo "setup: there is no generator $name: known are mkdocs, properdocs and zensical." >&2
    exit 1
}
stamp=.venv-$name/installed-from
[ "$(cat "$stamp" 2>/dev/null)" != "$(cksum <"$lock")" ] || exit 0
echo "setup: installing $name" >&2
.venv/bin/uv venv --quiet --clear --python .venv/bin/python ".venv-$name"
VIRTUAL_ENV=.venv-$name .venv/bin/uv pip sync --quiet --require-hashes "$lock"
cksum <"$lock" >"$stamp"
