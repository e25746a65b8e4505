// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pigenny.core.control.Request;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.Origin;

class ControlCellTest {
    private final ControlCell cell = new ControlCell(Map.of());

    @Test
    void a_stop_waits_until_the_tick_takes_it_so_that_nobody_is_promised_a_start() {
        assertFalse(cell.stopWaits());
        assertTrue(cell.ask(new Request(new Command.Stop(), Origin.SCREEN)));
        assertTrue(cell.stopWaits());
        assertTrue(cell.ask(new Request(new Command.StartUntilStopped(), Origin.SCREEN)));
        assertTrue(cell.stopWaits());
        cell.take();
        assertFalse(cell.stopWaits());
    }
}
