#!/bin/sh
# Puts a built site on this machine in the place of the one that is served, whole and at once; or an older one back.
#   sh deploy/release.sh site       a new version, from the folder `site`
#   sh deploy/release.sh --back     the version before the one that is served
#   sh deploy/release.sh --to NAME  a version that is still kept
#   sh deploy/release.sh --list     the versions that are kept; * is served
# SPOORWIJZER_HOME is where they live (/srv/spoorwijzer), KEEP how many stay (5), RELOAD what tells the server.
#
# A version is a folder, versions/NAME, and a file versions/NAME.conf that names it to nginx. live.conf is a link to one
# of those files, and nginx reads it when it is told to: pages and policy of a version come and go together.
set -eu
umask 022

home=${SPOORWIJZER_HOME:-/srv/spoorwijzer}
keep=${KEEP:-5}
brotli=${BROTLI_MODULE:-/etc/nginx/modules-enabled/50-mod-http-brotli-static.conf}

stop() {
    echo "release: $*" >&2
    exit 1
}

tell_server() {
    if [ -n "${RELOAD+set}" ]; then
        sh -c "$RELOAD"
    else
        nginx -t -q && nginx -s reload
    fi
}

versions() { # the newest last
    (cd "$home/versions" 2>/dev/null && ls -- *.conf 2>/dev/null | sed 's/\.conf$//') || true
}

served() {
    [ ! -L "$home/live.conf" ] || basename "$(readlink "$home/live.conf")" .conf
}

point_to() { # rename replaces the link in one step
    ln -sfn "versions/$1.conf" "$home/live.conf.new"
    mv -T "$home/live.conf.new" "$home/live.conf"
}

show() {
    before=$(served)
    [ -f "$home/versions/$1.conf" ] || stop "there is no version $1: sh release.sh --list"
    point_to "$1"
    tell_server || {
        if [ -n "$before" ]; then point_to "$before"; else rm "$home/live.conf"; fi
        stop "nginx does not take version $1; what was served stays."
    }
    echo "release: $1 is served${before:+ (before: $before)}"
}

add() {
    for file in index.html 404.html nginx-headers.conf sitemap.xml.gz; do
        [ -f "$1/$file" ] || stop "$1 is not a whole site of \`make build\`: it has no $file."
    done
    name=${NAME:-$(date -u +%Y-%m-%dT%H%M%S)}
    folder=$home/versions/$name
    [ ! -e "$folder" ] || stop "version $name is there already."
    mkdir -p "$home/versions" "$home/kept"
    rm -rf "$home/versions/unfinished"
    cp -r "$1" "$home/versions/unfinished"
    chmod -R u=rwX,go=rX "$home/versions/unfinished"
    mv "$home/versions/unfinished" "$folder"
    # Names with a hash of the content: the same files by another way, which costs no room.
    (cd "$folder" && find . -type f -regextype posix-extended -regex '.*\.[0-9a-f]{8,64}\.[a-z0-9.]+' \
        -exec cp --parents --link --force -t "$home/kept" {} +)
    {
        echo "root $folder;"
        echo "include $folder/nginx-headers.conf;"
        [ ! -e "$brotli" ] || echo "brotli_static on;"
    } >"$folder.conf"
}

prune() {
    live=$(served)
    versions | head -n -"$keep" | while read -r old; do
        [ "$old" = "$live" ] || rm -rf "$home/versions/$old" "$home/versions/$old.conf"
    done
    find "$home/kept" -type f -links 1 -delete # no version has it any more
    find "$home/kept" -mindepth 1 -type d -empty -delete
}

case ${1:-} in
--list)
    live=$(served)
    versions | while read -r one; do
        if [ "$one" = "$live" ]; then echo "* $one"; else echo "  $one"; fi
    done
    ;;
--back)
    live=$(served)
    older=$(versions | awk -v live="$live" '$0 == live { print last } { last = $0 }')
    [ -n "$older" ] || stop "there is no version before ${live:-it}."
    show "$older"
    ;;
--to) show "${2:?--to wants the name of a version}" ;;
"" | -*) stop "say which built site: sh deploy/release.sh site" ;;
*)
    add "$1"
    show "$name"
    prune
    ;;
esac
