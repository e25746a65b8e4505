// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.general;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pigenny.core.device.modbus.BlockReader;
import org.pigenny.core.device.modbus.BlockReader.Result;
import org.pigenny.core.device.modbus.LinkKeeper;
import org.pigenny.core.device.profile.Feed;
import org.pigenny.core.device.profile.Profile;
import org.pigenny.core.device.profile.Profile.Block;
import org.pigenny.core.device.profile.Register;
import org.pigenny.core.model.DeviceReport.Value;
import org.pigenny.core.model.Message;

/** One poll of one device: its blocks, and where a block is refused, its registers one by one, so that a bad one blocks no other. */
final class DevicePoll {
    private final Profile profile;
    private final BlockReader reader;
    private final DeviceState state;
    private final LinkKeeper link;
    private long number;

    DevicePoll(Profile profile, BlockReader reader, DeviceState state, LinkKeeper link) {
        this.profile = profile;
        this.reader = reader;
        this.state = state;
        this.link = link;
    }

    /** @return why the device could not be reached; empty when it answered */
    Optional<Message> run() throws InterruptedException {
        state.beginPoll();
        for (Block block : profile.blocks()) {
            if (number % block.every() == 0) {
                Optional<Message> broken = read(block);
                if (broken.isPresent()) {
                    return broken;
                }
            }
        }
        number++;
        return Optional.empty();
    }

    private Optional<Message> read(Block block) throws InterruptedException {
        Result result = reader.read(block.table(), block.start(), block.count());
        if (result instanceof Result.Refused) {
            for (Register register : profile.in(block)) {
                Optional<Message> broken = readAlone(register);
                if (broken.isPresent()) {
                    return broken;
                }
            }
            return Optional.empty();
        }
        if (result instanceof Result.Words words) {
            profile.in(block)
                    .forEach(register -> enter(register, words.words()
                            .subList(
                                    register.address() - block.start(),
                                    register.address() - block.start() + register.words()),
                            words.askedAtNanos()));
        }
        return unreachable(result);
    }

    private Optional<Message> readAlone(Register register) throws InterruptedException {
        Result result = reader.read(register.table(), register.address(), register.words());
        if (result instanceof Result.Refused refused) {
            state.lost(register.key(), Message.of("device.register_refused", register.key(), refused.code()));
        } else if (result instanceof Result.Words words) {
            enter(register, words.words(), words.askedAtNanos());
        }
        return unreachable(result);
    }

    private static Optional<Message> unreachable(Result result) {
        return switch (result) {
            case Result.Words ignored -> Optional.empty();
            case Result.Refused ignored -> Optional.empty();
            case Result.Nothing nothing -> Optional.of(
                    Message.of(nothing.garbled() ? "device.garbled" : "device.no_answer"));
            case Result.NoLine broken -> Optional.of(broken.why());
        };
    }

    private void enter(Register register, List<Integer> raw, long takenAt) {
        OptionalDouble value = register.value(raw);
        if (value.isEmpty() || !register.believes(value.getAsDouble())) {
            link.rejected();
            state.lost(register.key(), Message.of("device.register_implausible", register.key()));
            return;
        }
        Optional<String> role = register.feeds()
                .stream()
                .filter(Feed.Role.class::isInstance)
                .map(feed -> ((Feed.Role) feed).name())
                .findFirst();
        state.read(register.key(), new Value(value.getAsDouble(), register.unit(), role, takenAt));
    }
}
