// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.tools;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command line of a tool: {@code --name value} or {@code --name=value}. */
final class Words {
    private final Map<String, String> values = new HashMap<>();
    private boolean help;

    /** @throws UsageException for an option that is not among the known ones */
    Words(String[] args, List<String> known) throws UsageException {
        Deque<String> left = new ArrayDeque<>(Arrays.asList(args));
        while (!left.isEmpty()) {
            String word = left.removeFirst();
            int at = word.indexOf('=');
            String name = at > 0 ? word.substring(0, at) : word;
            if (name.equals("--help") || name.equals("-h")) {
                help = true;
            } else if (!known.contains(name)) {
                throw new UsageException("Unknown option '" + name + "', allowed: " + String.join(", ", known));
            } else if (at > 0) {
                values.put(name, word.substring(at + 1));
            } else if (left.isEmpty()) {
                throw new UsageException(name + " needs a value");
            } else {
                values.put(name, left.removeFirst());
            }
        }
    }

    boolean help() {
        return help;
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise, int least, int most) throws UsageException {
        String text = values.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below with the others.
        }
        throw new UsageException(name + " " + text + " is refused, allowed: " + least + " to " + most);
    }
}
