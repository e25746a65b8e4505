// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.profile;

import java.util.ArrayList;
import java.util.List;

/** Which half of a value of several registers comes first. */
public enum WordOrder {
    LOW, HIGH;

    long join(List<Integer> words) {
        long value = 0;
        for (int word : this == HIGH ? words : words.reversed()) {
            value = (value << 16) | word;
        }
        return value;
    }

    /** The registers of a whole number. */
    public List<Integer> split(long value, int words) {
        List<Integer> split = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            split.add((int) (value >>> (16 * i)) & 0xFFFF);
        }
        return this == LOW ? split : split.reversed();
    }
}
