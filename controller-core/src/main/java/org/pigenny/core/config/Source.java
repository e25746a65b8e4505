// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

/** Where a value came from, weakest first. */
public enum Source {
    DEFAULT("default"), FILE("file"), SCREEN("screen"), ENVIRONMENT("environment"), COMMAND_LINE("command line");

    private final String word;

    Source(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
