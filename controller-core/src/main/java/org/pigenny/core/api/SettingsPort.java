// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.pigenny.core.model.Origin;
import org.pigenny.core.model.Outcome;

/** Settings as a person changes them: validated by the same code as the file. */
public interface SettingsPort {
    /** Every key with its effective value. */
    List<Entry> entries();

    /** What a setting does, in plain words; empty when nobody wrote any. */
    default String help(String key) {
        return "";
    }

    /** Changes keys together, or refuses all with a message that names key, value and what is allowed. */
    Outcome change(Map<String, String> changes, Origin origin);

    List<Version> versions();

    Outcome rollBack(String versionId, Origin origin);

    /**
     * @param key such as generator.soc.start
     * @param source where the value came from: default, file, environment, command line, screen
     * @param allowed what is allowed, in words
     */
    record Entry(String key, String value, String defaultValue, String unit, String source, String allowed) {}

    record Version(String id, Instant at, Origin origin, List<Change> changes) {}

    record Change(String key, String before, String after) {}
}
