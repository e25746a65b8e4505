// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.pigenny.olimex.protocol.Answers;
import org.pigenny.olimex.protocol.StatusKey;
import org.pigenny.olimex.protocol.StatusLines;

/**
 * All connections on one thread: whoever is slow, silent or rude holds up nobody, and a hundred thousand connections need no
 * more threads than one.
 */
final class Switchboard implements Runnable, Executor, AutoCloseable {
    private static final int BACKLOG = 64;
    private static final int READ_SIZE = 1024;
    private static final long SELECT_MILLIS = 250;

    private final ServerSocketChannel server;
    private final Selector selector;
    private final Commands commands;
    private final Owner owner;
    private final StatusWriter status;
    private final Access access;
    private final Journal journal;
    private final LongSupplier clock;
    private final int mostConnections;
    private final long idleNanos;
    private final ByteBuffer incoming = ByteBuffer.allocate(READ_SIZE);
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean changed = new AtomicBoolean();
    private int open;
    private volatile int subscribers;
    private long refused;
    private volatile boolean stopped;

    Switchboard(InetSocketAddress address, Settings settings, Commands commands, Owner owner, StatusWriter status,
            Access access, Journal journal, LongSupplier clock) throws IOException {
        this.commands = commands;
        this.owner = owner;
        this.status = status;
        this.access = access;
        this.journal = journal;
        this.clock = clock;
        mostConnections = settings.count(Key.MAX_CONNECTIONS);
        idleNanos = settings.seconds(Key.IDLE_S).toNanos();
        server = ServerSocketChannel.open();
        selector = Selector.open();
        server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        server.bind(address, BACKLOG);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
    }

    int port() throws IOException {
        return ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                selector.select(SELECT_MILLIS);
                serve();
            } catch (IOException | RuntimeException e) {
                journal.notice("Network: " + e);
            }
        }
    }

    private void serve() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.isValid() && key.isAcceptable()) {
                accept();
            } else if (key.isValid() && key.isReadable()) {
                read(key, client(key));
            }
        }
        selector.selectedKeys().clear();
        boolean push = changed.getAndSet(false);
        int listening = 0;
        for (SelectionKey key : clients()) {
            go(key, client(key), push);
            listening += client(key).subscribed ? 1 : 0;
        }
        subscribers = listening;
    }

    private List<SelectionKey> clients() {
        List<SelectionKey> clients = new ArrayList<>(open);
        for (SelectionKey key : selector.keys()) {
            if (key.attachment() != null && key.isValid()) {
                clients.add(key);
            }
        }
        return clients;
    }

    private static Connection client(SelectionKey key) {
        return (Connection) key.attachment();
    }

    private void accept() {
        try {
            for (SocketChannel channel = server.accept(); channel != null; channel = server.accept()) {
                welcome(channel);
            }
        } catch (IOException e) {
            journal.line("cannot accept a connection: " + e.getMessage());
        }
    }

    private void welcome(SocketChannel channel) throws IOException {
        try {
            channel.configureBlocking(false);
            Connection client = new Connection(channel, clock.getAsLong());
            if (open >= mostConnections && !makeRoom(client)) {
                refused++;
                channel.write(ByteBuffer.wrap(("ERROR: Too many connections (" + mostConnections + ")\n")
                        .getBytes(StandardCharsets.US_ASCII)));
                channel.close();
                return;
            }
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            client.send(Answers.GREETING + "\n");
            channel.register(selector, SelectionKey.OP_READ, client);
            open++;
        } catch (IOException e) {
            // It left before it was welcomed.
            channel.close();
        }
    }

    /** One that may command takes the place of one that may only look. */
    private boolean makeRoom(Connection newcomer) {
        if (!access.allows(newcomer.address)) {
            return false;
        }
        for (SelectionKey key : clients()) {
            Connection client = client(key);
            if (!access.allows(client.address) && !client.authenticated) {
                drop(key, client, "makes room for " + newcomer.origin);
                return true;
            }
        }
        return false;
    }

    private void read(SelectionKey key, Connection client) {
        try {
            incoming.clear();
            int count = client.channel.read(incoming);
            if (count < 0) {
                client.endOfLines();
                client.end();
                commands.clientLeft(client);
                return;
            }
            incoming.flip();
            client.lastHeard = clock.getAsLong();
            if (!client.take(incoming)) {
                drop(key, client, "sends without end");
            }
        } catch (IOException e) {
            drop(key, client, "is gone: " + e.getMessage());
        }
    }

    /** Everything that one connection is due: commands begun, answers sent, changes pushed. */
    private void go(SelectionKey key, Connection client, boolean push) {
        if (!key.isValid()) {
            return;
        }
        long now = clock.getAsLong();
        boolean kept = answer(client, now) && (!push || !client.subscribed || push(client));
        try {
            client.flush();
            if (!kept) {
                drop(key, client, "reads too slowly");
            } else if (client.finished()) {
                drop(key, client, "");
            } else if (client.idle() && now - client.lastHeard > idleNanos && !commands.inHandOf(client)) {
                drop(key, client, "was silent for too long");
            } else {
                key.interestOps(client.interest(now));
            }
        } catch (IOException e) {
            drop(key, client, "is gone: " + e.getMessage());
        }
    }

    private boolean answer(Connection client, long now) {
        boolean kept = true;
        boolean first = true;
        for (Slot slot : client.slots) {
            boolean mayBegin = first || (slot.verb.isPresent() && slot.verb.get().overtakes());
            if (!slot.begun && mayBegin) {
                client.pace.spend(now);
                commands.begin(client, slot, this);
            }
            first &= slot.done;
        }
        while (kept && !client.slots.isEmpty() && client.slots.peek().done) {
            boolean subscribes = client.subscribed && client.told.isEmpty();
            kept = client.send(client.slots.remove().answer + "\n") && (!subscribes || push(client));
        }
        return kept;
    }

    private boolean push(Connection client) {
        Map<StatusKey, String> values = status.values(owner.view());
        boolean differs = false;
        for (Map.Entry<StatusKey, String> entry : values.entrySet()) {
            differs |= entry.getKey().pushed() && !entry.getValue().equals(client.told.get(entry.getKey()));
        }
        if (!differs) {
            return true;
        }
        String lines = StatusLines.encodeChange(client.told, values);
        client.told.clear();
        client.told.putAll(values);
        return client.send(lines);
    }

    private void drop(SelectionKey key, Connection client, String why) {
        key.cancel();
        open--;
        commands.clientLeft(client);
        if (client.ordered) {
            journal.line("connection " + client.origin + (why.isEmpty() ? " closed" : " " + why) + " after "
                    + client.looks + " looks");
        }
        try {
            client.channel.close();
        } catch (IOException e) {
            journal.line("connection " + client.origin + ": " + e.getMessage());
        }
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    /** The owner published a new view. */
    void viewChanged() {
        if (!changed.getAndSet(true) && subscribers > 0) {
            selector.wakeup();
        }
    }

    /** Connections turned away so far because there were too many. */
    long refused() {
        return refused;
    }

    @Override
    public void close() throws IOException {
        stopped = true;
        selector.wakeup();
        server.close();
    }
}
