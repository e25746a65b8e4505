// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.inverter;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.device.modbus.Answer;
import org.pigenny.core.device.modbus.BlockReader;
import org.pigenny.core.device.modbus.BlockReader.Result;
import org.pigenny.core.device.modbus.LinkKeeper;
import org.pigenny.core.device.profile.Profile;
import org.pigenny.core.device.profile.Profile.Block;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Severity;

/** One poll after the other: asks for the blocks that are due and enters what is plausible. */
final class Cycle {
    /** So many blocks without an answer, and the rest of the cycle is not tried: every one costs its time-outs. */
    private static final int PATIENCE = 2;

    /** How one cycle went. */
    sealed interface Outcome {
        record Answered() implements Outcome {}

        record Nothing(boolean garbled) implements Outcome {}

        record NoLine(Message why) implements Outcome {}
    }

    private final Profile profile;
    private final BlockReader reader;
    private final LinkKeeper link;
    private final Sheet sheet;
    private final SocGuard guard = new SocGuard();
    private final Set<Block> refused = new HashSet<>();
    private long number;

    Cycle(Profile profile, BlockReader reader, LinkKeeper link, Sheet sheet) {
        this.profile = profile;
        this.reader = reader;
        this.link = link;
        this.sheet = sheet;
    }

    Outcome run() throws InterruptedException {
        Outcome outcome = new Outcome.Nothing(false);
        int failures = 0;
        for (Block block : profile.blocks()) {
            if (number % block.every() != 0 || refused.contains(block)) {
                continue;
            }
            switch (reader.read(block.table(), block.start(), block.count())) {
                case Result.Words words -> {
                    outcome = new Outcome.Answered();
                    enter(block, words);
                }
                case Result.Refused exception -> {
                    outcome = new Outcome.Answered();
                    refuse(block, exception.code());
                }
                case Result.Nothing nothing -> {
                    failures++;
                    if (!(outcome instanceof Outcome.Answered)) {
                        return new Outcome.Nothing(nothing.garbled());
                    }
                }
                case Result.NoLine broken -> {
                    return new Outcome.NoLine(broken.why());
                }
            }
            if (failures >= PATIENCE) {
                break;
            }
        }
        number++;
        return outcome;
    }

    private void enter(Block block, Result.Words words) throws InterruptedException {
        Harvest harvest = Harvest.of(profile, block, words.words());
        long at = words.askedAtNanos();
        switch (guard.judge(harvest, at)) {
            case FINE -> accept(harvest, at);
            case IMPOSSIBLE -> reject("soc 0 %");
            case DOUBTFUL -> lookAgain(block, harvest);
        }
    }

    private void lookAgain(Block block, Harvest first) throws InterruptedException {
        Result again = reader.read(block.table(), block.start(), block.count());
        @Nullable
        Harvest second = again instanceof Result.Words words
                ? Harvest.of(profile, block, words.words())
                : null;
        if (again instanceof Result.Words words && second != null && SocGuard.confirms(first, second)) {
            accept(second, words.askedAtNanos());
        } else {
            reject("soc " + first.value(Quantity.SOC));
        }
    }

    private void accept(Harvest harvest, long at) {
        harvest.rejected().forEach(this::reject);
        guard.accept(harvest, at);
        sheet.enter(harvest, at);
    }

    private void reject(String what) {
        long rejected = link.rejected();
        if (Long.bitCount(rejected) == 1) {
            // The first, and then each time the count has doubled: seen, but no flood.
            link.say(Severity.WARNING, Message.of("link.implausible", what, rejected));
        }
    }

    private void refuse(Block block, int code) {
        if (code == Answer.Refused.ADDRESS) {
            refused.add(block);
            link.say(Severity.INFO, Message.of("link.refused", block.start(), block.end() - 1));
        } else {
            link.say(Severity.WARNING, Message.of("link.exception", block.start(), block.end() - 1, code));
        }
    }
}
