#!/usr/bin/env bash
# Measures how alike pictures as text are to the pictures, beside chafa, and what moving pictures
# take; writes docs/cellart-measured.md and the pictures side by side in docs/cellart. Needs chafa and
# these fonts (on Debian: fonts-dejavu-core fonts-jetbrains-mono fonts-liberation fonts-hack
# fonts-firacode); takes a quarter of an hour or more.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/find-jdk.sh
fonts=${FONTS:-/usr/share/fonts/truetype}

find_jdk javac || { explain_no_jdk && exit 1; }
./mvnw -q -Dquick -Dmaven.test.skip=true -pl bench -am package
bench() {
    class=chatbois.bench.art.$1
    shift
    "$JAVA_HOME/bin/java" -Djava.awt.headless=true -Xmx3g -XX:+UseSerialGC \
        --add-modules jdk.incubator.vector -cp bench/target/dist/bench.jar "$class" "$@"
}

mkdir -p docs/cellart
{
    echo "# Pictures as text, measured"
    echo
    echo "Written by \`make cellart\`, beside $(chafa --version | head -n 1) at its highest work factor;" \
        "see [Pictures as text](cellart.md) for what the columns say. Always ours / chafa's, medians" \
        "over the photographs in \`bench/pictures\` and three drawings."
    echo
    echo "## Moving pictures, 320 x 192 pixels"
    echo
    bench Motion bench/pictures/astronaut.jpg
    echo
    echo "## Still pictures"
    bench Fidelity bench/pictures docs/cellart \
        "$fonts/dejavu/DejaVuSansMono.ttf" "$fonts/jetbrains-mono/JetBrainsMono-Regular.ttf" \
        "$fonts/liberation/LiberationMono-Regular.ttf" "$fonts/hack/Hack-Regular.ttf" \
        "$fonts/firacode/FiraCode-Regular.ttf"
} >docs/cellart-measured.md
