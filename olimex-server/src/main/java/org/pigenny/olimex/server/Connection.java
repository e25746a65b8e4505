// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.pigenny.olimex.protocol.StatusKey;

/** One client: its bytes, its commands in order, and what it may do. Touched by the network thread alone. */
final class Connection {
    /** Longest command line; a longer one is refused and skipped. */
    static final int LONGEST_LINE = 256;
    /** A connection that keeps sending without a line end is closed after this. */
    private static final int MOST_SKIPPED = 65_536;
    private static final int MOST_SLOTS = 32;
    /** A client that does not read what it asked for is closed. */
    private static final int MOST_UNREAD = 65_536;
    /** No new commands are taken while so much is unread. */
    private static final int UNREAD_PAUSE = 8_192;

    final SocketChannel channel;
    final InetAddress address;
    final String origin;
    final Deque<Slot> slots = new ArrayDeque<>();
    final Map<StatusKey, String> told = new EnumMap<>(StatusKey.class);
    final Pace pace;
    boolean authenticated;
    boolean subscribed;
    boolean movedRelays;
    /** Whether the mode is still on, and whose it is, the owner of the relays knows. */
    boolean askedMaintenance;
    /** Has asked for something that could move the engine: worth a line when it leaves. */
    boolean ordered;
    boolean quitting;
    String challenge = "";
    long lastHeard;
    long looks;

    private final byte[] line = new byte[LONGEST_LINE];
    private int length;
    private int skipped;
    private boolean skipping;
    private boolean ended;
    private final Deque<ByteBuffer> out = new ArrayDeque<>();
    private int unread;

    Connection(SocketChannel channel, long now) throws IOException {
        this.channel = channel;
        InetSocketAddress remote = (InetSocketAddress) channel.getRemoteAddress();
        address = remote.getAddress();
        origin = address.getHostAddress() + ":" + remote.getPort();
        lastHeard = now;
        pace = new Pace(now);
    }

    /** Takes the bytes of one read apart into commands; false when the connection is not worth keeping. */
    boolean take(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte b = bytes.get();
            if (b == '\n') {
                lineEnds();
            } else if (skipping) {
                if (++skipped > MOST_SKIPPED) {
                    return false;
                }
            } else if (length == LONGEST_LINE) {
                skipping = true;
                skipped = 0;
            } else {
                line[length++] = b;
            }
        }
        return true;
    }

    private void lineEnds() {
        if (skipping) {
            Slot tooLong = new Slot("", lastHeard);
            tooLong.begun = true;
            tooLong.answer("ERROR: Line longer than " + LONGEST_LINE + " characters");
            slots.add(tooLong);
        } else {
            String text = new String(line, 0, length, StandardCharsets.ISO_8859_1).trim();
            if (!text.isEmpty()) {
                slots.add(new Slot(text, lastHeard));
            }
        }
        skipping = false;
        length = 0;
    }

    /** The client has sent all that it will. */
    void end() {
        ended = true;
    }

    /** A last line without its end is a command, too. */
    void endOfLines() {
        if (length > 0 || skipping) {
            lineEnds();
        }
    }

    boolean wantsMore(long now) {
        return !ended && !quitting && slots.size() < MOST_SLOTS && unread < UNREAD_PAUSE && pace.allows(now);
    }

    /** Everything asked for has been answered and read. */
    boolean finished() {
        return (quitting || (ended && slots.isEmpty())) && out.isEmpty();
    }

    boolean idle() {
        return slots.isEmpty() && !subscribed;
    }

    /** Queues text for the client; false when it reads too slowly to be kept. */
    boolean send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        unread += bytes.length;
        out.add(ByteBuffer.wrap(bytes));
        return unread <= MOST_UNREAD;
    }

    /** Writes what the socket takes now. */
    void flush() throws IOException {
        while (!out.isEmpty()) {
            ByteBuffer first = out.peek();
            unread -= channel.write(first);
            if (first.hasRemaining()) {
                return;
            }
            out.remove();
        }
    }

    int interest(long now) {
        return (wantsMore(now) ? SelectionKey.OP_READ : 0) | (out.isEmpty() ? 0 : SelectionKey.OP_WRITE);
    }
}
