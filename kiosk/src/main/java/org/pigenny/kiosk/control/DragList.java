// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * A list as long as anybody likes: it has nodes for the rows that are seen, and asks for more items when its end comes near.
 */
public final class DragList<T> extends Region {
    private static final int NEAR = 40;

    private final double rowHeight;
    private final Supplier<? extends Region> makeRow;
    private final BiConsumer<Region, T> fillRow;
    private final Runnable nearEnd;
    private final List<Region> rows = new ArrayList<>();
    private final List<T> items = new ArrayList<>();
    private final Rectangle mark = new Rectangle();
    private final Drag drag = new Drag(this, this::requestLayout);
    private boolean refreshed = true;

    /** @param nearEnd called whenever the last items are close; it may be called again before more have come */
    public DragList(double rowHeight, Supplier<? extends Region> makeRow, BiConsumer<Region, T> fillRow,
            Runnable nearEnd) {
        this.rowHeight = rowHeight;
        this.makeRow = makeRow;
        this.fillRow = fillRow;
        this.nearEnd = nearEnd;
        mark.getStyleClass().add("scroll-mark");
        mark.setManaged(false);
        getChildren().add(mark);
        setMinSize(0, 0);
    }

    /** Shows other items, from their beginning. */
    public void setItems(List<? extends T> all) {
        items.clear();
        items.addAll(all);
        drag.inertia().jump(0);
        refresh();
    }

    public void append(List<? extends T> more) {
        items.addAll(more);
        refresh();
    }

    /** New items before all others; what is seen stays where it is, unless the top is seen. */
    public void prepend(List<? extends T> fresh) {
        items.addAll(0, fresh);
        double offset = drag.inertia().offset();
        drag.inertia().setMost(items.size() * rowHeight);
        if (offset > 0) {
            drag.inertia().jump(offset + fresh.size() * rowHeight);
        }
        refresh();
    }

    public int size() {
        return items.size();
    }

    public T item(int index) {
        return items.get(index);
    }

    public double offset() {
        return drag.inertia().offset();
    }

    /** Moves as a finger would, at once. */
    public void scrollTo(double offset) {
        drag.inertia().jump(offset);
        requestLayout();
    }

    private void refresh() {
        refreshed = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double whole = items.size() * rowHeight;
        drag.inertia().setMost(whole - getHeight());
        double offset = drag.inertia().offset();
        int first = (int) (offset / rowHeight);
        makeRows((int) (getHeight() / rowHeight) + 2);
        for (int i = 0; i < rows.size(); i++) {
            Region row = rows.get(Math.floorMod(first + i, rows.size()));
            int index = first + i;
            boolean there = index < items.size();
            row.setVisible(there);
            if (there) {
                fill(row, index);
                row.resizeRelocate(0, Math.rint(index * rowHeight - offset), getWidth() - 8, rowHeight);
            }
        }
        refreshed = false;
        ScrollMark.place(mark, getWidth(), getHeight(), offset, whole);
        if (first + rows.size() + NEAR > items.size()) {
            nearEnd.run();
        }
    }

    private void fill(Region row, int index) {
        if (refreshed || !Integer.valueOf(index).equals(row.getUserData())) {
            row.setUserData(index);
            fillRow.accept(row, items.get(index));
        }
    }

    private void makeRows(int wanted) {
        while (rows.size() < wanted) {
            Region row = makeRow.get();
            row.setManaged(false);
            rows.add(row);
            getChildren().add(row);
            refreshed = true;
        }
    }
}
