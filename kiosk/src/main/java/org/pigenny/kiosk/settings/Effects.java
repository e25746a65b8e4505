// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.settings;

import java.util.OptionalDouble;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.settings.GeneratorSettings;
import org.pigenny.kiosk.present.Now;
import org.pigenny.kiosk.present.Values;

/** What a setting will do, in plain words, before it is saved. */
final class Effects {
    private static final double LEAST_LOAD_W = 50;
    private static final double HOURS_A_DAY = 24;

    private Effects() {}

    /** Empty when there is nothing to say beyond the limits. */
    static String of(String key, Draft draft, Now now) {
        return switch (key) {
            case "generator.soc.start", "generator.soc.stop" -> startsADay(draft, now);
            case "generator.autostart" -> now.words()
                    .say(draft.value(key).equals("true") ? "ui.effect.auto_on" : "ui.effect.auto_off");
            case "generator.quiet_hours.enabled" -> now.words()
                    .say(Message.of("ui.effect.quiet",
                            draft.value("generator.quiet_hours.from"), draft.value("generator.quiet_hours.to")));
            default -> "";
        };
    }

    /** How often the generator would start, from the band, the present load, and the charger's power. */
    private static String startsADay(Draft draft, Now now) {
        GeneratorSettings settings = now.core().settings().generator();
        OptionalDouble load = Values.live(now, Quantity.LOAD_POWER);
        double start = number(draft.value("generator.soc.start"));
        double stop = number(draft.value("generator.soc.stop"));
        if (!(stop > start)) {
            return now.words().say("ui.effect.start_above_stop");
        }
        if (load.isEmpty() || load.getAsDouble() < LEAST_LOAD_W) {
            return now.words().say(Message.of("ui.effect.band", now.numbers().whole(start), now.numbers().whole(stop)));
        }
        double band = (stop - start) * settings.chargeProof().whPerSocPct();
        double charger = now.core().control().proof().chargerPower().orElse(settings.chargeProof().chargingAboveW());
        double net = Math.max(charger - load.getAsDouble(), charger / 4);
        double perDay = HOURS_A_DAY / (band / load.getAsDouble() + band / net);
        return now.words()
                .say(Message.of("ui.effect.per_day", now.numbers().whole(start), now.numbers().oneDecimal(perDay)));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
