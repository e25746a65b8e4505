// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

/** The answer to a command. */
public sealed interface Outcome {
    record Accepted(Message text) implements Outcome {}

    /** With the reason, in words for the person who asked. */
    record Refused(Message why) implements Outcome {}
}
