# shellcheck shell=bash
# A throw-away community, for scripts in this folder that source this file: a server on a free port
# of this machine and members with homes of their own, all in one temporary folder that goes away
# with the script. It sets root, the folder of the sources, before.
# shellcheck disable=SC2034,SC2154

# make_place: sets place, the folder. Everything that was started is ended when the script is.
make_place() {
    place=$(mktemp -d "${TMPDIR:-/tmp}/chatbois.XXXXXX")
    server=''
    trap clean_up EXIT
    trap 'exit 130' INT TERM HUP
    unset CHATBOIS_HOME CHATBOIS_NAME CHATBOIS_LISTEN CHATBOIS_ADDRESS CHATBOIS_MAX_MEMBERS \
        CHATBOIS_DATA CHATBOIS_RECOVERY_OUT CHATBOIS_INVITE_OUT
}

clean_up() {
    tmux_kill
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    [ -z "$server" ] || wait "$server" 2>/dev/null || true
    # Clients that were just hung up on may still be writing.
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        rm -rf "$place" 2>/dev/null && return
        sleep 1
    done
    rm -rf "$place"
}

# host NAME: founds and starts a server; sets invite, the owner's.
host() {
    until start_server "$1" $((20000 + RANDOM % 20000)); do :; done
    invite=$(cat "$place/invite")
}

# start_server NAME PORT: fails only if the port is taken.
start_server() {
    rm -rf "$place/server" "$place/invite"
    "$root/chatbois" --server --name "$1" --data "$place/server" \
        --listen "127.0.0.1:$2" --address "127.0.0.1:$2" \
        --recovery-out "$place/words" --invite-out "$place/invite" \
        >"$place/server.out" 2>"$place/server.err" &
    server=$!
    until [ -s "$place/invite" ]; do
        if ! kill -0 "$server" 2>/dev/null; then
            grep -q 'cannot listen' "$place/server.err" && return 1
            cat "$place/server.err" >&2
            exit 1
        fi
        sleep 0.2
    done
}

# as MEMBER WORD…: a command of that member's.
as() { CHATBOIS_HOME=$place/$1 "$root/chatbois" "${@:2}"; }

# A tmux server of our own, which knows nothing of the user's.
tmux_() { env -u TMUX tmux -S "$place/tmux" -f /dev/null "$@"; }
tmux_kill() { [ ! -S "$place/tmux" ] || tmux_ kill-server 2>/dev/null || true; }

# wait_for TARGET TEXT: until that text stands in a pane; shows the pane if it never does. Patience is
# in fifths of a second.
wait_for() {
    wait_until shows "$1" "$2"
}

# wait_gone TARGET TEXT: until it stands there no more.
wait_gone() {
    wait_until hides "$1" "$2"
}

shows() {
    tmux_ capture-pane -p -t "$1" | grep -qF -- "$2"
}

hides() {
    ! shows "$@"
}

wait_until() {
    local is=$1
    shift
    local tries=0
    until "$is" "$@"; do
        tries=$((tries + 1))
        if [ "$tries" -gt "${patience:-300}" ]; then
            echo "waited until $1 $is \"$2\" in vain; $1 shows:" >&2
            tmux_ capture-pane -p -t "$1" >&2
            return 1
        fi
        sleep 0.2
    done
}
