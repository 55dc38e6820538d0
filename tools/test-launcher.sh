#!/bin/sh
# Tests ./chatbois, the launcher, in copies of this source tree. Takes a minute or two: it really builds.
set -u

here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM
home="$work/a path with spaces"
passed=0 failed=0
export CHATBOIS_AOT=off # but where it is the subject
unset CHATBOIS_JAVA_HOME CHATBOIS_JAVA_OPTS CHATBOIS_SERVER_JAVA_OPTS

main() {
    mkdir "$home"
    (cd "$here" && tar cf - --exclude=target --exclude=.git .) | tar xf - -C "$home"
    make_fake_jdk "$work/jdk25" 25.0.1
    make_fake_jdk "$work/jdk17" 17.0.9

    two_first_starts_build_once
    nothing_but_the_answer_is_printed
    it_starts_through_symbolic_links
    an_older_java_home_is_passed_over
    without_a_jdk_it_says_what_to_do
    client_and_server_have_their_own_flags
    a_collector_of_the_users_replaces_ours
    signals_reach_the_program
    signals_reach_the_server
    a_server_that_asks_for_it_is_started_again
    a_changed_source_is_built_and_a_running_program_left_alone
    broken_source_shows_the_end_of_the_log
    the_old_source_needs_no_build
    a_dead_builders_lock_is_taken_over
    it_runs_installed_without_sources
    the_cache_is_made_silently_and_used

    echo "launcher: $passed passed, $failed failed"
    [ "$failed" = 0 ]
}

two_first_starts_build_once() {
    start_in_background a
    start_in_background b
    wait
    check "first start answers" grep -q '^chatbois 0' "$work/a.out"
    check "second start at the same time answers" grep -q '^chatbois 0' "$work/b.out"
    check "one of the two builds" [ "$(cat "$work/a.err" "$work/b.err" | grep -c '^building')" = 1 ]
}

# HOME is unset, as under some service managers.
start_in_background() { env -u HOME "$home/chatbois" --version >"$work/$1.out" 2>"$work/$1.err" & }

nothing_but_the_answer_is_printed() {
    run --version
    check "a later start prints the version only" [ "$out$err" = "$(cat "$work/a.out")" ]
}

it_starts_through_symbolic_links() {
    mkdir -p "$work/bin"
    ln -s "../a path with spaces/chatbois" "$work/bin/inner"
    ln -s "$work/bin/inner" "$work/bin/cb"
    # shellcheck disable=SC2016 # the inner shell expands it
    check "two symbolic links, one relative" sh -c 'cd / && PATH=$1:$PATH && cb --version' - "$work/bin"
}

an_older_java_home_is_passed_over() {
    check "JAVA_HOME is 17" env JAVA_HOME="$work/jdk17" "$home/chatbois" --version
    check "CHATBOIS_JAVA_HOME is nowhere" env CHATBOIS_JAVA_HOME=/nowhere "$home/chatbois" --version
}

# A PATH without java, and no folder where a JDK might lie.
without_a_jdk_it_says_what_to_do() {
    mkdir "$work/tools"
    ln -s /usr/bin/* "$work/tools/" && rm -f "$work/tools"/java*
    for script in chatbois mvnw; do
        err=$(env -i PATH="$work/tools" CHATBOIS_TEST_ROOT="$work/none" "$home/$script" --version 2>&1) && status=0 || status=$?
        check "$script without a JDK fails" [ "$status" = 1 ]
        check "$script without a JDK says two lines" [ "$(echo "$err" | wc -l)" -eq 2 ]
        check "$script without a JDK names a package" has "$err" "apt install openjdk-25-jdk"
    done
}

client_and_server_have_their_own_flags() {
    fake --as=ada host
    check "the client is lean" has "$out" "-Xmx64m"
    check "arguments arrive" has "$out" "-jar $home/app/target/chatbois/*/lib/chatbois.jar --as=ada host"
    fake --server
    check "the server has more memory" has "$out" "-Xmx512m"
    out=$(CHATBOIS_SERVER_JAVA_OPTS="-Xmx2g -Xlog:gc" with_fake_jdk --server)
    check "and the user's options after ours" has "$out" "-Xmx512m*-Xmx2g -Xlog:gc -jar"
    out=$(CHATBOIS_SERVER_JAVA_OPTS=-Xmx2g with_fake_jdk)
    check "but not the client" lacks "$out" "-Xmx2g"
}

a_collector_of_the_users_replaces_ours() {
    out=$(CHATBOIS_JAVA_OPTS=-XX:+UseZGC with_fake_jdk --server)
    check "one collector" lacks "$out" "UseSerialGC"
}

signals_reach_the_program() {
    for signal in TERM INT HUP; do
        # A shell ignores INT for what it starts in the background; env sets it right.
        CHATBOIS_JAVA_HOME=$work/jdk25 env --default-signal=INT "$home/chatbois" wait >"$work/signal.$signal" &
        pid=$!
        until grep -qs ready "$work/signal.$signal"; do sleep 0.1; done
        kill -s "$signal" "$pid"
        wait "$pid"
        check "SIG$signal arrives" grep -q "got $signal" "$work/signal.$signal"
    done
}

# The launcher waits for a server, and passes signals on as TERM.
signals_reach_the_server() {
    for signal in TERM INT HUP; do
        CHATBOIS_JAVA_HOME=$work/jdk25 env --default-signal=INT "$home/chatbois" --server wait >"$work/server.$signal" &
        pid=$!
        until grep -qs ready "$work/server.$signal"; do sleep 0.1; done
        kill -s "$signal" "$pid"
        wait "$pid" && status=0 || status=$?
        check "SIG$signal ends the server" grep -q "got TERM" "$work/server.$signal"
        case $signal in INT) expected=130 ;; *) expected=0 ;; esac
        check "SIG$signal: exit code $expected" [ "$status" = "$expected" ]
    done
}

a_server_that_asks_for_it_is_started_again() {
    out=$(with_fake_jdk --server again "$work/again") && status=0 || status=$?
    check "exit code 75 starts the server again" [ "$(echo "$out" | grep -c -- --server)" = 2 ]
    check "and then ends as that one does" [ "$status" = 3 ]
    out=$(with_fake_jdk again "$work/again.client") && status=0 || status=$?
    check "a client is not started again" [ "$status" = 75 ]
}

a_changed_source_is_built_and_a_running_program_left_alone() {
    CHATBOIS_JAVA_HOME=$work/jdk25 "$home/chatbois" wait >"$work/old.out" &
    pid=$!
    until grep -qs ready "$work/old.out"; do sleep 0.1; done
    jar=$(sed -n 's/.*-jar \(.*chatbois.jar\).*/\1/p' "$work/old.out")
    main_java=$home/app/src/main/java/chatbois/app/Main.java
    cp -p "$main_java" "$work/Main.java"
    for comment in "// one" "// two" "// three"; do
        echo "$comment" >>"$main_java"
        run --version
        check "source with $comment: built" has "$err" "building*"
    done
    check "the running program keeps its jar" [ -f "$jar" ]
    kill "$pid"
    wait "$pid"
    echo "// four" >>"$main_java"
    run --version
    check "old builds go, two stay" [ "$(find "$home/app/target/chatbois" -name chatbois.jar | wc -l)" -eq 2 ]
    run --version
    check "built once" [ -z "$err" ]
}

broken_source_shows_the_end_of_the_log() {
    cp -p "$main_java" "$work/Main.good"
    echo "}" >>"$main_java"
    run --version
    check "broken source: exit code 1" [ "$status" = 1 ]
    check "broken source: javac's words" has "$err" "*Main.java*"
    check "broken source: where the log is" has "$err" "*build.log"
}

the_old_source_needs_no_build() {
    cp -p "$work/Main.good" "$main_java"
    run --version
    check "the source as it was: runs" has "$out" "chatbois 0*"
    check "the source as it was: no build" [ -z "$err" ]
}

a_dead_builders_lock_is_taken_over() {
    sh -c 'ln -s $$ "$1"' - "$home/app/target/chatbois/lock"
    rm -rf "$home/app/target/chatbois"/*-*
    run --version
    check "a lock of a dead process" has "$out" "chatbois 0*"
}

it_runs_installed_without_sources() {
    mkdir -p "$work/opt/tools"
    cp "$home/chatbois" "$work/opt/"
    cp "$home/tools/find-jdk.sh" "$work/opt/tools/"
    cp -r "$home"/app/target/chatbois/*/lib "$work/opt/"
    check "installed without sources" "$work/opt/chatbois" --version
}

the_cache_is_made_silently_and_used() {
    CHATBOIS_AOT=on run --version
    for kind in client server; do
        case $kind in server) CHATBOIS_AOT=on run --server --help ;; esac
        tries=0
        until cache=$(find "$home/app/target/chatbois" -name "$kind-*.aot") && [ -n "$cache" ]; do
            tries=$((tries + 1))
            [ "$tries" -lt 1200 ] || break
            sleep 0.5
        done
        check "a cache for the $kind" [ -s "$cache" ]
    done
    before=$out$err
    CHATBOIS_AOT=on run --server --help
    check "with a cache, not a word more" [ "$out$err" = "$before" ]
    loaded=$(CHATBOIS_AOT=on CHATBOIS_JAVA_OPTS=-Xlog:class+load "$home/chatbois" --version)
    check "the cache is used" has "$loaded" "*chatbois.app.Main source: shared objects file*"
}

# run WORD…: starts the launcher; sets out, err and status.
run() {
    "$home/chatbois" "$@" >"$work/out" 2>"$work/err" && status=0 || status=$?
    out=$(cat "$work/out") err=$(cat "$work/err")
}

fake() { out=$(with_fake_jdk "$@"); }

with_fake_jdk() { CHATBOIS_JAVA_HOME=$work/jdk25 "$home/chatbois" "$@"; }

# A JDK that only says how it was called; for the argument `wait` it waits for a signal, and for
# `again FILE` it wants to be started again until the file is there.
make_fake_jdk() {
    mkdir -p "$1/bin"
    echo "JAVA_VERSION=\"$2\"" >"$1/release"
    cat >"$1/bin/java" <<'END'
#!/bin/sh
echo "$@"
case $* in *wait)
    for signal in TERM INT HUP; do trap "echo got $signal; exit" $signal; done
    echo ready
    while :; do sleep 0.1; done
    ;;
*again*)
    for last in "$@"; do :; done
    [ ! -f "$last" ] || exit 3
    echo >"$last"
    exit 75
    ;;
esac
END
    cp "$1/bin/java" "$1/bin/javac"
    chmod +x "$1/bin/java" "$1/bin/javac"
}

# has TEXT PATTERN: the pattern of `case` occurs in the text.
has() { case $1 in *$2*) ;; *) return 1 ;; esac; }
lacks() { ! has "$@"; }

# check CLAIM COMMAND…
check() {
    claim=$1
    shift
    if "$@" >"$work/check" 2>&1; then
        passed=$((passed + 1))
        echo "ok      $claim"
    else
        failed=$((failed + 1))
        echo "FAILED  $claim"
        echo "        out: ${out-}" "err: ${err-}"
        sed 's/^/        /' "$work/check"
    fi
}

main
