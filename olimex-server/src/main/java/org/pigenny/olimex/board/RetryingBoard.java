// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.olimex.board;

import org.pigenny.olimex.protocol.Inputs;

/** Tries each transaction a bounded number of times, at once: a disturbed bus is often well again a millisecond later. */
public final class RetryingBoard implements Board {
    private static final int TRIES = 3;

    private final Board board;
    private long retries;

    public RetryingBoard(Board board) {
        this.board = board;
    }

    @Override
    public Inputs read() throws BoardException {
        for (int left = TRIES - 1;; left--) {
            try {
                return board.read();
            } catch (BoardException e) {
                giveUpAfter(left, e);
            }
        }
    }

    @Override
    public void write(int relays) throws BoardException {
        for (int left = TRIES - 1;; left--) {
            try {
                board.write(relays);
                return;
            } catch (BoardException e) {
                giveUpAfter(left, e);
            }
        }
    }

    private void giveUpAfter(int left, BoardException e) throws BoardException {
        if (left == 0) {
            throw e;
        }
        retries++;
    }

    /** Transactions that had to be repeated so far. */
    public long retries() {
        return retries;
    }

    @Override
    public boolean simulated() {
        return board.simulated();
    }

    @Override
    public String name() {
        return board.name();
    }

    @Override
    public void close() {
        board.close();
    }
}
