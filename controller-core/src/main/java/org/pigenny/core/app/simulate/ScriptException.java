// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.app.simulate;

/** A script that cannot be read; the message names the line, the column and what is allowed. */
public final class ScriptException extends Exception {
    private static final long serialVersionUID = 1;

    public ScriptException(String message) {
        super(message);
    }

    static ScriptException at(int line, String message) {
        return new ScriptException("line " + line + ": " + message);
    }
}
