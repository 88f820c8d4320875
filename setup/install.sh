#!/bin/sh
# Makes .venv and node_modules from the lock files. Does nothing when both are up to date.
# Takes nothing from the machine but git, make, a Python and (if there is one) Node.
set -eu
cd "$(dirname "$0")/.."

PYTHON_VERSION=$(cat .python-version)
VENV=.venv
STAMP=$VENV/installed-from
LOCKS="requirements/uv.txt requirements/site.txt requirements/tests.txt requirements/node.txt
       package-lock.json .npmrc .python-version pyproject.toml setup/install.sh"

say() { echo "setup: $*" >&2; }
stop() {
    say "$*"
    exit 1
}

# A tool is only there when it runs: a pyenv shim is on PATH and still answers "not found".
is_right_python() {
    "$1" -c "import sys; sys.exit('%d.%d' % sys.version_info[:2] != '$PYTHON_VERSION')" >/dev/null 2>&1
}

# pyenv looks for the exact name in .python-version; we take any 3.13.x that it holds.
find_python() {
    for candidate in "python$PYTHON_VERSION" python3 python "/usr/bin/python$PYTHON_VERSION" \
        "${PYENV_ROOT:-$HOME/.pyenv}/versions/$PYTHON_VERSION".*/bin/python; do
        if is_right_python "$candidate"; then
            "$candidate" -c "import sys; print(sys.executable)"
            return
        fi
    done
}

# Any Python 3.11 or later can install uv, and uv can download the Python that we need.
find_some_python() {
    for candidate in python3 /usr/bin/python3 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.*/bin/python; do
        if "$candidate" -c "import sys; sys.exit(sys.version_info < (3, 11))" >/dev/null 2>&1; then
            echo "$candidate"
            return
        fi
    done
}

make_venv() {
    "$1" -m venv --clear "$2" >"$VENV.log" 2>&1 || {
        cat "$VENV.log" >&2
        rm -f "$VENV.log"
        stop "Python cannot make a virtual environment. On Debian or Ubuntu, install it with:" \
            "apt-get install python$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    }
    rm -f "$VENV.log"
}

install_uv() {
    "$1/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt ||
        stop "uv could not be installed: is the Python package index within reach?"
}

# UNTESTED: the download comes from outside the package registries, which our own machines cannot reach.
download_python() {
    some_python=$(find_some_python)
    [ -n "$some_python" ] ||
        stop "Python $PYTHON_VERSION is missing, and so is any Python 3.11 or later to fetch it with:" \
            "install python3 and python3-venv."
    say "Python $PYTHON_VERSION is missing: uv downloads it"
    make_venv "$some_python" "$VENV-bootstrap"
    install_uv "$VENV-bootstrap"
    "$VENV-bootstrap/bin/uv" python install "$PYTHON_VERSION" >&2 ||
        stop "Python $PYTHON_VERSION could not be downloaded: install it yourself" \
            "(for example: pyenv install $PYTHON_VERSION) and run make setup again."
    "$VENV-bootstrap/bin/uv" python find "$PYTHON_VERSION"
    rm -rf "$VENV-bootstrap"
}

# A Node inside .venv is ours, and is about to be replaced: it does not count.
has_node() {
    npm --version >/dev/null 2>&1 &&
        node -e "process.exit(parseInt(process.versions.node) >= 18 && !process.execPath.startsWith('$PWD') ? 0 : 1)" \
            >/dev/null 2>&1
}

fingerprint() { # shellcheck disable=SC2086  # LOCKS is a list of names without spaces
    cat $LOCKS | cksum
}

for tool in git make; do
    "$tool" --version >/dev/null 2>&1 || stop "$tool is missing: install it (apt-get install $tool)."
done

if [ -f "$STAMP" ] && [ "$(cat "$STAMP")" = "$(fingerprint)" ] && [ -d node_modules ] &&
    is_right_python "$VENV/bin/python" && "$VENV/bin/node" --version >/dev/null 2>&1; then
    exit 0
fi

if ! is_right_python "$VENV/bin/python" || ! "$VENV/bin/python" -m pip --version >/dev/null 2>&1; then
    python=$(find_python)
    [ -n "$python" ] || python=$(download_python)
    say "making $VENV with $python"
    make_venv "$python" "$VENV"
fi
rm -f "$STAMP"

say "installing Python packages"
install_uv "$VENV"
packages="requirements/site.txt requirements/tests.txt"
has_node || packages="$packages requirements/node.txt"
# shellcheck disable=SC2086  # a list of names without spaces
VIRTUAL_ENV=$VENV "$VENV/bin/uv" pip sync --quiet --require-hashes $packages
VIRTUAL_ENV=$VENV "$VENV/bin/uv" pip install --quiet --no-deps --no-build-isolation --editable .

say "installing Node packages"
if has_node; then
    node=$(node -p process.execPath)
    npm ci
else
    say "no Node.js 18 or later with npm found: taking the one from the Python package index"
    node=$("$VENV/bin/node" -p process.execPath)
    PATH=$PWD/$VENV/bin:$PATH "$VENV/bin/npm" ci
fi
# One address for whoever runs Node, wherever it came from.
ln -sf "$node" "$VENV/bin/node"

fingerprint >"$STAMP"
say "ready"
