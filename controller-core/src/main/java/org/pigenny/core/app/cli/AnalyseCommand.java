// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.app.analyse.Analyse;
import org.pigenny.core.config.SettingsLoader;
import org.pigenny.core.text.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pigenny analyse FILE} */
@Command(name = "analyse", mixinStandardHelpOptions = true, description = "Read a recorded CSV and print for each row what "
        + "the controller would have known: whether an unseen charger charges, and when the start value will be reached.")
public final class AnalyseCommand implements Callable<Integer> {
    private static final int BUFFER = 1 << 16;

    @Parameters(index = "0", paramLabel = "FILE", description = "CSV of our own daily files or of the loggers before.")
    private @Nullable Path file;

    @Option(names = "--settings", paramLabel = "FILE", description = "Settings to judge by; defaults without it.")
    private @Nullable Path settings;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Overrides one setting.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Override
    public Integer call() {
        SettingsLoader.Loaded loaded = new SettingsLoader().load(Optional.ofNullable(settings), System.getenv(),
                overrides);
        if (file == null || !loaded.problems().isEmpty()) {
            Phrases phrases = new Phrases(Locale.ENGLISH, ZoneId.systemDefault());
            loaded.problems().forEach(problem -> System.err.println("analyse: " + phrases.say(problem.text())));
            return Analyse.UNREADABLE;
        }
        try (PrintStream out = new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out),
                BUFFER), false, StandardCharsets.UTF_8)) {
            return Analyse.run(file, loaded.effective().settings(), out, System.err);
        }
    }
}
