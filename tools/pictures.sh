#!/usr/bin/env bash
# Makes the pictures in README and docs from the real program: plays a short talk on a throw-away
# server, captures the terminal of one member, and draws what it shows with tools/ScreenSvg.java.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
. tools/find-jdk.sh
. tools/throwaway.sh

# The backticks are part of what is said.
# shellcheck disable=SC2016
FORMATTED='*Bold*, _italic_, ~~struck~~, `code`, https://example.org/bread
> a quote that is long enough to go on in another row of the screen
- an item
2. another one
```python
def dough(flour, water=0.7):  # seventy percent
    return {"flour": flour, "water": flour * water}
```
Names like snake_case and 2*3*4 stay as they are.'

# A picture to be sent.
EVENING='<svg xmlns="http://www.w3.org/2000/svg" width="480" height="270">
<defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#24305e"/>
<stop offset=".6" stop-color="#e07a5f"/><stop offset="1" stop-color="#f2cc8f"/></linearGradient></defs>
<rect width="480" height="270" fill="url(#s)"/><circle cx="330" cy="165" r="38" fill="#ffe8a3"/>
<path d="M0 190 90 110 170 180 260 90 370 190 480 140V270H0Z" fill="#3d405b"/>
<path d="M0 230 120 180 250 225 360 195 480 230V270H0Z" fill="#20243b"/>
<path d="M60 250V190L75 165 90 190V250Z" fill="#81b29a"/>
<path d="M110 255V210L122 188 134 210V255Z" fill="#6a9c89"/></svg>'

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
    open_terminal 132 18
    go "next book" "lighthouse"
    type_in "You can have mine after " "mine after"
    draw screen
    clear_line
    type_in "/theme light" "/theme light"
    tmux_ send-keys -t 0 Enter
    wait_for 0 "looks.theme is light now"
    draw screen-light light
    type_in "/theme auto" "/theme auto"
    tmux_ send-keys -t 0 Enter
    wait_for 0 "looks.theme is auto now"
    tmux_ resize-window -t 0 -x 80 -y 18
    tmux_ send-keys -t 0 C-k
    wait_for 0 "Esc"
    type_in "bo" "next book"
    draw screen-switcher
    tmux_ send-keys -t 0 Escape
    wait_for 0 online
    type_in "Well done :ta" ":tada:"
    draw screen-emoji
    clear_line
    as ben send dinner "$FORMATTED" 2>/dev/null
    tmux_ resize-window -t 0 -x 80 -y 24
    go dinner "another row"
    draw screen-formatting
    printf %s "$EVENING" >"$place/evening.svg"
    tmux_ resize-window -t 0 -x 90 -y 30
    type_in "/attach $place/evening.svg The view from our table" "our table"
    tmux_ send-keys -t 0 Enter
    wait_for 0 "evening.svg · SVG"
    wait_for 0 "▀"
    draw screen-media
    type_in "/view" "/view"
    tmux_ send-keys -t 0 Enter
    wait_for 0 "F1 lists"
    wait_gone 0 "being drawn"
    draw screen-view
    tmux_ send-keys -t 0 Escape
    wait_for 0 online
    type_in "/set media.style ascii-color" "ascii-color"
    tmux_ send-keys -t 0 Enter
    wait_for 0 "media.style is ascii-color now"
    type_in "/view" "/view"
    tmux_ send-keys -t 0 Enter
    wait_for 0 "ascii-color"
    wait_gone 0 "being drawn"
    draw screen-letters
    tmux_ send-keys -t 0 Escape
    wait_for 0 online
    tmux_ resize-window -t 0 -x 40 -y 14
    go "next book" "lighthouse"
    draw screen-narrow
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

# open_terminal COLUMNS ROWS: anna's.
open_terminal() {
    tmux_ new-session -d -x "$1" -y "$2" "LC_ALL=C.UTF-8 TERM=xterm-256color COLORTERM=truecolor CHATBOIS_HOME=$(printf %q "$place/anna") $(printf %q "$root/chatbois")"
    wait_for 0 "online"
}

# go CHAT TEXT: goes there and waits until that text is seen.
go() {
    tmux_ send-keys -t 0 -l "/go $1"
    tmux_ send-keys -t 0 Enter
    wait_for 0 "$2"
}

# type_in TEXT SEEN
type_in() {
    tmux_ send-keys -t 0 -l "$1"
    wait_for 0 "$2"
}

clear_line() {
    tmux_ send-keys -t 0 C-u
}

# draw NAME [light]: makes docs/NAME.svg of what the terminal shows, on a light background.
draw() {
    local place_and_columns
    place_and_columns=$(tmux_ display-message -p -t 0 '#{cursor_x} #{cursor_y} #{pane_width}')
    # shellcheck disable=SC2086 # three numbers
    tmux_ capture-pane -e -N -p -t 0 | "$JAVA_HOME/bin/java" "-Dlight=${2:+true}" tools/ScreenSvg.java $place_and_columns >"docs/$1.svg"
}

main "$@"
