// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells systemd about readiness and life: a datagram to the Unix socket of NOTIFY_SOCKET (sd_notify(3)), which plain Java
 * cannot send. Does nothing where there is no such socket.
 */
public final class SdNotify {
    private static final Logger LOG = LoggerFactory.getLogger(SdNotify.class);
    private static final short AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    private static final int MSG_NOSIGNAL = 0x4000;
    /** sizeof(struct sockaddr_un) on Linux: 2 bytes of family, 108 of path. */
    private static final int PATH_BYTES = 108;

    private final Optional<String> socket;
    private boolean failed;

    public SdNotify(Map<String, String> environment) {
        this.socket = Optional.ofNullable(environment.get("NOTIFY_SOCKET")).filter(path -> !path.isEmpty());
    }

    public boolean present() {
        return socket.isPresent();
    }

    /** Such as READY=1, WATCHDOG=1, STOPPING=1 or STATUS=…; a failure is logged once and harms nothing. */
    public synchronized void send(String state) {
        if (socket.isEmpty()) {
            return;
        }
        try {
            send(socket.get(), state);
            failed = false;
        } catch (Throwable e) {
            if (!failed) {
                LOG.error("[HEALTH] systemd cannot be told {} over {}: {}", state, socket.get(), e.toString());
            }
            failed = true;
        }
    }

    private static void send(String path, String state) throws Throwable {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        if (name.length >= PATH_BYTES) {
            throw new IllegalArgumentException("the path is longer than a socket's may be");
        }
        if (name[0] == '@') {
            name[0] = 0;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(2 + PATH_BYTES);
            address.set(ValueLayout.JAVA_SHORT, 0, AF_UNIX);
            MemorySegment.copy(name, 0, address, ValueLayout.JAVA_BYTE, 2, name.length);
            byte[] text = state.getBytes(StandardCharsets.UTF_8);
            MemorySegment message = arena.allocateFrom(ValueLayout.JAVA_BYTE, text);
            send(address, 2 + name.length, message, text.length);
        }
    }

    private static void send(MemorySegment address, int addressBytes, MemorySegment message, long bytes)
            throws Throwable {
        int fd = (int) C.SOCKET.invokeExact((int) AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
        if (fd < 0) {
            throw new IllegalStateException("no socket");
        }
        try {
            long sent = (long) C.SENDTO.invokeExact(fd, message, bytes, MSG_NOSIGNAL, address, addressBytes);
            if (sent != bytes) {
                throw new IllegalStateException("nobody took it");
            }
        } finally {
            int ignored = (int) C.CLOSE.invokeExact(fd);
            LOG.trace("socket closed: {}", ignored);
        }
    }

    /** The three calls of the C library, looked up when first needed. */
    private static final class C {
        static final MethodHandle SOCKET = find("socket", FunctionDescriptor.of(ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        static final MethodHandle SENDTO = find("sendto",
                FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS,
                        ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        static final MethodHandle CLOSE = find("close",
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

        // Native access is what this class is for; the launchers enable it.
        @SuppressWarnings("restricted")
        private static MethodHandle find(String name, FunctionDescriptor shape) {
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(linker.defaultLookup().find(name).orElseThrow(), shape);
        }
    }
}
