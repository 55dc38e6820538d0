#!/usr/bin/env bash
# Makes the list of emoji names anew from the npm package emojibase-data; needs npm. What it is and
# under which licence: docs/dependencies.md.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/find-jdk.sh
list=terminal/src/main/resources/chatbois/terminal/emoji/emoji.txt

main() {
    find_jdk javac || { explain_no_jdk && exit 1; }
    place=$(mktemp -d "${TMPDIR:-/tmp}/chatbois.XXXXXX")
    trap 'rm -rf "$place"' EXIT
    (cd "$place" && npm pack --silent emojibase-data@17.0.0 >/dev/null && tar -xzf emojibase-data-17.0.0.tgz)
    mkdir -p "$(dirname "$list")"
    "$JAVA_HOME/bin/java" -Dstdout.encoding=UTF-8 tools/EmojiNames.java "$place/package" >"$place/list"
    mv "$place/list" "$list"
}

main
