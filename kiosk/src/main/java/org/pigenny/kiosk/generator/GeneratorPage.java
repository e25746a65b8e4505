// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.generator;

import java.time.ZoneId;
import java.util.List;
import javafx.scene.Node;
import org.pigenny.core.api.History;
import org.pigenny.kiosk.frame.Page;
import org.pigenny.kiosk.frame.Ui;
import org.pigenny.kiosk.present.Now;
import org.pigenny.kiosk.present.Story;

/** The generator page: what it does, why, its last runs, and how to start or stop it. */
public final class GeneratorPage implements Page {
    private static final int RUNS = 12;

    private final Ui ui;
    private final GeneratorView view;
    private String lastState = "";

    public GeneratorPage(Ui ui) {
        this.ui = ui;
        view = new GeneratorView(ui);
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void show(Now now) {
        view.show(GeneratorViewModel.of(now));
        String state = now.core().control().state().name();
        if (!state.equals(lastState)) {
            lastState = state;
            ZoneId zone = now.core().zone();
            ui.asks().fetch(core -> core.history().runs(RUNS), runs -> showRuns(runs, zone));
        }
    }

    private void showRuns(List<History.Run> runs, ZoneId zone) {
        view.showRuns(runs.stream().map(run -> Story.day(run, ui.words(), zone)).toList(),
                runs.stream().map(run -> Story.of(run, ui.words(), zone)).toList());
    }

    @Override
    public void opened() {
        lastState = "";
    }
}
