// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.pigenny.olimex.board.EngineBehaviour;
import org.pigenny.olimex.sequence.Preheat;
import org.pigenny.olimex.sequence.SequenceSettings;

/** The effective settings: defaults, then the file, then {@code --set}. A wrong one is refused with its source. */
final class Settings {
    private final Map<Key, String> values = new EnumMap<>(Key.class);
    private final Map<Key, String> sources = new EnumMap<>(Key.class);

    private Settings() {
        for (Key key : Key.values()) {
            values.put(key, key.byDefault());
            sources.put(key, "default");
        }
    }

    /** From the given files that override each other in order, then {@code KEY=VALUE} words. */
    static Settings load(List<Path> files, List<String> overrides) throws SettingsException {
        Settings settings = new Settings();
        for (Path file : files) {
            settings.read(file);
        }
        for (String override : overrides) {
            int at = override.indexOf('=');
            if (at < 1) {
                throw new SettingsException("--set takes KEY=VALUE, not '" + override + "'");
            }
            settings.put(override.substring(0, at).trim(), override.substring(at + 1).trim(), "--set");
        }
        settings.checkTogether();
        return settings;
    }

    private void read(Path file) throws SettingsException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException("Cannot read settings file " + file + ": " + e.getMessage());
        }
        for (String word : properties.stringPropertyNames()) {
            put(word, properties.getProperty(word).trim(), file.toString());
        }
    }

    private void put(String word, String value, String source) throws SettingsException {
        Key key = Key.of(word).orElse(null);
        if (key == null) {
            throw new SettingsException(source + ": unknown setting '" + word + "', nearest is '"
                    + Key.nearest(word).word() + "' (--help lists all)");
        }
        check(key, value, source);
        values.put(key, value);
        sources.put(key, source);
    }

    private static void check(Key key, String value, String source) throws SettingsException {
        boolean fits = switch (key.kind()) {
            case SECONDS -> number(value) >= 0 && number(value) <= key.most();
            case POSITIVE_SECONDS -> number(value) > 0 && number(value) <= key.most();
            case COUNT ->
                number(value) >= 1 && number(value) <= key.most() && number(value) == Math.rint(number(value));
            case TEXT -> true;
        };
        if (!fits) {
            throw new SettingsException(source + ": " + key.word() + "=" + value + " is refused, allowed: "
                    + key.allowed());
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private void checkTogether() throws SettingsException {
        try {
            if (seconds(Key.REST_S).isZero()) {
                throw new IllegalArgumentException("rest_s may not be shorter than crank_s and glow_crank_s together");
            }
            sequence();
        } catch (IllegalArgumentException e) {
            String word = String.valueOf(e.getMessage()).split(" ")[0];
            String source = Key.of(word)
                    .map(key -> sources.get(key) + ": " + word + "=" + values.get(key) + " is refused, ")
                    .orElse("");
            throw new SettingsException(source + e.getMessage());
        }
        engine();
    }

    SequenceSettings sequence() throws SettingsException {
        Map<String, Duration> durations = new HashMap<>();
        for (Key key : List.of(Key.RESET_S, Key.PREHEAT_S, Key.IGNITION_S, Key.CRANK_S, Key.GLOW_CRANK_S, Key.VERIFY_S,
                Key.REST_S, Key.WARMUP_S, Key.STABILISE_S, Key.COOLDOWN_S, Key.STOP_TIMEOUT_S, Key.CHARGER_LEASE_S,
                Key.CLIENT_LEASE_S, Key.MAX_RUN_S)) {
            durations.put(key.word(), seconds(key));
        }
        return SequenceSettings.defaults().with(durations).with(count(Key.MAX_START_ATTEMPTS), preheat());
    }

    private Preheat preheat() throws SettingsException {
        List<Preheat.Step> steps = new java.util.ArrayList<>();
        for (String pair : text(Key.PREHEAT_TABLE).split(",")) {
            String[] parts = pair.trim().split(":");
            if (pair.isBlank()) {
                continue;
            }
            double stood = number(parts[0]);
            double glow = parts.length == 2 ? number(parts[1]) : Double.NaN;
            if (!(stood >= 0 && glow >= 0 && glow <= Key.PREHEAT_S.most())) {
                throw new SettingsException(sources.get(Key.PREHEAT_TABLE) + ": preheat_table=" + pair
                        + " is refused, allowed: " + Key.PREHEAT_TABLE.allowed());
            }
            steps.add(new Preheat.Step(nanos(stood * 60), nanos(glow)));
        }
        return new Preheat(seconds(Key.PREHEAT_SKIP_S), steps);
    }

    EngineBehaviour engine() throws SettingsException {
        String word = text(Key.ENGINE);
        return EngineBehaviour.ofWord(word)
                .orElseThrow(() -> new SettingsException(sources.get(Key.ENGINE)
                        + ": engine=" + word
                        + " is refused, allowed: " + Key.ENGINE.allowed()));
    }

    Duration seconds(Key key) {
        return nanos(number(text(key)));
    }

    private static Duration nanos(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    int count(Key key) {
        return (int) number(text(key));
    }

    String text(Key key) {
        return String.valueOf(values.get(key));
    }

    String source(Key key) {
        return String.valueOf(sources.get(key));
    }
}
