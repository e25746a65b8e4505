// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.state;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest value of something, readable at any time by anybody without waiting. */
public final class Published<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Published.class);

    private volatile T value;
    private final List<Consumer<? super T>> listeners = new CopyOnWriteArrayList<>();

    public Published(T first) {
        value = first;
    }

    public T get() {
        return value;
    }

    /** Listeners are called on the caller's thread; one that throws harms neither the caller nor the others. */
    public void set(T next) {
        update(old -> next);
    }

    public void update(UnaryOperator<T> change) {
        T next;
        synchronized (this) {
            next = change.apply(value);
            value = next;
        }
        tell(next);
    }

    /** Calls back after every change, on the changing thread; the callee must not block. */
    public Subscription subscribe(Consumer<? super T> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell(T next) {
        for (Consumer<? super T> listener : listeners) {
            try {
                listener.accept(next);
            } catch (RuntimeException e) {
                LOG.error("A listener failed on a new value", e);
            }
        }
    }

    /** Ends a subscription. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
