// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pigenny.core.control.condition.Finding;
import org.pigenny.core.control.condition.Latch;
import org.pigenny.core.model.RunReason;

/** The latch of each enabled condition. A condition that is switched off forgets its own. */
record Latches(Map<RunReason, Latch> all) {
    static final Latches NONE = new Latches(Map.of());

    static Latches of(List<Finding> findings) {
        Map<RunReason, Latch> all = new EnumMap<>(RunReason.class);
        findings.forEach(finding -> all.put(finding.reason(), finding.latch()));
        return new Latches(all);
    }

    Latch of(RunReason reason) {
        return all.getOrDefault(reason, Latch.OPEN);
    }
}
