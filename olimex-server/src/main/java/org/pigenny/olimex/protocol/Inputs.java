// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.protocol;

/**
 * One reading of the input register.
 *
 * @param raw the four bits, 0 to 15, or {@value #UNREADABLE} when the board could not be read
 */
public record Inputs(int raw) {
    /** What {@link #raw} holds when nothing could be read. */
    public static final int UNREADABLE = -1;
    public static final Inputs UNKNOWN = new Inputs(UNREADABLE);

    private static final Inputs[] KNOWN = new Inputs[16];

    static {
        for (int raw = 0; raw < KNOWN.length; raw++) {
            KNOWN[raw] = new Inputs(raw);
        }
    }

    public Inputs {
        if (raw < UNREADABLE || raw > 0x0F) {
            throw new IllegalArgumentException("inputs are four bits, not " + raw);
        }
    }

    /** Of the register's byte; bits above the four inputs mean nothing. */
    public static Inputs of(int register) {
        return KNOWN[register & 0x0F];
    }

    public boolean known() {
        return raw != UNREADABLE;
    }

    public Sensed sense(Input input) {
        if (!known()) {
            return Sensed.UNKNOWN;
        }
        return (raw & input.bit()) != 0 ? Sensed.ON : Sensed.OFF;
    }

    public boolean on(Input input) {
        return sense(input) == Sensed.ON;
    }

    public boolean off(Input input) {
        return sense(input) == Sensed.OFF;
    }

    /** Whether every wired input was read and is off. */
    public boolean allOff() {
        return known() && (raw & Input.WIRED) == 0;
    }

    /** {@code IN1=0 IN2=1 IN3=0 IN4=0 raw=2}, or {@code ERROR}. */
    public String describe() {
        if (!known()) {
            return "ERROR";
        }
        StringBuilder line = new StringBuilder();
        for (Input input : Input.values()) {
            line.append("IN").append(input.number()).append(on(input) ? "=1 " : "=0 ");
        }
        return line.append("raw=").append(raw).toString();
    }

    /** Reads what {@link #describe} wrote; anything else is unknown. */
    public static Inputs parse(String described) {
        int at = described.lastIndexOf("raw=");
        if (at < 0) {
            return UNKNOWN;
        }
        try {
            int raw = Integer.parseInt(described.substring(at + 4).trim());
            return raw >= 0 && raw <= 0x0F ? of(raw) : UNKNOWN;
        } catch (NumberFormatException e) {
            return UNKNOWN;
        }
    }
}
