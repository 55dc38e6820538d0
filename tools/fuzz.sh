#!/bin/sh
# Fuzzes one target after the other, each in a JVM of its own, until its time is up. Stops at the
# first finding, which Jazzer leaves in app/src/test/resources: there CorpusTest plays it ever after.
#
#   tools/fuzz.sh                           every target for a minute
#   tools/fuzz.sh 5m                        every target for five minutes
#   tools/fuzz.sh 1h 'FramesFuzz#client'    these targets for an hour
set -eu
cd "$(dirname "$0")/.."

main() {
    time=${1:-60s}
    [ $# -eq 0 ] || shift
    # shellcheck disable=SC2046 # a target is a word
    [ $# -gt 0 ] || set -- $(targets)
    for target in "$@"; do
        echo "$target for $time"
        fuzz "$target"
    done
}

# Each method after an @FuzzTest, as Class#method.
targets() {
    for file in app/src/test/java/chatbois/app/fuzz/*Fuzz.java; do
        awk -v class="$(basename "$file" .java)" '
            fuzz && /void/ { sub(/.*void +/, ""); sub(/\(.*/, ""); print class "#" $0; fuzz = 0 }
            /@FuzzTest/ { fuzz = 1 }' "$file"
    done
}

fuzz() {
    JAZZER_FUZZ=1 JAZZER_MAX_DURATION=$time ./mvnw -q -Dquick -pl app -am \
        -DexcludedGroups= -Dgroups=fuzz -Dtest="$1" -Dsurefire.failIfNoSpecifiedTests=false \
        -Dtest.jvm.args=-Xmx1g test
}

main "$@"
