// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.time.ZoneOffset;
import java.util.Locale;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Outcome;
import org.pigenny.core.text.Phrases;

/** English, for files and pages that tools read. */
final class Words {
    private static final Phrases ENGLISH = new Phrases(Locale.ENGLISH, ZoneOffset.UTC);

    private Words() {}

    static String english(Message message) {
        return ENGLISH.say(message);
    }

    static String english(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> english(accepted.text());
            case Outcome.Refused refused -> english(refused.why());
        };
    }
}
