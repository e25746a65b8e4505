// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.config;

/**
 * One value as somebody wrote it.
 *
 * @param place where in the source, such as "line 12"; empty when there is no finer place
 */
record Given(String key, String text, Shape shape, String place) {}
