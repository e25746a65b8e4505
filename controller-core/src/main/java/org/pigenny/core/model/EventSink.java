// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model;

/** Takes events. Never blocks and never throws: a full or broken log stops no control. */
public interface EventSink {
    void record(Event event);
}
