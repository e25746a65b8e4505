// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.control;

import org.pigenny.core.model.Command;
import org.pigenny.core.model.Origin;

/** A command and who gave it. */
public record Request(Command command, Origin origin) {}
