// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.board;

/** One transaction with the relay board failed. */
public final class BoardException extends Exception {
    private static final long serialVersionUID = 1L;

    public BoardException(String message) {
        super(message);
    }

    public BoardException(String message, Throwable cause) {
        super(message, cause);
    }
}
