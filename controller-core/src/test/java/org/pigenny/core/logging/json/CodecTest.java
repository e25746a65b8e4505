// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.InverterReport;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.PlantSnapshot;
import org.pigenny.core.model.Quantity;
import org.pigenny.core.model.Reading;
import org.pigenny.core.model.Why;
import org.pigenny.core.model.settings.GeneratorSettings;

class CodecTest {
    @Test
    void everyKindOfMessageArgumentComesBackEqual() {
        Message message = Message.of("a.key", "text", 42, 43L, 0.1, true, Duration.ofMillis(1500),
                Instant.parse("2026-01-31T10:00:00.123456Z"), LocalTime.of(15, 0), Message.of("inner", 7));
        assertEquals(message, Codec.read(Codec.write(message, Message.class), Message.class));
    }

    @Test
    void aSealedTypeComesBackAsTheSameKind() {
        for (Command command : List.of(new Command.StartFor(Duration.ofMinutes(5)), new Command.Stop(),
                new Command.Acknowledge("G-101"), new Command.ServiceMode(true))) {
            assertEquals(command, Codec.read(Codec.write(command, Command.class), Command.class));
        }
    }

    @Test
    void aWholePlantSnapshotComesBackEqualBitForBit() {
        PlantSnapshot snapshot = new PlantSnapshot(123_456_789_012L, Instant.parse("2026-01-31T10:00:00.000000001Z"),
                ZoneId.of("Europe/Berlin"),
                new InverterReport(
                        Map.of(Quantity.SOC, new Reading(41, 5), Quantity.BATTERY_VOLTAGE,
                                new Reading(52.1 + 1e-13, 6)),
                        Optional.of(new InverterReport.Flags(4, 1L << 25, 1L << 16, 7))),
                Optional.empty(), true, Optional.empty(), Optional.of(false), Optional.empty(),
                OptionalDouble.of(1 / 3.0), false);
        assertEquals(snapshot, Codec.read(Codec.write(snapshot, PlantSnapshot.class), PlantSnapshot.class));
    }

    @Test
    void settingsAndReasonsComeBackEqual() {
        GeneratorSettings settings = GeneratorSettings.defaults();
        assertEquals(settings, Codec.read(Codec.write(settings, GeneratorSettings.class), GeneratorSettings.class));
        Why why = new Why(Message.of("x", 1), List.of(new Why.Point(Why.Standing.BLOCKS, Message.of("y"))));
        assertEquals(why, Codec.read(Codec.write(why, Why.class), Why.class));
    }

    @Test
    void equalMapsGiveTheSameTextWhateverTheirOrder() {
        InverterReport one = new InverterReport(
                Map.of(Quantity.SOC, new Reading(1, 1), Quantity.SOH, new Reading(2, 2), Quantity.LOAD_POWER,
                        new Reading(3, 3)),
                Optional.empty());
        String text = Codec.write(one, InverterReport.class);
        assertTrue(text.startsWith("{\"readings\":{\"LOAD_POWER\":{\"value\":3.0,\"takenAtNanos\":3},"
                + "\"SOC\":{\"value\":1.0,\"takenAtNanos\":1},\"SOH\":{\"value\":2.0,\"takenAtNanos\":2}},\"flags\":null"),
                text);
    }

    @Test
    void aWrongTextIsRefusedWithThePlace() {
        IllegalArgumentException failure = assertThrows(IllegalArgumentException.class,
                () -> Codec.read("{\"standing\":\"MAYBE\",\"text\":null}", Why.Point.class));
        assertTrue(String.valueOf(failure.getMessage()).contains("Point.standing: MAYBE is no Standing"),
                failure.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Codec.read("{", Message.class));
        assertThrows(IllegalArgumentException.class, () -> Codec.read("", Message.class));
        assertThrows(IllegalArgumentException.class,
                () -> Codec.read("{\"@\":\"Runtime\"}", Command.class));
    }
}
