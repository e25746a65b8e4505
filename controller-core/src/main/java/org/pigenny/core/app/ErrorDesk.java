// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app;

import java.util.function.Consumer;
import org.pigenny.core.app.setup.Commissioner;
import org.pigenny.core.model.GeneratorState;
import org.pigenny.core.model.Origin;

/**
 * The controller as the commissioning knows it.
 *
 * @param resetting asks control to reset its error
 */
record ErrorDesk(CoreState state, Consumer<Origin> resetting) implements Commissioner.Controller {
    @Override
    public boolean inError() {
        return state.control.get().state() == GeneratorState.ERROR;
    }

    @Override
    public void reset(Origin who) {
        resetting.accept(who);
    }
}
