// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.pigenny.core.text.Phrases;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code pigenny kiosk}: the screen and the core in one process. */
@Command(name = "kiosk", mixinStandardHelpOptions = true, description = "Runs the controller with its screen. The default.")
public final class KioskCommand implements Callable<Integer> {
    private final CoreStarter starter;

    @Option(names = "--demo", description = "Run on a simulated plant: nothing real is touched.")
    private boolean demo;

    @Option(names = "--replay", paramLabel = "FILE", description = "Replay a recorded day through the simulated inverter.")
    private @Nullable Path replay;

    @Option(names = "--speed", paramLabel = "N", description = "How much faster than life the simulated day runs.")
    private @Nullable Double speed;

    @Option(names = "--windowed", paramLabel = "WxH", arity = "0..1", fallbackValue = "800x480", converter = SizeOfWindow.class, description = "Show a window, 800x480 unless told, in place of the whole screen.")
    private KioskOptions.@Nullable Window window;

    @Option(names = "--settings", paramLabel = "FILE", description = "Settings file in place of the installed one.")
    private @Nullable Path settings;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Override one setting. May be repeated.")
    private List<String> overrides = new ArrayList<>();

    @Option(names = "--soc-start", paramLabel = "PERCENT", description = "Short for --set generator.soc.start=PERCENT.")
    private @Nullable String socStart;

    @Option(names = "--soc-stop", paramLabel = "PERCENT", description = "Short for --set generator.soc.stop=PERCENT.")
    private @Nullable String socStop;

    @Option(names = "--log-interval", paramLabel = "SECONDS", description = "Short for --set logging.csv_interval_s=SECONDS.")
    private @Nullable String logInterval;

    public KioskCommand(CoreStarter starter) {
        this.starter = starter;
    }

    @Override
    public Integer call() throws Exception {
        ScreenPulse pulse = new ScreenPulse();
        try (CoreStarter.Running running = starter.start(options(), pulse::loop)) {
            return KioskApp.run(running.core(), options(), pulse);
        } catch (CoreStarter.CannotStart e) {
            System.err.println(new Phrases(Locale.ENGLISH, ZoneId.systemDefault()).say(e.words()));
            return 1;
        }
    }

    /** Everything asked for, short forms resolved. */
    KioskOptions options() {
        List<String> all = new ArrayList<>(overrides);
        addShort(all, "generator.soc.start", socStart);
        addShort(all, "generator.soc.stop", socStop);
        addShort(all, "logging.csv_interval_s", logInterval);
        return new KioskOptions(demo, Optional.ofNullable(replay),
                speed == null ? OptionalDouble.empty() : OptionalDouble.of(speed), Optional.ofNullable(window),
                Optional.ofNullable(settings), all);
    }

    private static void addShort(List<String> all, String key, @Nullable String value) {
        if (value != null) {
            all.add(key + "=" + value);
        }
    }

    /** "1024x600". */
    static final class SizeOfWindow implements ITypeConverter<KioskOptions.Window> {
        @Override
        public KioskOptions.Window convert(String text) {
            String[] sides = text.toLowerCase(Locale.ROOT).split("x", 2);
            try {
                int width = Integer.parseInt(sides[0]);
                int height = Integer.parseInt(sides[1]);
                if (width >= 320 && height >= 320) {
                    return new KioskOptions.Window(width, height);
                }
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new TypeConversionException(wrong(text));
            }
            throw new TypeConversionException(wrong(text));
        }

        private static String wrong(String text) {
            return "'" + text + "' is not a size of at least 320x320, such as 1024x600";
        }
    }
}
