// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pigenny.core.model.Message;

/** The type of a setting: what is allowed, and how a text becomes the one way of writing that value. */
sealed interface Kind {
    /** The value in its one way of writing, or empty when it is not allowed. */
    Optional<String> canonical(String text);

    Message allowed();

    /** Whether a TOML value of this shape may stand for it. */
    boolean takes(Shape shape);

    record Flag() implements Kind {
        @Override
        public Optional<String> canonical(String text) {
            String lower = text.strip().toLowerCase(Locale.ROOT);
            return lower.equals("true") || lower.equals("false") ? Optional.of(lower) : Optional.empty();
        }

        @Override
        public Message allowed() {
            return Message.of("settings.allowed.flag");
        }

        @Override
        public boolean takes(Shape shape) {
            return shape == Shape.FLAG || shape == Shape.ANY;
        }
    }

    record Decimal(double min, double max, boolean whole) implements Kind {
        @Override
        public Optional<String> canonical(String text) {
            try {
                double value = Double.parseDouble(text.strip());
                boolean fits = value >= min && value <= max && (!whole || value == Math.rint(value));
                return fits ? Optional.of(plain(value)) : Optional.empty();
            } catch (NumberFormatException notANumber) {
                return Optional.empty();
            }
        }

        static String plain(double value) {
            String text = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
            return text.equals("-0") ? "0" : text;
        }

        @Override
        public Message allowed() {
            return Message.of(whole ? "settings.allowed.whole" : "settings.allowed.number", plain(min), plain(max));
        }

        @Override
        public boolean takes(Shape shape) {
            return shape == Shape.NUMBER || shape == Shape.ANY;
        }
    }

    record Choice(List<String> words) implements Kind {
        @Override
        public Optional<String> canonical(String text) {
            return words.contains(text.strip()) ? Optional.of(text.strip()) : Optional.empty();
        }

        @Override
        public Message allowed() {
            return Message.of("settings.allowed.choice", String.join(", ", words));
        }

        @Override
        public boolean takes(Shape shape) {
            return shape == Shape.TEXT || shape == Shape.ANY;
        }
    }

    record Text(boolean mayBeEmpty) implements Kind {
        private static final int LONGEST = 1000;

        @Override
        public Optional<String> canonical(String text) {
            boolean fits = text.length() <= LONGEST && (mayBeEmpty || !text.isBlank())
                    && text.chars().noneMatch(Character::isISOControl);
            return fits ? Optional.of(text) : Optional.empty();
        }

        @Override
        public Message allowed() {
            return Message.of(mayBeEmpty ? "settings.allowed.text" : "settings.allowed.some_text");
        }

        @Override
        public boolean takes(Shape shape) {
            return shape == Shape.TEXT || shape == Shape.ANY;
        }
    }

    record TimeOfDay() implements Kind {
        @Override
        public Optional<String> canonical(String text) {
            try {
                return Optional.of(LocalTime.parse(text.strip()).toString());
            } catch (DateTimeException notATime) {
                return Optional.empty();
            }
        }

        @Override
        public Message allowed() {
            return Message.of("settings.allowed.time");
        }

        @Override
        public boolean takes(Shape shape) {
            return shape == Shape.TEXT || shape == Shape.MOMENT || shape == Shape.ANY;
        }
    }

    record Date() implements Kind {
        @Override
        public Optional<String> canonical(String text) {
            try {
                return Optional.of(LocalDate.parse(text.strip()).toString());
            } catch (DateTimeException notADate) {
                return Optional.empty();
            }
        }

        @Override
        public Message allowed() {
            return Message.of("settings.allowed.date");
        }

        @Override
        public boolean takes(Shape shape) {
            return shape == Shape.TEXT || shape == Shape.MOMENT || shape == Shape.ANY;
        }
    }

    record Zone() implements Kind {
        @Override
        public Optional<String> canonical(String text) {
            String zone = text.strip();
            try {
                return Optional.of(zone.isEmpty() ? "" : ZoneId.of(zone).getId());
            } catch (DateTimeException notAZone) {
                return Optional.empty();
            }
        }

        @Override
        public Message allowed() {
            return Message.of("settings.allowed.zone");
        }

        @Override
        public boolean takes(Shape shape) {
            return shape == Shape.TEXT || shape == Shape.ANY;
        }
    }

    /** Written as 8081, 8082; brackets around are accepted. */
    record Ports(int count) implements Kind {
        private static final Decimal PORT = new Decimal(0, 65535, true);

        @Override
        public Optional<String> canonical(String text) {
            List<Optional<String>> ports = Arrays.stream(text.replaceAll("[\\[\\]\\s]", "").split(",", -1))
                    .map(PORT::canonical)
                    .toList();
            return ports.size() == count && ports.stream().allMatch(Optional::isPresent)
                    ? Optional.of(ports.stream().map(Optional::orElseThrow).collect(Collectors.joining(", ")))
                    : Optional.empty();
        }

        @Override
        public Message allowed() {
            return Message.of("settings.allowed.ports", Integer.toString(count));
        }

        @Override
        public boolean takes(Shape shape) {
            return shape == Shape.LIST || shape == Shape.ANY;
        }
    }
}
