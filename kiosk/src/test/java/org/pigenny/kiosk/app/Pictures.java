// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.pigenny.kiosk.fake.House;
import org.pigenny.kiosk.fake.Houses;
import org.pigenny.kiosk.frame.Places;
import org.pigenny.kiosk.theme.Theme;

/**
 * Draws the screen into PNG files: those of the manual; and every page in every state at every size in both themes and both
 * languages, every part and panel of a page at the smallest lying and at the standing size, and sheets with all states of
 * one page side by side.
 */
public final class Pictures {
    private record Size(int width, int height) {
        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    private record Shot(View view, String state, Size size, Theme theme, String language) {
        String sheet() {
            return "%s-%s-%s-%s.png".formatted(view.name(), size, look(theme), language);
        }

        String name() {
            return "%s-%s-%s-%s-%s.png".formatted(view.name(), state, size, look(theme), language);
        }
    }

    private static final Size SMALL = new Size(800, 480);
    private static final Size STANDING = new Size(720, 1280);
    private static final List<Size> SIZES = List.of(SMALL, new Size(1024, 600), new Size(1280, 720),
            new Size(1280, 800), STANDING);
    private static final List<String> LANGUAGES = List.of("en", "de");
    private static final List<Shot> MANUAL = List.of(manual("home", "idle", SMALL, Theme.DAY),
            manual("home", "charging", SMALL, Theme.NIGHT), manual("home", "error", SMALL, Theme.NIGHT),
            manual("home", "stale", SMALL, Theme.NIGHT), manual("home", "frozen", SMALL, Theme.NIGHT),
            manual("home", "forecast", STANDING, Theme.NIGHT), manual("generator", "warmup", SMALL, Theme.NIGHT),
            manual("generator", "service", SMALL, Theme.DAY), manual("generator-start", "idle", SMALL, Theme.DAY),
            manual("generator-hours", "idle", SMALL, Theme.DAY), manual("generator-fuel", "idle", SMALL, Theme.DAY),
            manual("trends", "idle", SMALL, Theme.NIGHT), manual("log", "idle", SMALL, Theme.NIGHT),
            manual("log-runs", "idle", SMALL, Theme.NIGHT), manual("alarms", "error", SMALL, Theme.NIGHT),
            manual("settings", "idle", SMALL, Theme.DAY), manual("settings-screen", "idle", SMALL, Theme.DAY),
            manual("settings-versions", "idle", SMALL, Theme.DAY), manual("settings-pin", "charging", SMALL, Theme.DAY),
            manual("diagnostics", "idle", SMALL, Theme.NIGHT),
            manual("diagnostics-registers", "idle", SMALL, Theme.NIGHT),
            manual("diagnostics-reboot-word", "idle", SMALL, Theme.NIGHT),
            manual("home", "uncommissioned", SMALL, Theme.NIGHT),
            manual("commission-ports", "uncommissioned", SMALL, Theme.DAY),
            manual("commission-wiring", "uncommissioned", SMALL, Theme.DAY),
            manual("commission-thresholds", "uncommissioned", SMALL, Theme.DAY),
            manual("commission-end", "uncommissioned", SMALL, Theme.DAY), manual("backup", "idle", SMALL, Theme.DAY),
            manual("trends-year", "idle", SMALL, Theme.DAY));

    private Pictures() {}

    /**
     * @param args the manual's folder, or "-" for none; the folder of all others, or "-"; then words that a picture's name
     *        must contain
     */
    public static void main(String[] args) throws Exception {
        try {
            FxThread.start();
            List<String> words = List.of(args).subList(2, args.length);
            if (!args[0].equals("-")) {
                drawManual(Path.of(args[0]));
            }
            if (!args[1].equals("-")) {
                drawAll(Path.of(args[1]), words);
            }
        } finally {
            Platform.exit();
        }
    }

    private static Shot manual(String view, String state, Size size, Theme theme) {
        View found = Stream.concat(View.ALL.stream(), View.CARE.stream())
                .filter(one -> one.name().equals(view))
                .findFirst()
                .orElseThrow();
        return new Shot(found, state, size, theme, "en");
    }

    private static void drawManual(Path folder) throws Exception {
        for (Shot shot : MANUAL) {
            BufferedImage image = take(shot).orElseThrow();
            Picture.write(image,
                    folder.resolve("%s-%s-%d.png".formatted(shot.view().name(), shot.state(), shot.size().width())));
        }
        System.out.println(MANUAL.size() + " pictures of the manual in " + folder);
    }

    private static void drawAll(Path folder, List<String> words) throws Exception {
        Map<String, List<BufferedImage>> sheets = new LinkedHashMap<>();
        int count = 0;
        for (Shot shot : shots()) {
            if (words.stream().allMatch(shot.name()::contains)) {
                Optional<BufferedImage> image = take(shot);
                if (image.isPresent()) {
                    count++;
                    Picture.write(image.get(), folder.resolve(shot.name()));
                    sheets.computeIfAbsent(shot.sheet(), name -> new ArrayList<>()).add(image.get());
                }
            }
            if (sheets.size() > 1) {
                Map.Entry<String, List<BufferedImage>> full = sheets.entrySet().iterator().next();
                write(full, folder);
                sheets.remove(full.getKey());
            }
        }
        for (Map.Entry<String, List<BufferedImage>> last : sheets.entrySet()) {
            write(last, folder);
        }
        System.out.println(count + " pictures in " + folder + ", and all states side by side in its folder sheets");
    }

    private static void write(Map.Entry<String, List<BufferedImage>> sheet, Path folder) throws IOException {
        Picture.write(Sheet.of(sheet.getValue()), folder.resolve("sheets").resolve(sheet.getKey()));
    }

    /** States last, so that those of one sheet come one after the other. */
    private static List<Shot> shots() {
        List<Shot> all = new ArrayList<>();
        for (View view : Stream.concat(View.ALL.stream(), View.CARE.stream()).toList()) {
            boolean page = view.touches().isEmpty();
            for (Size size : page ? SIZES : List.of(SMALL, STANDING)) {
                for (Theme theme : Theme.values()) {
                    for (String language : LANGUAGES) {
                        for (String state : page
                                ? Houses.all().keySet()
                                : List.of("idle", "charging", "error", "uncommissioned")) {
                            all.add(new Shot(view, state, size, theme, language));
                        }
                    }
                }
            }
        }
        return all;
    }

    private static Optional<BufferedImage> take(Shot shot) throws Exception {
        House house = Objects.requireNonNull(Houses.all().get(shot.state()), shot.state())
                .get()
                .screen(look(shot.theme()), shot.language());
        Path own = Files.createTempDirectory("pictures");
        Places places = new Places(own, List.of(), own.resolve("none"), Path.of("/"));
        try (Exhibit exhibit = Exhibit.of(shot.view(), house, places, shot.size().width(), shot.size().height())) {
            return exhibit == null
                    ? Optional.empty()
                    : Optional.of(FxThread.call(() -> Picture.of(exhibit.scene())));
        }
    }

    private static String look(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }
}
