// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.protocol;

/** What is known of one input. Unknown is a value of its own: an unreadable board never reads as "stopped". */
public enum Sensed {
    ON, OFF, UNKNOWN
}
