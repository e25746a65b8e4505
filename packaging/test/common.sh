# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by the proofs.

failed=0
ok() { echo "ok - $*"; }
fail() {
    echo "FAILED - $*"
    failed=$((failed + 1))
}
# check WORDS COMMAND…: says the words, good or bad, with what the command said when bad.
check() {
    words=$1
    shift
    if said=$("$@" 2>&1); then ok "$words"; else fail "$words"; printf '%s\n' "$said" | tail -n 25 | sed 's/^/    /'; fi
}
# says WORDS PATTERN COMMAND…: the command fails, and in these words.
refuses() {
    words=$1 pattern=$2
    shift 2
    if said=$("$@" 2>&1); then
        fail "$words: it did not refuse"
        printf '%s\n' "$said" | tail -n 10 | sed 's/^/    /'
    elif printf '%s\n' "$said" | grep -q -- "$pattern"; then
        ok "$words: $(printf '%s\n' "$said" | grep -m 1 -- "$pattern")"
    else
        fail "$words: other words than '$pattern'"
        printf '%s\n' "$said" | tail -n 10 | sed 's/^/    /'
    fi
}
# await SECONDS COMMAND…: until it succeeds.
await() {
    end=$((SECONDS + $1))
    shift
    until "$@" > /dev/null 2>&1; do
        [ $SECONDS -lt $end ] || return 1
        sleep 0.2
    done
}

# layer NAME ROOT: a fresh root to change; sets $layer.
layer() {
    layer=$work/$1/root
    mkdir -p "$work/$1/upper" "$work/$1/work" "$layer"
    mount -t overlay overlay -o "lowerdir=$2,upperdir=$work/$1/upper,workdir=$work/$1/work" "$layer" || {
        echo "no overlay file system here" >&2
        exit 77
    }
    mount -t proc proc "$layer/proc"
    mount --rbind /sys "$layer/sys"
    mount --rbind /dev "$layer/dev"
    mount -t tmpfs -o mode=755 run "$layer/run"
    mount -t tmpfs -o mode=1777 tmp "$layer/tmp"
    # No service is started by a package's script here; what systemd does is done by the stand-in.
    printf '#!/bin/sh\nexit 101\n' > "$layer/usr/sbin/policy-rc.d"
    chmod 755 "$layer/usr/sbin/policy-rc.d"
    mkdir -p "$layer/debs"
}

# older PACKAGE.deb VERSION OUT CONFFILE: the same package as it may have been once: older, and with another text in a conffile.
older() {
    rm -rf "$work/older"
    dpkg-deb -R "$1" "$work/older"
    sed -i "s/^Version: .*/Version: $2/" "$work/older/DEBIAN/control"
    echo "# A line of version $2." >> "$work/older$4"
    dpkg-deb -Zgzip -z1 --root-owner-group -b "$work/older" "$3" > /dev/null
    rm -rf "$work/older"
}

inside() { # ROOT COMMAND…
    _root=$1
    shift
    env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root DEBIAN_FRONTEND=noninteractive \
        ${QEMU_CPU:+QEMU_CPU="$QEMU_CPU"} ${OLIMEX_WAIT:+OLIMEX_WAIT="$OLIMEX_WAIT"} \
        ${PIGENNY_WAIT:+PIGENNY_WAIT="$PIGENNY_WAIT"} chroot "$_root" "$@" < /dev/null
}
version_of() { inside "$1" dpkg-query -W -f '${Version} ${db:Status-Status}' "$2" 2> /dev/null; }
installed() { [ "$(version_of "$1" "$2")" = "$3 installed" ]; }
