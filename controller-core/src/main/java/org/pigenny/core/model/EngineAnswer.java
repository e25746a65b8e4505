// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

/** The relay server's answer to a command, the newest one. */
public record EngineAnswer(EngineCommand command, boolean accepted, String text, long atNanos) {}
