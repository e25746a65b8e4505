// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

import javafx.scene.Group;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

/** The icons of the assets as nodes, stroked by the style class {@code icon-path}. */
public final class Icons {
    private static final double GRID = 24;
    private static final double STROKE = 1.8;

    private final Properties paths = new Properties();

    public Icons() {
        try (InputStream in = Icons.class.getResourceAsStream("/org/pigenny/assets/icons/icons.properties")) {
            paths.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param size of the square it fills, px */
    public Group icon(String name, double size) {
        String path = paths.getProperty(name);
        if (path == null) {
            throw new IllegalArgumentException("no icon is called " + name);
        }
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.setStrokeWidth(STROKE);
        shape.getStyleClass().add("icon-path");
        Rectangle box = new Rectangle(GRID, GRID);
        box.setFill(null);
        Group drawn = new Group(box, shape);
        drawn.setScaleX(size / GRID);
        drawn.setScaleY(size / GRID);
        return new Group(drawn);
    }
}
