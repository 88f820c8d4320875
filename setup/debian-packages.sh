#!/bin/sh
# Installs the Debian packages of debian-packages.txt that are missing, when it may.
# Otherwise it prints the one line to run, and fails.
set -eu
cd "$(dirname "$0")"

wanted=$(sed 's/#.*//' debian-packages.txt)

if ! dpkg-query --version >/dev/null 2>&1; then
    echo "This is not a Debian machine. The tests expect these programs to be installed:" $wanted >&2
    exit 0
fi

missing=""
for package in $wanted; do
    dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q "install ok installed" ||
        missing="$missing $package"
done
[ -n "$missing" ] || exit 0

command="apt-get install --yes --no-install-recommends$missing"
if [ "$(id -u)" = 0 ]; then
    as_root=""
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    echo "The tests need Debian packages that are missing. Run: sudo apt-get update && sudo $command" >&2
    exit 1
fi
echo "Installing Debian packages:$missing"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
$as_root $command -qq </dev/null
