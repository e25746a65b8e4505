// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

/** Words with their weight. */
public record Sentence(String text, Tone tone) {}
