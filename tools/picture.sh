#!/usr/bin/env bash
# Makes docs/screen.svg, the picture in the README, from the real program: plays a short talk on a
# throw-away server, captures the terminal of one member, and draws it with tools/ScreenSvg.java.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
. tools/find-jdk.sh
. tools/throwaway.sh

main() {
    find_jdk javac || { explain_no_jdk && exit 1; }
    make_place
    host "Book club"
    as anna join "$invite" --as anna --no-ui
    invite=$(as anna invite --uses 3)
    for member in ben chloé 美咲; do
        as "$member" join "$invite" --as "$member" --no-ui
    done
    as anna new dinner ben chloé >/dev/null
    as anna new "next book" ben chloé 美咲 >/dev/null
    talk
    open_terminal
    local cursor
    cursor=$(tmux_ display-message -p -t 0 '#{cursor_x} #{cursor_y}')
    # shellcheck disable=SC2086 # two numbers
    tmux_ capture-pane -e -N -p -t 0 | "$JAVA_HOME/bin/java" tools/ScreenSvg.java $cursor >docs/screen.svg
}

talk() {
    as anna send "next book" "Which one do we read next?" 2>/dev/null
    as ben send "next book" "I vote for the one with the lighthouse." 2>/dev/null
    as chloé send "next book" "The long one? We have three weeks… 😅" 2>/dev/null
    as 美咲 send "next book" "賛成！ I have it here, and it isn't that long: most of it is about the weather." 2>/dev/null
    as chloé send "next book" "Then I'm in. Who has a copy for me?" 2>/dev/null
    as ben send dinner "I bring the bread." 2>/dev/null
    as chloé send @anna "Can I borrow yours?" 2>/dev/null
}

open_terminal() {
    tmux_ new-session -d -x 80 -y 18 "LC_ALL=C.UTF-8 TERM=xterm-256color CHATBOIS_HOME=$(printf %q "$place/anna") $(printf %q "$root/chatbois")"
    wait_for 0 "online"
    tmux_ send-keys -t 0 -l "/go next book"
    tmux_ send-keys -t 0 Enter
    wait_for 0 "lighthouse"
    tmux_ send-keys -t 0 -l "You can have mine after "
    wait_for 0 "mine after"
}

main "$@"
