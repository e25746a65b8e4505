// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.generator;

import java.util.List;
import java.util.Optional;
import org.pigenny.kiosk.control.PointList.Point;
import org.pigenny.kiosk.control.Sentence;
import org.pigenny.kiosk.control.SequenceBar.Segment;
import org.pigenny.kiosk.present.KeyState;

/**
 * Everything on the generator page.
 *
 * @param left time left in the live step, in words; empty when it has no end
 * @param leftOf the whole of it, in words
 * @param lamps relays then inputs, as read back; empty ones are not known
 * @param serviceNote under the service key
 * @param tank whether the size of a tank is set, so that its level can be
 * @param fuelPct level to begin with when somebody sets it, %
 * @param hold a hold on automatic starts that can be ended by hand
 */
record GeneratorPageState(Sentence state, String detail, String left, String leftOf, List<Segment> steps, String why,
        List<Point> points, List<Optional<Boolean>> lamps, KeyState key, boolean service, String serviceNote,
        boolean hold, List<UpkeepRow> upkeep, boolean tank, double fuelPct, StartFacts start) {
    /** One line of the table; a single value spans its columns. */
    record UpkeepRow(String name, List<String> values) {}
}
