// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * A list as long as anybody likes: it has nodes for the rows that are seen, and tells its source which they are, so that the source needs
 * to hold no more than those.
 */
public final class DragList<T> extends Region {
    /** Where the rows come from. */
    public interface Source<T> {
        /** How many rows are known so far. */
        int size();

        /** A row, or nothing while it is being fetched. */
        Optional<T> item(int index);

        /** These rows are seen; called whenever they may have changed. */
        void seen(int first, int last);
    }

    private double rowHeight;
    private final Supplier<? extends Region> makeRow;
    private final BiConsumer<Region, T> fillRow;
    private final Source<T> source;
    private final List<Region> rows = new ArrayList<>();
    private final Rectangle mark = new Rectangle();
    private final Drag drag = new Drag(this, this::requestLayout);
    private boolean refreshed = true;

    public DragList(double rowHeight, Supplier<? extends Region> makeRow, BiConsumer<Region, T> fillRow,
            Source<T> source) {
        this.rowHeight = rowHeight;
        this.makeRow = makeRow;
        this.fillRow = fillRow;
        this.source = source;
        mark.getStyleClass().add("scroll-mark");
        mark.setManaged(false);
        getChildren().add(mark);
        setMinSize(0, 0);
    }

    /** Shows the source from its beginning. */
    public void restart() {
        drag.inertia().jump(0);
        refresh();
    }

    /** Other rows may need another height. */
    public void rowHeight(double height) {
        rowHeight = height;
        refresh();
    }

    /** The source has other rows than before. */
    public void refresh() {
        refreshed = true;
        requestLayout();
    }

    /** The source has new rows before all others; what is seen stays where it is, unless the top is seen. */
    public void prepended(int fresh) {
        double offset = drag.inertia().offset();
        drag.inertia().setMost(source.size() * rowHeight);
        if (offset > 0) {
            drag.inertia().jump(offset + fresh * rowHeight);
        }
        refresh();
    }

    public int size() {
        return source.size();
    }

    /** @throws java.util.NoSuchElementException while it is being fetched */
    public T item(int index) {
        return source.item(index).orElseThrow();
    }

    public double offset() {
        return drag.inertia().offset();
    }

    /** Moves as a finger would, at once. */
    public void scrollTo(double offset) {
        drag.inertia().jump(offset);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double whole = source.size() * rowHeight;
        drag.inertia().setMost(whole - getHeight());
        double offset = drag.inertia().offset();
        int first = (int) (offset / rowHeight);
        makeRows((int) (getHeight() / rowHeight) + 2);
        for (int i = 0; i < rows.size(); i++) {
            Region row = rows.get(Math.floorMod(first + i, rows.size()));
            int index = first + i;
            Optional<T> item = index < source.size() ? source.item(index) : Optional.empty();
            row.setVisible(item.isPresent());
            if (item.isPresent()) {
                fill(row, index, item.get());
                row.resizeRelocate(0, Math.rint(index * rowHeight - offset), getWidth() - 8, rowHeight);
            }
        }
        refreshed = false;
        ScrollMark.place(mark, getWidth(), getHeight(), offset, whole);
        source.seen(first, first + rows.size());
    }

    private void fill(Region row, int index, T item) {
        if (refreshed || !Integer.valueOf(index).equals(row.getUserData())) {
            row.setUserData(index);
            fillRow.accept(row, item);
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
