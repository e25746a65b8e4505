// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.home;

import org.pigenny.kiosk.frame.PageId;

/** What can be done from the home page. */
interface HomeActions {
    void start();

    void stop();

    void reset();

    void firstSteps();

    void turnTo(PageId page);
}
