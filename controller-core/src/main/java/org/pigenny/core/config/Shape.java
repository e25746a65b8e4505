// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

/** How a value was written: TOML tells numbers from text, an environment variable does not. */
enum Shape {
    FLAG, NUMBER, TEXT, MOMENT, LIST, TABLE, ANY
}
