// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.util.List;
import org.pigenny.core.control.Step;
import org.pigenny.core.model.Loop;

/** What the control service runs, made anew at each of its starts: the safe mode of the devices, the decision. */
final class ControlFloor {
    private final CoreOptions options;
    private final CoreState state;
    private final ControlCell cell;
    private final RelaySwitch relay;
    private final SettingsKeeper keeper;
    private final MemoryFile memory;

    ControlFloor(CoreOptions options, CoreState state, ControlCell cell, RelaySwitch relay, SettingsKeeper keeper,
            MemoryFile memory) {
        this.options = options;
        this.state = state;
        this.cell = cell;
        this.relay = relay;
        this.keeper = keeper;
        this.memory = memory;
    }

    List<Loop> loops() {
        cell.restart();
        return List.of(new SafeModeLoop(state), new ControlLoop(cell, state::freeze, keeper::forTick, relay,
                this::decided, state.control::set, state.events, options.plant(), options.real()));
    }

    private void decided(Step step) {
        memory.offer(cell, step);
        keeper.ticked();
    }
}
