// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.app.CoreOptions;
import picocli.CommandLine.Option;

/** Options about settings, the same for every command that reads them. */
public final class SettingsOptions {
    @Option(names = "--settings", paramLabel = "FILE", description = "Read this settings file (TOML).")
    private @Nullable Path file;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Set one value for this run, such as generator.soc.start=95. May be repeated.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--soc-start", paramLabel = "PERCENT", description = "Short for --set generator.soc.start=PERCENT.")
    private @Nullable String socStart;

    @Option(names = "--soc-stop", paramLabel = "PERCENT", description = "Short for --set generator.soc.stop=PERCENT.")
    private @Nullable String socStop;

    @Option(names = "--log-interval", paramLabel = "SECONDS", description = "Short for --set logging.csv_interval_s=SECONDS.")
    private @Nullable String logInterval;

    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** `--set` wins over the short forms. */
    public Map<String, String> overrides() {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "generator.soc.start", socStart);
        put(all, "generator.soc.stop", socStop);
        put(all, "logging.csv_interval_s", logInterval);
        all.putAll(set);
        return all;
    }

    private static void put(Map<String, String> all, String key, @Nullable String value) {
        if (value != null) {
            all.put(key, value);
        }
    }

    public CoreOptions apply(CoreOptions options) {
        CoreOptions with = options.withOverrides(overrides());
        return file().map(with::withSettingsFile).orElse(with);
    }
}
