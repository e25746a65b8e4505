// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.pigenny.core.model.EnginePhase;
import org.pigenny.olimex.protocol.Phase;

/** The model's phases and those of the wire (docs/decisions/0006). */
class PhaseVocabularyTest {
    @Test
    void both_lists_have_the_same_words_in_the_same_order() {
        assertEquals(Arrays.stream(Phase.values()).map(Enum::name).toList(),
                Arrays.stream(EnginePhase.values()).map(Enum::name).toList());
    }
}
