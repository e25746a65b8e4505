// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.line;

import java.io.IOException;
import org.pigenny.core.model.Message;

/** A line cannot be opened, in words for a person. */
public final class LineTrouble extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Message message;

    public LineTrouble(Message message) {
        super(message.key() + " " + message.args());
        this.message = message;
    }

    public Message words() {
        return message;
    }
}
