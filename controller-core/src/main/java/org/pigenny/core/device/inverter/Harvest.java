// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.inverter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.pigenny.core.device.profile.Feed;
import org.pigenny.core.device.profile.Profile;
import org.pigenny.core.device.profile.Profile.Block;
import org.pigenny.core.device.profile.Register;
import org.pigenny.core.model.Quantity;

/**
 * What the registers of one block say, as quantities and flags.
 *
 * @param rejected rows whose value was not plausible, with it
 */
record Harvest(Map<Quantity, Double> values, OptionalInt state, OptionalLong faults, OptionalLong warnings,
        List<String> rejected) {
    static Harvest of(Profile profile, Block block, List<Integer> words) {
        Gatherer gatherer = new Gatherer();
        for (Register register : profile.in(block)) {
            int from = register.address() - block.start();
            gatherer.take(register, words.subList(from, from + register.words()));
        }
        return gatherer.harvest();
    }

    OptionalDouble value(Quantity quantity) {
        Double value = values.get(quantity);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static final class Gatherer {
        private final Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
        /** A sum or a maximum with a part missing is no value at all. */
        private final Set<Quantity> spoilt = EnumSet.noneOf(Quantity.class);
        private final List<String> rejected = new ArrayList<>();
        private OptionalInt state = OptionalInt.empty();
        private OptionalLong faults = OptionalLong.empty();
        private OptionalLong warnings = OptionalLong.empty();

        void take(Register register, List<Integer> raw) {
            OptionalDouble value = register.value(raw);
            if (value.isEmpty()) {
                return;
            }
            boolean believed = register.believes(value.getAsDouble());
            if (!believed) {
                rejected.add(register.key() + " " + value.getAsDouble() + " " + register.unit());
            }
            for (Feed feed : register.feeds()) {
                feed(feed, value.getAsDouble(), believed);
            }
        }

        private void feed(Feed feed, double value, boolean believed) {
            switch (feed) {
                case Feed.Of of -> enter(of, value, believed);
                case Feed.Flag flag -> flag(flag, (long) value);
                case Feed.Role ignored -> {
                }
            }
        }

        private void enter(Feed.Of of, double value, boolean believed) {
            if (believed) {
                values.merge(of.quantity(), value, of.way() == Feed.Way.SUM ? Double::sum : Math::max);
            } else {
                spoilt.add(of.quantity());
            }
        }

        private void flag(Feed.Flag flag, long bits) {
            switch (flag) {
                case STATE -> state = OptionalInt.of((int) bits);
                case FAULTS -> faults = OptionalLong.of(bits);
                case WARNINGS -> warnings = OptionalLong.of(bits);
            }
        }

        Harvest harvest() {
            values.keySet().removeAll(spoilt);
            return new Harvest(values, state, faults, warnings, rejected);
        }
    }
}
