// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.server;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The command line (relay-server.md 5). */
record Options(String host, int port, Optional<BoardKind> board, int i2cBus, Optional<String> stateDir,
        Optional<String> settingsFile, List<String> sets, boolean help, boolean version) {
    private static final int DEFAULT_PORT = 9999;
    private static final int MOST_BUSES = 255;

    enum BoardKind {
        MODIO, SIMULATED
    }

    /** @throws SettingsException naming the option and what is allowed */
    static Options parse(String[] args) throws SettingsException {
        Parser parser = new Parser();
        Deque<String> left = new ArrayDeque<>(Arrays.asList(args));
        while (!left.isEmpty()) {
            parser.take(left);
        }
        return parser.options();
    }

    private static final class Parser {
        private String host = "0.0.0.0";
        private int port = DEFAULT_PORT;
        private Optional<BoardKind> board = Optional.empty();
        private int bus;
        private Optional<String> stateDir = Optional.empty();
        private Optional<String> settings = Optional.empty();
        private final List<String> sets = new ArrayList<>();
        private boolean help;
        private boolean version;

        void take(Deque<String> left) throws SettingsException {
            String word = left.removeFirst();
            int at = word.indexOf('=');
            if (word.startsWith("--") && at > 0) {
                left.addFirst(word.substring(at + 1));
                word = word.substring(0, at);
            }
            switch (word) {
                case "--host" -> host = value(word, left);
                case "--port" -> port = number(word, value(word, left), 65_535);
                case "--board" -> board = Optional.of(board(value(word, left)));
                case "--i2c-bus" -> bus = number(word, value(word, left), MOST_BUSES);
                case "--state-dir" -> stateDir = Optional.of(value(word, left));
                case "--settings" -> settings = Optional.of(value(word, left));
                case "--set" -> sets.add(value(word, left));
                case "--help", "-h" -> help = true;
                case "--version" -> version = true;
                default -> throw new SettingsException("Unknown option '" + word + "' (--help lists all)");
            }
        }

        Options options() {
            return new Options(host, port, board, bus, stateDir, settings, List.copyOf(sets), help, version);
        }

        private static String value(String option, Deque<String> left) throws SettingsException {
            if (left.isEmpty()) {
                throw new SettingsException(option + " needs a value");
            }
            return left.removeFirst();
        }

        private static BoardKind board(String word) throws SettingsException {
            return switch (word) {
                case "modio" -> BoardKind.MODIO;
                case "simulated" -> BoardKind.SIMULATED;
                default -> throw new SettingsException("--board " + word + " is refused, allowed: modio, simulated");
            };
        }

        private static int number(String option, String text, int most) throws SettingsException {
            try {
                int number = Integer.parseInt(text);
                if (number >= 0 && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Refused below with the others.
            }
            throw new SettingsException(option + " " + text + " is refused, allowed: 0 to " + most);
        }
    }

    /** For {@code --help}. */
    static String usage() {
        StringBuilder text = new StringBuilder("""
                Usage: olimex-server [OPTION]...
                Owns the relays of the generator and keeps the engine safe.

                  --host ADDR        address to listen on (0.0.0.0: all)
                  --port N           TCP port (9999; 0: any free one)
                  --board KIND       modio or simulated (modio on the target hardware, else simulated)
                  --i2c-bus N        bus of the MOD-IO board, /dev/i2c-N (0)
                  --state-dir DIR    where run and engine state are kept (/var/lib/olimex-server)
                  --settings FILE    properties file (/etc/olimex-server.properties when it is there)
                  --set KEY=VALUE    overrides a setting, any number of times
                  --help             this text
                  --version          the version

                Settings and their defaults:
                """);
        for (Key key : Key.values()) {
            text.append(String.format("  %-20s %-8s %s%n", key.word(), key.byDefault(), key.allowed()));
        }
        return text.toString();
    }
}
