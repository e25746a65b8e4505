// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.frame;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.animation.TranslateTransition;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.pigenny.kiosk.control.Swipe;
import org.pigenny.kiosk.present.FrameState;

/** Rail, top line, the open page, STOP where the page has none, and the layers over all of it. */
public final class Frame extends StackPane {
    private static final Duration SLIDE = Duration.millis(200);
    private static final double SLIDE_SHARE = 0.08;

    private final Rail rail;
    private final TopLine top;
    private final StopDock dock;
    private final StackPane host = new StackPane();
    private boolean pageStopsItself = true;

    public Frame(Ui ui, Consumer<PageId> go, IntConsumer swipe) {
        rail = new Rail(ui, go);
        top = new TopLine(ui);
        dock = new StopDock(ui);
        host.setMinSize(0, 0);
        Swipe.over(host, ui.time(), swipe);
        BorderPane body = new BorderPane(host);
        VBox column = new VBox(top, body);
        VBox.setVgrow(body, Priority.ALWAYS);
        BorderPane all = new BorderPane(column);
        if (ui.metrics().portrait()) {
            body.setBottom(dock);
            all.setBottom(rail);
        } else {
            body.setRight(dock);
            all.setLeft(rail);
        }
        getChildren().addAll(all, ui.overlays());
        setStyle("-fx-font-size: " + ui.metrics().em() + "px");
    }

    /** Puts a page into the frame. */
    public void open(PageId id, Node page, boolean sliding) {
        pageStopsItself = id == PageId.HOME || id == PageId.GENERATOR;
        rail.select(id);
        host.getChildren().setAll(page);
        if (sliding) {
            TranslateTransition slide = new TranslateTransition(SLIDE, page);
            slide.setFromX(host.getWidth() * SLIDE_SHARE);
            slide.setToX(0);
            slide.play();
        }
    }

    public void show(FrameState now) {
        top.show(now);
        rail.showAlarms(now.alarms(), now.unseen());
        dock.show(pageStopsItself ? "" : now.stopNote());
    }
}
