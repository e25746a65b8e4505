// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.util.function.Supplier;
import org.pigenny.core.api.Core;
import org.pigenny.core.model.Loop;
import org.pigenny.core.model.Message;

/** Starts the core that the screen looks at. */
public interface CoreStarter {
    /**
     * @param screen makes the loop by which the core supervises the screen
     * @throws CannotStart with words for a person
     */
    Running start(KioskOptions options, Supplier<Loop> screen) throws CannotStart;

    /** A core, and how to end it. */
    interface Running extends AutoCloseable {
        Core core();

        @Override
        void close();
    }

    /** The core could not be started at all; everything less is shown on the screen. */
    final class CannotStart extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Message words;

        public CannotStart(Message words) {
            super(words.key());
            this.words = words;
        }

        public Message words() {
            return words;
        }
    }
}
