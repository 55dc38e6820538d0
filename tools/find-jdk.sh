# shellcheck shell=sh
# Finds a JDK that can build and run chatbois, for ./chatbois and ./mvnw (both source this file).
# It reads each candidate's `release` file and starts no process, so that looking costs nothing.

# find_jdk TOOL: sets JAVA_HOME to the first JDK >= 25 that has bin/TOOL, and jdk_version to its
# exact version. Fails if there is none.
find_jdk() {
    jdk_tool=$1
    jdk_java=$(command -v java 2>/dev/null) && jdk_java=$(readlink -f -- "$jdk_java" 2>/dev/null) || jdk_java=""
    for jdk_home in \
        "${CHATBOIS_JAVA_HOME-}" \
        "${JAVA_HOME-}" \
        "${jdk_java%/bin/java}" \
        "${CHATBOIS_TEST_ROOT-}"/usr/lib/jvm/* \
        "${SDKMAN_DIR:-${HOME-}/.sdkman}"/candidates/java/* \
        "${HOME-}"/.jdks/* \
        "${MISE_DATA_DIR:-${HOME-}/.local/share/mise}"/installs/java/* \
        "${ASDF_DATA_DIR:-${HOME-}/.asdf}"/installs/java/* \
        "${CHATBOIS_TEST_ROOT-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${CHATBOIS_TEST_ROOT-}"/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "${CHATBOIS_TEST_ROOT-}"/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "${CHATBOIS_TEST_ROOT-}"/home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
        "${CHATBOIS_TEST_ROOT-}"/opt/*jdk*; do
        if is_jdk "$jdk_home"; then
            JAVA_HOME=$jdk_home
            export JAVA_HOME
            return 0
        fi
    done
    return 1
}

# is_jdk HOME: true, and jdk_version set, if HOME is a JDK >= 25 with the tool that is looked for.
is_jdk() {
    [ -n "$1" ] && [ -r "$1/release" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/$jdk_tool" ] || return 1
    jdk_version=""
    jdk_number=0
    while IFS= read -r jdk_line || [ -n "$jdk_line" ]; do
        case $jdk_line in
        JAVA_VERSION=*)
            jdk_number=${jdk_line#JAVA_VERSION=}
            jdk_number=${jdk_number#\"}
            [ -n "$jdk_version" ] || jdk_version=${jdk_number%\"}
            jdk_number=${jdk_number%%[!0-9]*}
            ;;
        JAVA_RUNTIME_VERSION=*)
            jdk_version=${jdk_line#JAVA_RUNTIME_VERSION=\"}
            jdk_version=${jdk_version%\"}
            ;;
        esac
    done <"$1/release"
    [ "${jdk_number:-0}" -ge 25 ]
}

# Says what to do when there is none.
explain_no_jdk() {
    echo "chatbois needs Java: a JDK of version 25 or newer, and none was found." >&2
    echo "On Debian: apt install openjdk-25-jdk; anywhere: https://adoptium.net, then set JAVA_HOME if needed." >&2
}
