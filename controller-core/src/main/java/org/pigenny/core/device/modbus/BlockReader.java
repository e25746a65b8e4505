// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.modbus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Severity;
import org.pigenny.core.time.TimeSource;

/**
 * Reads a stretch of registers of one slave, in as many requests as it takes. Owns the retries: after silence or a broken
 * frame it asks for half as many registers, as a slave that cannot send long answers stays silent on long requests
 * (inverter.md, quirk 1), and as the answer to the first request may still come and must not pass for that to the second.
 */
public final class BlockReader {
    /** @param settle pause that the device wants before each further request */
    public record Manners(int slave, Duration timeout, int retries, int maxRegisters, Duration settle) {}

    /** How the reading of a stretch ended. */
    public sealed interface Result {
        /** @param askedAtNanos plant time before the first of its requests went out: no value is older */
        record Words(List<Integer> words, long askedAtNanos) implements Result {
            public Words {
                words = List.copyOf(words);
            }
        }

        record Refused(int code) implements Result {}

        /** @param garbled bytes came, but no answer */
        record Nothing(boolean garbled) implements Result {}

        record NoLine(Message why) implements Result {}
    }

    private final Bus bus;
    private final Manners manners;
    private final LinkKeeper link;
    private final TimeSource plant;
    private final Runnable asked;
    private int limit;
    private boolean first = true;

    public BlockReader(Bus bus, Manners manners, LinkKeeper link, TimeSource plant) {
        this(bus, manners, link, plant, () -> {});
    }

    /** @param asked called after each request, however it ended, and now and then while the wire is lent */
    public BlockReader(Bus bus, Manners manners, LinkKeeper link, TimeSource plant, Runnable asked) {
        this.asked = asked;
        this.bus = bus;
        this.manners = manners;
        this.link = link;
        this.plant = plant;
        this.limit = manners.maxRegisters();
    }

    public Result read(Table table, int start, int count) throws InterruptedException {
        return new Attempt(table, start, count).run();
    }

    /** The most registers that one request asks for now. */
    public int limit() {
        return limit;
    }

    private final class Attempt {
        private final Table table;
        private final int end;
        private final long askedAt = plant.nanos();
        private final List<Integer> words = new ArrayList<>();
        private int at;
        private int piece = limit;
        private int silentPiece;
        private int retries = manners.retries();

        Attempt(Table table, int start, int count) {
            this.table = table;
            this.at = start;
            this.end = start + count;
        }

        Result run() throws InterruptedException {
            while (at < end) {
                int count = bus.safeCount(manners.slave(), table, Math.min(piece, end - at), asked);
                if (count == 0) {
                    return new Result.Nothing(false);
                }
                settle();
                boolean wasOpen = bus.isOpen();
                Exchange exchange = bus.ask(new Ask.Read(manners.slave(), table, at, count), manners.timeout(), asked);
                link.count(exchange);
                asked.run();
                Result end = judge(exchange.answer(), count, wasOpen);
                if (end != null) {
                    return end;
                }
            }
            return new Result.Words(words, askedAt);
        }

        /** The end of the attempt, or null to go on. */
        private @Nullable Result judge(Answer answer, int count, boolean wasOpen) {
            return switch (answer) {
                case Answer.Words read -> {
                    words.addAll(read.words());
                    at += count;
                    learn(count);
                    yield null;
                }
                case Answer.Refused refused -> refused.code() == Answer.Refused.BUSY && retry()
                        ? null
                        : new Result.Refused(refused.code());
                case Answer.Silence ignored -> again(count) ? null : new Result.Nothing(false);
                case Answer.Garbled ignored -> again(count) ? null : new Result.Nothing(true);
                // A line that broke under the request may open anew at once: an adapter that was plugged again.
                case Answer.NoLine broken -> wasOpen && retry() ? null : new Result.NoLine(broken.why());
                case Answer.Written ignored -> throw new IllegalStateException("a read was answered as a write");
            };
        }

        private boolean again(int count) {
            silentPiece = count;
            piece = Math.max(1, (count + 1) / 2);
            return retry();
        }

        private boolean retry() {
            return retries-- > 0;
        }

        /** Long requests that stay silent while shorter ones are answered: the slave's limit is lower than ours. */
        private void learn(int answered) {
            if (silentPiece == limit && limit > SAFE_LIMIT && answered < silentPiece) {
                limit = answered;
                link.say(Severity.INFO, Message.of("link.limit", silentPiece, answered));
            }
            silentPiece = 0;
        }
    }

    /** Twenty registers are answered by every unit known; below it a silence is a fault of the wire, not of the length. */
    private static final int SAFE_LIMIT = 20;

    private void settle() throws InterruptedException {
        if (!first) {
            plant.sleep(manners.settle());
        }
        first = false;
    }
}
