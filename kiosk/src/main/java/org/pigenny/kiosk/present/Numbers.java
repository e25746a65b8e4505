// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.present;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as a person of the language writes them: a real minus, a thin space between thousands. */
public final class Numbers {
    private static final char THIN_SPACE = '\u202f';
    private static final char MINUS = '\u2212';
    private static final double KILO = 1000;

    private final DecimalFormatSymbols symbols;

    public Numbers(Locale locale) {
        symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setGroupingSeparator(THIN_SPACE);
        symbols.setMinusSign(MINUS);
    }

    public String whole(double value) {
        return format("#,##0", 0, value);
    }

    public String count(long value) {
        return new DecimalFormat("#,##0", symbols).format(value);
    }

    public String oneDecimal(double value) {
        return format("#,##0.0", 1, value);
    }

    public String twoDecimals(double value) {
        return format("#,##0.00", 2, value);
    }

    /** Power with its sign, in W below 1 kW, else in kW: "+4.1 kW". */
    public String signedPower(double watts) {
        String number = Math.abs(watts) < KILO
                ? whole(Math.abs(watts)) + " W"
                : oneDecimal(Math.abs(watts) / KILO) + " kW";
        return (Math.round(watts) < 0 ? String.valueOf(MINUS) : "+") + number;
    }

    public String signedWhole(double value) {
        return (Math.round(value) < 0 ? "" : "+") + whole(value);
    }

    /** What rounds to nothing is nothing, and has no minus. */
    private String format(String pattern, int decimals, double value) {
        boolean nothing = Math.abs(value) * Math.pow(10, decimals) <= 0.5;
        return new DecimalFormat(pattern, symbols).format(nothing ? 0 : value);
    }
}
