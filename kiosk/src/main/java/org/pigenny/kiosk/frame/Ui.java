// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.frame;

import org.pigenny.core.text.Phrases;
import org.pigenny.core.time.TimeSource;
import org.pigenny.kiosk.theme.Icons;
import org.pigenny.kiosk.theme.Metrics;
import org.pigenny.kiosk.theme.Palette;

/**
 * What every view is built with.
 *
 * @param places on this machine
 * @param time real time, against which holds are measured
 */
public record Ui(Metrics metrics, Palette palette, Icons icons, Phrases words, TimeSource time, Asks asks,
        Overlays overlays, Places places) {
    public double px(double design) {
        return metrics.px(design);
    }

    public String say(String key) {
        return words.say(key);
    }
}
