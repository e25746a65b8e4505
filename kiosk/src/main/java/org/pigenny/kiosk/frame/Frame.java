// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.frame;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.animation.TranslateTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.pigenny.kiosk.control.Swipe;
import org.pigenny.kiosk.present.FrameState;
import org.pigenny.kiosk.theme.Metrics;

/** Rail, top line, the open page, STOP where the page has none, and the layers over all of it. */
public final class Frame extends StackPane {
    private static final Duration SLIDE = Duration.millis(200);
    private static final double SLIDE_SHARE = 0.08;

    private final Rail rail;
    private final TopLine top;
    private final StopDock dock;
    private final StopDock overVeil;
    private final Overlays overlays;
    private final StackPane host = new StackPane();
    private boolean pageStopsItself = true;
    private String stopNote = "";

    public Frame(Ui ui, Consumer<PageId> go, IntConsumer swipe) {
        rail = new Rail(ui, go);
        top = new TopLine(ui);
        dock = new StopDock(ui, "dock-stop");
        overVeil = new StopDock(ui, "veil-stop");
        overlays = ui.overlays();
        overlays.onVeil(this::showStop);
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
        overVeil.setMaxHeight(USE_PREF_SIZE);
        if (ui.metrics().portrait()) {
            setMargin(overVeil, new Insets(0, 0, ui.px(Rail.WIDTH), 0));
        } else {
            overVeil.setMaxWidth(USE_PREF_SIZE);
        }
        setAlignment(overVeil, Pos.BOTTOM_RIGHT);
        getChildren().addAll(all, overlays, overVeil);
        showStop();
        setStyle("-fx-font-size: " + ui.metrics().em() + "px");
    }

    /** What panels leave free, px. */
    public static Insets besidePanels(Metrics metrics) {
        return StopDock.room(metrics);
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
        stopNote = now.stopNote();
        showStop();
    }

    private void showStop() {
        dock.show(pageStopsItself ? "" : stopNote);
        overVeil.show(overlays.anyOpen() ? stopNote : "");
    }
}
