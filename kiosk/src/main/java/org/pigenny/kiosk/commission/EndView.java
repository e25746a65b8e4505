// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.commission;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.pigenny.core.api.Commissioning.Entry;
import org.pigenny.core.api.Commissioning.State;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Origin;
import org.pigenny.kiosk.control.HoldKey;
import org.pigenny.kiosk.frame.Ui;

/** What came of each step, and the end: held, because from then on the engine may start at any moment. */
final class EndView implements StepView {
    private final VBox node = new VBox();

    EndView(Ui ui, State state, Runnable finished) {
        node.setSpacing(ui.px(6));
        for (CommissionViewModel.Row row : CommissionViewModel.rows(state)) {
            Entry entry = state.entry(row.step());
            node.getChildren()
                    .add(Words
                            .whole(ui.words().say(Message.of("setup.page.row", row.mark(), row.name(), row.standing()))
                                    + (entry.by().isEmpty() ? "" : " (" + entry.by() + ")"), "medium"));
        }
        if (state.open()) {
            HoldKey finish = new HoldKey("commission-finish", ui.time(), () -> ui.asks()
                    .change(core -> core.commissioning().orElseThrow().finish(Origin.SCREEN),
                            accepted -> finished.run()));
            finish.say(ui.say("setup.page.finish"), ui.say("setup.page.finish_hold"));
            finish.refuses(!state.left().isEmpty());
            finish.setMinHeight(ui.px(92));
            node.getChildren().add(finish);
        }
    }

    @Override
    public Node node() {
        return node;
    }
}
