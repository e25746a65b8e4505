// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.sequence;

import org.pigenny.olimex.protocol.FaultCode;

/** What is wrong, with a text for a person. */
public record Fault(FaultCode code, String text) {}
