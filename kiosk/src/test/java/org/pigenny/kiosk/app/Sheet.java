// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Pictures of one size side by side, at half their size, so that many can be looked at with one look. */
final class Sheet {
    private static final int COLUMNS = 4;
    private static final int GAP = 8;

    private Sheet() {}

    static BufferedImage of(List<BufferedImage> pictures) {
        int width = pictures.getFirst().getWidth() / 2;
        int height = pictures.getFirst().getHeight() / 2;
        int columns = Math.min(COLUMNS, pictures.size());
        int rows = (pictures.size() + COLUMNS - 1) / COLUMNS;
        BufferedImage sheet = new BufferedImage(columns * (width + GAP) + GAP, rows * (height + GAP) + GAP,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.GRAY);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (int i = 0; i < pictures.size(); i++) {
            pen.drawImage(pictures.get(i), GAP + i % COLUMNS * (width + GAP), GAP + i / COLUMNS * (height + GAP), width,
                    height, null);
        }
        pen.dispose();
        return sheet;
    }
}
