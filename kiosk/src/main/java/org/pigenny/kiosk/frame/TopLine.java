// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.frame;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.pigenny.kiosk.control.LinkDot;
import org.pigenny.kiosk.control.Press;
import org.pigenny.kiosk.control.SentenceLabel;
import org.pigenny.kiosk.control.Styles;
import org.pigenny.kiosk.present.FrameState;

/** Clock, one plain sentence, and the three links. */
final class TopLine extends VBox {
    private final Label clock = Styles.label("", "clock");
    private final Label demo;
    private final SentenceLabel headline = new SentenceLabel("headline");
    private final List<LinkDot> dots;
    private PageId leadsTo = PageId.GENERATOR;

    TopLine(Ui ui) {
        double gap = ui.px(5);
        demo = Styles.label(ui.say("ui.demo"), "demo");
        demo.setId("demo");
        demo.setMinWidth(USE_PREF_SIZE);
        clock.setMinWidth(USE_PREF_SIZE);
        clock.setId("clock");
        headline.label().setId("headline");
        headline.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(headline, Priority.ALWAYS);
        dots = List.of(dot("inverter", ui, gap), dot("relays", ui, gap), dot("core", ui, gap));
        HBox links = new HBox(ui.px(12));
        links.setAlignment(Pos.CENTER);
        links.setMinWidth(USE_PREF_SIZE);
        links.getChildren().addAll(dots);
        links.setId("links");
        Press.opens(headline, () -> fireEvent(new TurnTo(leadsTo)));
        Press.opens(links, () -> fireEvent(new TurnTo(PageId.DIAGNOSTICS)));
        setPadding(new Insets(0, ui.px(12), 0, ui.px(12)));
        HBox line = new HBox(ui.px(14), clock, demo);
        line.setAlignment(Pos.CENTER_LEFT);
        if (ui.metrics().portrait()) {
            HBox spring = new HBox();
            HBox.setHgrow(spring, Priority.ALWAYS);
            line.getChildren().addAll(spring, links);
            fix(line, ui.px(44));
            fix(headline, ui.px(46));
            headline.setAlignment(Pos.TOP_LEFT);
            getChildren().addAll(line, headline);
        } else {
            line.getChildren().addAll(headline, links);
            fix(line, ui.px(58));
            getChildren().add(line);
        }
    }

    /** Where one finds out more about the sentence. */
    private static PageId leadsTo(FrameState now) {
        if (now.unseen() > 0) {
            return PageId.ALARMS;
        }
        boolean up = now.links().stream().allMatch(link -> link == LinkDot.State.UP);
        return up ? PageId.GENERATOR : PageId.DIAGNOSTICS;
    }

    private static void fix(javafx.scene.layout.Region region, double height) {
        region.setMinHeight(height);
        region.setPrefHeight(height);
        region.setMaxHeight(height);
    }

    private static LinkDot dot(String name, Ui ui, double gap) {
        LinkDot dot = new LinkDot(ui.say("ui.link." + name), gap);
        dot.setId("link-" + name);
        return dot;
    }

    void show(FrameState now) {
        clock.setText(now.clock());
        Styles.show(demo, now.demo());
        headline.setText(now.headline().text());
        leadsTo = leadsTo(now);
        Styles.tone(headline.label(), now.headline().tone());
        for (int i = 0; i < dots.size(); i++) {
            dots.get(i).show(now.links().get(i));
        }
    }
}
