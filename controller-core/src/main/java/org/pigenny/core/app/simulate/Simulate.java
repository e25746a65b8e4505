// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.simulate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.pigenny.core.config.Problem;
import org.pigenny.core.config.SettingsLoader;
import org.pigenny.core.model.settings.Settings;
import org.pigenny.core.simulation.loop.EngineTwin;
import org.pigenny.core.text.Phrases;

/** The command: reads script and settings, runs, prints. Neither reads nor writes PIGENNY_HOME. */
public final class Simulate {
    public static final int OK = 0;
    public static final int UNREADABLE = 2;

    private Simulate() {}

    /** @return the exit code: 0 at the end, 2 for a script or settings that cannot be read, with a message on err */
    public static int run(Path script, Optional<Path> settings, Optional<Duration> until, PrintStream out,
            PrintStream err) {
        try {
            Settings effective = settings(settings);
            Script read = script(script);
            new Simulation(read, effective, out::println)
                    .run(until.isPresent() ? OptionalLong.of(until.get().toMillis()) : OptionalLong.empty());
            out.flush();
            return OK;
        } catch (ScriptException e) {
            err.println("simulate: " + e.getMessage());
            return UNREADABLE;
        }
    }

    private static Script script(Path file) throws ScriptException {
        try {
            return Script.parse(read(file));
        } catch (ScriptException e) {
            throw new ScriptException("script " + file + ", " + e.getMessage());
        }
    }

    private static List<String> read(Path file) throws ScriptException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new ScriptException("there is no such file");
        } catch (CharacterCodingException e) {
            throw new ScriptException("it is not UTF-8 text");
        } catch (IOException e) {
            throw new ScriptException("it cannot be read: " + e.getMessage());
        }
    }

    private static Settings settings(Optional<Path> file) throws ScriptException {
        SettingsLoader.Loaded loaded = new SettingsLoader().load(file, Map.of(), Map.of());
        if (!loaded.problems().isEmpty()) {
            Phrases phrases = new Phrases(Locale.ENGLISH, ZoneId.systemDefault());
            throw new ScriptException(String.join("; ",
                    loaded.problems().stream().map(Problem::text).map(phrases::say).toList()));
        }
        Settings settings = loaded.effective().settings();
        try {
            EngineTwin.settings(settings.engine());
        } catch (IllegalArgumentException e) {
            throw new ScriptException("settings " + file.map(Path::toString).orElse("") + ": engine." + e.getMessage());
        }
        return settings;
    }
}
