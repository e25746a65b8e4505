// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.home;

import java.util.List;
import java.util.OptionalDouble;

import org.pigenny.kiosk.control.FlowLine.Flow;
import org.pigenny.kiosk.control.Sentence;
import org.pigenny.kiosk.control.SequenceBar.Segment;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.control.Value;
import org.pigenny.kiosk.present.KeyState;
import org.pigenny.kiosk.present.LogLine;

/**
 * Everything on the home page, in words and numbers as they are shown.
 *
 * @param socPercent where the ring's arc ends; empty draws none
 * @param marks where the generator starts and stops, %
 * @param volts for the band; empty when not live
 * @param flows from left to right: generator to battery, battery to house, house to solar
 */
public record HomeState(Value soc, OptionalDouble socPercent, Tone socTone, List<Double> marks, Value battery,
        OptionalDouble volts, Value solar, Value house, Value generator, List<Flow> flows, Sentence state,
        String detail, List<Segment> steps, String why, KeyState key, List<LogLine> newest) {}
