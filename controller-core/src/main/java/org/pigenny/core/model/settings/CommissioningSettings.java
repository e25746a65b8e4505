// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.model.settings;

/**
 * `[commissioning]`
 *
 * @param required whether nothing starts by itself before the commissioning is finished; the shipped settings file says so
 */
public record CommissioningSettings(boolean required) {
    public static CommissioningSettings defaults() {
        return new CommissioningSettings(false);
    }
}
