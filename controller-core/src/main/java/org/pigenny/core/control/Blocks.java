// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pigenny.core.control.Block.Kind;
import org.pigenny.core.control.Block.Scope;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.StartsHeld;

/** Everything that forbids runs at a tick, in order of authority. */
final class Blocks {
    private Blocks() {}

    static List<Block> of(Tick t) {
        List<Block> all = new ArrayList<>();
        locks(t, all);
        limits(t, all);
        automatic(t, all);
        return all;
    }

    private static void locks(Tick t, List<Block> all) {
        t.trouble.emergencyStop()
                .ifPresent(pressed -> add(all, Kind.EMERGENCY_STOP, Scope.ALL, true,
                        Message.of("block.emergency_stop", pressed.origin().name(), pressed.at())));
        t.trouble.service()
                .ifPresent(pressed -> add(all, Kind.SERVICE_MODE, Scope.ALL, true,
                        Message.of("block.service_mode", pressed.origin().name(), pressed.at())));
        t.trouble.error()
                .ifPresent(failure -> add(all, Kind.ERROR, Scope.ALL, true,
                        Message.of("block.error", failure.text())));
    }

    private static void limits(Tick t, List<Block> all) {
        if (limitReached(t)) {
            add(all, Kind.RUN_LIMIT, Scope.ALL, true, Message.of("block.run_limit", t.settings.maxRun()));
        }
        if (Fuel.stops(t.fuel(), t.settings)) {
            add(all, Kind.FUEL, Scope.ALL, true, Message.of("block.fuel_stop", t.settings.fuel().stopAtPct()));
        } else if (t.trouble.fuelLock()) {
            add(all, Kind.FUEL, Scope.ALL, false,
                    Message.of("block.fuel_start", Fuel.lock(t.settings)));
        }
        if (t.now.startsBlocked()) {
            add(all, Kind.SAFE_MODE, Scope.ALL, t.now.runsBlocked(),
                    Message.of(t.now.runsBlocked() ? "block.safe_mode_stops" : "block.safe_mode"));
        }
        if (t.now.held().filter(held -> held == StartsHeld.ALL).isPresent()) {
            add(all, Kind.COMMISSIONING, Scope.ALL, false, Message.of("block.wiring_unchecked"));
        }
        if (t.engine.isEmpty()) {
            add(all, Kind.RELAY, Scope.ALL, false, Message.of("block.relay"));
        }
    }

    private static void automatic(Tick t, List<Block> all) {
        if (t.now.held().isPresent()) {
            add(all, Kind.COMMISSIONING, Scope.AUTOMATIC, true, Message.of("block.commissioning"));
        }
        if (t.holds.finishing()) {
            add(all, Kind.FINISHING, Scope.AUTOMATIC, true, Message.of("block.finishing"));
        }
        if (!t.settings.autostart()) {
            add(all, Kind.AUTOSTART_OFF, Scope.AUTOMATIC, true, Message.of("block.autostart_off"));
        }
        if (t.holds.afterStop().isPresent()) {
            add(all, Kind.STOP_HOLD, Scope.AUTOMATIC, true,
                    Message.of("block.stop_hold", t.wallAt(t.holds.afterStop().getAsLong())));
        }
        if (t.holds.afterLimit().isPresent()) {
            add(all, Kind.LIMIT_REST, Scope.AUTOMATIC, true,
                    Message.of("block.limit_rest", t.wallAt(t.holds.afterLimit().getAsLong())));
        }
        if (t.holds.off().isPresent()) {
            rest(t, all, t.holds.off().getAsLong() + t.settings.minRest().toNanos());
        }
        int most = t.settings.maxStartsPerDay();
        if (most > 0 && startsToday(t) >= most) {
            add(all, Kind.DAILY_STARTS, Scope.AUTOMATIC, false, Message.of("block.daily_starts", most));
        }
        if (t.settings.stopWhenExternalAc() && t.in.externalAc().orElse(false)) {
            add(all, Kind.EXTERNAL_AC, Scope.CONDITIONS, true, Message.of("block.external_ac"));
        }
    }

    /** No limit when it is 0. */
    static boolean limitReached(Tick t) {
        return t.run != null && !t.settings.maxRun().isZero()
                && t.nanos() - t.run.base() >= t.settings.maxRun().toNanos();
    }

    private static int startsToday(Tick t) {
        return t.book.tally().at(t.today).automaticToday();
    }

    private static void rest(Tick t, List<Block> all, long until) {
        if (t.nanos() < until) {
            add(all, Kind.MIN_REST, Scope.AUTOMATIC, false, Message.of("block.min_rest", t.wallAt(until)));
        }
    }

    /** The first one of that scope. */
    static Optional<Block> first(List<Block> blocks, Scope scope) {
        for (Block block : blocks) {
            if (block.scope() == scope) {
                return Optional.of(block);
            }
        }
        return Optional.empty();
    }

    private static void add(List<Block> all, Kind kind, Scope scope, boolean stops, Message text) {
        all.add(new Block(kind, scope, stops, text));
    }
}
