// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

/** States of the controller (generator-control.md 1). */
public enum GeneratorState {
    IDLE, STARTING, RUNNING, STOPPING, ERROR_RECOVERY, ERROR, LOCKED_OUT, UNKNOWN
}
