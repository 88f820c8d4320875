#!/bin/sh
# Asks a host whether it serves the site as it should: sh deploy/check.sh https://spoorwijzer.example
# One line for each thing; exit 1 when something is wrong. Fit for cron. CURL says what is to be run (curl).
# A host that cannot send headers: HEADERS=no leaves those out; the pages carry the policy themselves.
set -eu
base=${1:?say the address of the site, without a slash behind it}
curl=${CURL:-curl}
wrong=0

head_of() { # path, and more for curl
    path=$1
    shift
    # shellcheck disable=SC2086  # CURL may hold options
    $curl --silent --show-error --max-time 20 --output /dev/null --dump-header - "$@" "$base$path" | tr -d '\r'
}
body_of() {
    # shellcheck disable=SC2086
    $curl --silent --show-error --max-time 20 --compressed "$base$1"
}
expect() { # what, pattern, text
    if printf '%s\n' "$3" | grep -Eiq -- "$2"; then
        echo "ok     $1"
    else
        echo "WRONG  $1: nothing like \"$2\""
        wrong=1
    fi
}

home=$(head_of / -H "Accept-Encoding: gzip, br")
[ -n "$home" ] || {
    echo "WRONG  $base/ does not answer"
    exit 1
}
page=$(body_of /rekenhulpen/tijdlijn/)
# The files with a hash in their name, from the page itself.
script=$(printf '%s' "$page" | grep -Eo 'assets/engine/[a-z-]+\.[0-9a-f]{8,64}\.js' | head -n 1)
wasm=$(printf '%s' "$page" | grep -Eo '[a-z.]+\.[0-9a-f]{8,64}\.wasm' | head -n 1)
of_wasm=$(head_of "/assets/engine/$wasm" -H "Accept-Encoding: gzip, br")
of_script=$(head_of "/$script")

expect "the home page is there" '^HTTP/[0-9.]+ 200' "$home"
expect "its type and encoding are named" '^content-type: *text/html; *charset=utf-8' "$home"
expect "it comes packed" '^content-encoding: *(br|gzip)' "$home"
expect "the answer of a calculator is in the page" 'data-hoofdzin' "$page"
expect "the page carries the content policy" 'http-equiv="Content-Security-Policy"' "$page"
expect "a wrong address gets 404" '^HTTP/[0-9.]+ 404' "$(head_of /bestaat-niet/)"
expect "and our own page for it" 'Deze pagina is er niet' "$(body_of /bestaat-niet/)"
expect "a short address is there" 'rekenhulpen/tijdlijn' "$(body_of /l/tijdlijn/)"
expect "without its last slash it leads on" '^location: .*/l/tijdlijn/' "$(head_of /l/tijdlijn)"
expect "scripts are of a type that browsers run" '^content-type: *(text|application)/javascript' "$of_script"
expect "the engine is there" '^HTTP/[0-9.]+ 200' "$of_wasm"
expect "and comes packed" '^content-encoding: *(br|gzip)' "$of_wasm"
if [ "${HEADERS:-yes}" = yes ]; then
    expect "the content policy is a header" "^content-security-policy: .*frame-ancestors 'none'" "$home"
    expect "no address is passed on" '^referrer-policy: *no-referrer' "$home"
    expect "types are not guessed" '^x-content-type-options: *nosniff' "$home"
    expect "names with a hash stay" '^cache-control: .*immutable' "$of_wasm"
    expect "pages are asked for again" '^cache-control: .*(no-cache|max-age=0)' "$home"
    expect "the engine has its type" '^content-type: *application/wasm' "$of_wasm"
fi
exit $wrong
