// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.frame;

import java.util.function.Consumer;
import java.util.function.Function;

import org.pigenny.core.api.Core;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.Outcome;

/** How a page asks the core for something. Answers come back on the screen's thread; nothing here waits. */
public interface Asks {
    /** Asks, and says the answer in a toast. */
    void submit(Command command);

    /** Asks something of the core that may take a while. A failure is said in a toast, and {@code then} is not called. */
    <T> void fetch(Function<Core, T> question, Consumer<T> then);

    /** A change of settings or the like: says the answer in a toast, and tells {@code then} whether it was accepted. */
    void change(Function<Core, Outcome> change, Consumer<Boolean> then);
}
