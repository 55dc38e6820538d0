#!/usr/bin/env bash
# Plays the README, so that what it says holds: takes every block of commands out of it and runs it,
# in order, in a fresh clone in a temporary folder, with the server on a free port of this machine.
# The comment in front of a block says who plays it; a block without one is an error. Needs tmux, and
# takes a few minutes, most of them for the first build.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
. tools/throwaway.sh
export CHATBOIS_AOT=off

main() {
    command -v tmux >/dev/null || { echo "this needs tmux" >&2 && exit 1; }
    make_place
    source=$root
    root=$place/chatbois
    port=$(free_port)
    take_blocks README.md "$place/blocks"
    for block in "$place"/blocks/*.text; do
        role=$(cat "${block%.text}.role")
        echo "$role:"
        sed 's/^/    /' "$block"
        play "$role" "$block"
    done
    echo "README: $(find "$place/blocks" -name '*.text' | wc -l) blocks played"
}

# take_blocks FILE FOLDER: the fenced blocks as 01.text, 02.text …, and who plays them as 01.role …
take_blocks() {
    mkdir "$2"
    awk -v folder="$2" '
        /^ *<!-- play: / { role = $0; gsub(/^ *<!-- play: | -->.*$/, "", role); next }
        /^ *```/ && !inside {
            inside = 1; indent = match($0, /`/) - 1; file = sprintf("%s/%02d", folder, ++n)
            if (role == "") { print "nobody plays the block at line " NR > "/dev/stderr"; exit 1 }
            print role > (file ".role"); role = ""; next
        }
        /^ *```/ { inside = 0; next }
        inside { print substr($0, indent + 1) > (file ".text") }
    ' "$1"
}

# play ROLE FILE
play() {
    local text
    text=$(cat "$2")
    case $1 in
    clone) (cd "$place" && eval "${text/URL/\"$source\"}") ;;
    host) play_host "$text" ;;
    anna | ben) play_member "$1" "$text" ;;
    "typed by "*", who sees: "*)
        local who=${1#typed by }
        play_typed "${who%%,*}" "${who#*who sees: }" "$text"
        ;;
    "said by "*" in "*)
        local who=${1#said by }
        play_said "${who%% in *}" "${who#* in }" "$text"
        ;;
    "shell as "*", ben sees: "*)
        local who=${1#shell as }
        play_shell "${who%%,*}" "$text"
        wait_for ben "${1#*ben sees: }"
        ;;
    "shell as "*) play_shell "${1#shell as }" "$text" ;;
    "following as "*) play_following "${1#following as }" "$text" ;;
    "in .ci/run") grep -qF -- "$text" .ci/run || fail ".ci/run does not run: $text" ;;
    *) fail "nobody knows how to play: $1" ;;
    esac
}

# A server that asks its questions on a terminal, and takes Enter for an answer.
play_host() {
    window host "CHATBOIS_DATA=$(quoted "$place/server") CHATBOIS_LISTEN=127.0.0.1:$port" "$1"
    patience=3000 wait_for host "Where do members reach this machine?"
    enter host "127.0.0.1:$port"
    wait_for host "How many members at most?"
    enter host ""
    wait_for host "In another terminal:"
    invite=$(invite_shown_to host)
}

play_member() {
    window "$1" "CHATBOIS_HOME=$(quoted "$place/$1")" "${2/INVITE/$invite}"
    wait_for "$1" "You are $1 here."
}

# play_typed MEMBER SEES LINE
play_typed() {
    enter "$1" "$3"
    wait_for "$1" "$2"
    if [ "$2" = chatbois:// ]; then
        invite=$(invite_shown_to "$1")
        tmux_ send-keys -t "$1" Escape
    fi
}

# play_said MEMBER CHAT TEXT: is in the chat's history, and not only on the member's screen.
play_said() {
    enter "$1" "$3"
    local tries=0
    until as "$1" read "$2" | grep -qF -- " $1: $3"; do
        tries=$((tries + 1))
        [ "$tries" -lt 10 ] || fail "not in $2: $3"
    done
}

enter() {
    tmux_ send-keys -t "$1" -l -- "$2"
    tmux_ send-keys -t "$1" Enter
}

# Commands for scripts, which may not want a terminal.
play_shell() {
    local text=$2
    case $text in *INVITE*) invite=$(as anna invite) && text=${text/INVITE/$invite} ;; esac
    (cd "$root" && CHATBOIS_HOME=$place/$1 timeout 300 bash -euo pipefail -c "$text" </dev/null) ||
        fail "exit code $? of: $text"
}

# A command that goes on for ever: hears what is said, and what is said next.
play_following() {
    # shellcheck disable=SC2086 # the command's words
    (cd "$root" && CHATBOIS_HOME=$place/$1 exec timeout 300 $2) >"$place/followed" &
    local follower=$!
    until_followed "The build is green."
    as anna send builds "Are you there?"
    until_followed "Are you there?"
    kill "$follower"
    wait "$follower" || true
}

until_followed() {
    local tries=0
    until grep -qF -- "$1" "$place/followed"; do
        tries=$((tries + 1))
        [ "$tries" -lt 300 ] || fail "did not hear: $1"
        sleep 0.2
    done
}

# window NAME ENVIRONMENT COMMAND: a terminal in which the command runs, and stays when it ends.
window() {
    local command
    command="cd $(quoted "$root") && env $2 $3; echo \"ended with \$?\"; exec sleep 1000"
    if [ -S "$place/tmux" ]; then
        tmux_ new-window -d -n "$1" "$command"
    else
        tmux_ new-session -d -n "$1" -x 130 -y 40 "$command"
    fi
}

invite_shown_to() {
    tmux_ capture-pane -p -J -S -200 -t "$1" | grep -o 'chatbois://[^ ]*#[^ ]*' | head -n 1
}

free_port() {
    local port=$((20000 + RANDOM % 20000))
    while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
    echo "$port"
}

quoted() { printf %q "$1"; }

fail() {
    echo "FAILED  $1" >&2
    exit 1
}

main
