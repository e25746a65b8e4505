// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

/** How bad an event or an alarm is, mildest first. */
public enum Severity {
    INFO, WARNING, MINOR, MAJOR, CRITICAL
}
