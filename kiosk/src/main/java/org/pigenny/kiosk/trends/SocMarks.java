// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.trends;

import java.util.Optional;
import org.pigenny.core.model.settings.GeneratorSettings;

/** Where on the SOC scale the generator starts and stops, %. */
record SocMarks(double start, double stop) {
    static Optional<SocMarks> of(GeneratorSettings settings) {
        return settings.soc().enabled()
                ? Optional.of(new SocMarks(settings.soc().start(), settings.soc().stop()))
                : Optional.empty();
    }
}
