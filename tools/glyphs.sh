#!/usr/bin/env bash
# Measures anew how fonts draw characters, for pictures as text; needs these fonts (on Debian:
# fonts-dejavu-core fonts-liberation fonts-noto-mono fonts-hack fonts-jetbrains-mono). Their order
# matters: see FontGlyphs.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/find-jdk.sh
fonts=${FONTS:-/usr/share/fonts/truetype}

find_jdk javac || { explain_no_jdk && exit 1; }
"$JAVA_HOME/bin/java" -Djava.awt.headless=true tools/GlyphShapes.java \
    cellart/src/main/resources/chatbois/cellart/glyphs \
    "$fonts/dejavu/DejaVuSansMono.ttf" "$fonts/liberation/LiberationMono-Regular.ttf" \
    "$fonts/noto/NotoMono-Regular.ttf" "$fonts/hack/Hack-Regular.ttf" \
    "$fonts/jetbrains-mono/JetBrainsMono-Regular.ttf"
