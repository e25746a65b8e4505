# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by the launchers. find_java LEAST WHAT-TO-INSTALL sets JAVA to the program to run, or ends with a plain message.
# Order: a runtime bundled beside the program, PIGENNY_JAVA (a java program or its home), JAVA_HOME, then the newest fitting
# one that the system has.

# Prints the feature number of a Java home (17, 25, …), nothing when it is no Java.
java_feature() {
    [ -x "$1/bin/java" ] || return 0
    _version=
    [ -r "$1/release" ] && _version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$1/release")
    [ -n "$_version" ] || _version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
    case $_version in
        1.*) _version=${_version#1.} ;;
    esac
    printf '%s\n' "${_version%%[!0-9]*}"
}

# try_java HOME ORIGIN: takes it when it fits; a named one that does not is mentioned, never used.
try_java() {
    _feature=$(java_feature "$1")
    if [ -n "$_feature" ] && [ "$_feature" -ge "$_least" ]; then
        JAVA=$1/bin/java
        return 0
    fi
    [ "$2" = quiet ] || printf '%s: %s=%s is %s; Java %s or newer is needed, looking further\n' \
        "$_name" "$2" "$1" "${_feature:+Java }${_feature:-no Java}" "$_least" >&2
    return 1
}

find_java() {
    _least=$1
    _name=${0##*/}
    JAVA=
    if [ -x "$APP/runtime/bin/java" ] && try_java "$APP/runtime" quiet; then return 0; fi
    if [ -n "${PIGENNY_JAVA:-}" ]; then
        _home=$PIGENNY_JAVA
        [ -d "$_home" ] || { _home=$(readlink -f "$_home") && _home=${_home%/bin/java}; }
        if try_java "$_home" PIGENNY_JAVA; then return 0; fi
    fi
    if [ -n "${JAVA_HOME:-}" ] && try_java "$JAVA_HOME" quiet; then return 0; fi
    _newest=0
    for _home in /usr/lib/jvm/* /usr/lib64/jvm/* /opt/java/* /opt/jdk* /usr/java/* "${HOME:-/root}"/.sdkman/candidates/java/* "${HOME:-/root}"/.jdks/*; do
        [ -x "$_home/bin/java" ] || continue
        _feature=$(java_feature "$_home")
        if [ -n "$_feature" ] && [ "$_feature" -ge "$_least" ] && [ "$_feature" -gt "$_newest" ]; then
            _newest=$_feature
            JAVA=$_home/bin/java
        fi
    done
    [ -n "$JAVA" ] && return 0
    _path=$(command -v java 2>/dev/null) && _path=$(readlink -f "$_path") && try_java "${_path%/bin/java}" quiet && return 0
    printf '%s: Java %s or newer is needed and none was found. %s\n' "$_name" "$_least" "$2" >&2
    exit 69
}
