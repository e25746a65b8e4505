// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.settings;

import java.util.Optional;
import java.util.stream.Stream;
import org.pigenny.core.text.Phrases;
import org.pigenny.kiosk.present.Numbers;

/** A setting and its value in the words and units of the screen, also where only the file's are known. */
final class SettingWords {
    private static final String WORDS = "ui.set.";

    private SettingWords() {}

    /** The name of a setting; its key when the screen has none for it. */
    static String name(Phrases words, String key) {
        return item(key).map(item -> words.say(WORDS + key)).orElse(key);
    }

    /** @param value as the settings file writes it */
    static String value(Phrases words, String key, String value) {
        return item(key).map(item -> value(words, item, value)).orElse(value);
    }

    private static String value(Phrases words, Item item, String value) {
        return switch (item.kind()) {
            case Item.Kind.Amount amount -> amount(words, amount, value);
            case Item.Kind.Flag flag -> words.say(Boolean.parseBoolean(value) ? "ui.set.on" : "ui.set.off");
            case Item.Kind.Choice choice -> choice.options().contains(value)
                    ? words.say(WORDS + item.key() + "." + value)
                    : value;
            case Item.Kind.Zone zone -> value.isEmpty() ? words.say("ui.zone.system") : value;
            case Item.Kind.Clock clock -> value;
        };
    }

    private static String amount(Phrases words, Item.Kind.Amount amount, String value) {
        try {
            double shown = Double.parseDouble(value) / amount.factor();
            Numbers numbers = new Numbers(words.locale());
            String number = Math.rint(shown) == shown ? numbers.whole(shown) : numbers.oneDecimal(shown);
            return (number + " " + amount.unit()).strip();
        } catch (NumberFormatException e) {
            // A file may have held anything: then that is what is shown.
            return value;
        }
    }

    private static Optional<Item> item(String key) {
        return Stream.of(Catalog.EVERYDAY, Catalog.INSTALLER, Catalog.SCREEN)
                .flatMap(items -> items.stream())
                .filter(item -> item.key().equals(key))
                .findFirst();
    }
}
