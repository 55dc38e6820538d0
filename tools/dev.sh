#!/usr/bin/env bash
# Starts a throw-away server with three members in tmux, to look at a change: ann, ben and cleo, each
# in a pane, in a chat together. Ctrl+B and an arrow key go from pane to pane; Ctrl+B and d end it (in
# a tmux of your own: Ctrl+B twice).
# Everything is in a temporary folder and goes away at the end. With --no-attach it only sees whether
# that works.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
. tools/throwaway.sh

main() {
    command -v tmux >/dev/null || { echo "this needs tmux" >&2 && exit 1; }
    make_place
    echo "starting a server and three members…"
    host "Throw-away"
    as ann join "$invite" --as ann --no-ui
    invite=$(as ann invite --uses 2)
    as ben join "$invite" --as ben --no-ui
    as cleo join "$invite" --as cleo --no-ui
    as ann new general ben cleo >/dev/null
    open_panes
    [ "${1-}" != --no-attach ] || { wait_for 0.0 '#general' && exit; }
    tmux_ attach
}

# pane MEMBER: the command of a member's pane.
pane() { printf 'CHATBOIS_HOME=%q %q' "$place/$1" "$root/chatbois"; }

open_panes() {
    tmux_ new-session -d -x "${COLUMNS:-160}" -y "${LINES:-48}" "$(pane ann)"
    tmux_ set -g mouse on
    tmux_ set -g status off
    tmux_ set -g escape-time 10
    tmux_ split-window -h "$(pane ben)"
    tmux_ split-window -v "$(pane cleo)"
    tmux_ select-pane -t 0.0
}

main "$@"
