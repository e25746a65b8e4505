// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.simulation.inverter;

import java.util.List;
import java.util.Optional;

/** What hangs on a simulated RTU line: a slave, or several. */
public interface Station {
    /**
     * Hears bytes.
     *
     * @return the answer's bytes when a request for this station is complete and it cares to answer
     */
    Optional<byte[]> hear(byte[] bytes, int count);

    /** Silence on the wire: what was heard so far is no request. */
    void silence();

    /** Several slaves on one line: each hears everything, the one that is meant answers. */
    static Station multiDrop(List<RtuSlave> slaves) {
        return new Station() {
            @Override
            public Optional<byte[]> hear(byte[] bytes, int count) {
                Optional<byte[]> answer = Optional.empty();
                for (RtuSlave slave : slaves) {
                    Optional<byte[]> own = slave.hear(bytes, count);
                    answer = answer.or(() -> own);
                }
                return answer;
            }

            @Override
            public void silence() {
                slaves.forEach(RtuSlave::silence);
            }
        };
    }
}
