// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.home;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.History;
import org.pigenny.core.model.Command;
import org.pigenny.core.model.Quantity;
import org.pigenny.kiosk.control.Standing;
import org.pigenny.kiosk.control.Value;
import org.pigenny.kiosk.frame.FirstSteps;
import org.pigenny.kiosk.frame.Page;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.kiosk.frame.TurnTo;
import org.pigenny.kiosk.frame.Ui;
import org.pigenny.kiosk.present.KeyState;
import org.pigenny.kiosk.present.Now;
import org.pigenny.kiosk.present.RunWords;

/** The home page: shows the newest state, and refreshes the pictures of the last hour now and then. */
public final class HomePage implements Page, HomeActions {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int HOUR_POINTS = 60;
    private static final Duration REFRESH = HOUR.dividedBy(HOUR_POINTS);

    private record Past(List<OptionalDouble> solar, List<OptionalDouble> house, Optional<History.Run> last) {}

    private final Ui ui;
    private final HomeView view;
    private @Nullable Now now;
    private @Nullable Instant asked;
    private Optional<History.Run> last = Optional.empty();

    public HomePage(Ui ui) {
        this.ui = ui;
        view = new HomeView(ui, this);
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void show(Now newest) {
        now = newest;
        view.show(HomeViewModel.of(newest, RunWords.lastRun(newest, last)));
        Instant wall = newest.core().wall();
        if (asked == null || wall.isAfter(asked.plus(REFRESH)) || wall.isBefore(asked)) {
            asked = wall;
            ui.asks().fetch(core -> past(core.history(), wall), this::showPast);
        }
    }

    private void showPast(Past past) {
        last = past.last();
        view.showHour(past.solar(), past.house());
        if (now != null) {
            view.show(HomeViewModel.of(now, RunWords.lastRun(now, last)));
        }
    }

    private static Past past(History history, Instant to) {
        return new Past(hour(history, Quantity.PV_POWER, to), hour(history, Quantity.LOAD_POWER, to),
                history.runs(3).stream().filter(run -> run.stopped().isPresent()).findFirst());
    }

    private static List<OptionalDouble> hour(History history, Quantity quantity, Instant to) {
        Instant from = to.minus(HOUR);
        List<OptionalDouble> points = new ArrayList<>();
        for (int i = 0; i < HOUR_POINTS; i++) {
            points.add(OptionalDouble.empty());
        }
        for (History.Point point : history.series(quantity, from, to, HOUR_POINTS)) {
            long index = Duration.between(from, point.at()).toMillis() * HOUR_POINTS / HOUR.toMillis();
            if (index >= 0 && index < HOUR_POINTS) {
                points.set((int) index, OptionalDouble.of(point.mean()));
            }
        }
        return points;
    }

    /** The page as one line of text, for a terminal. */
    public static String line(Now now) {
        HomeState state = HomeViewModel.of(now, "");
        return "%s  SOC %s  %s  solar %s  house %s  generator %s (%s)  %s | %s".formatted(now.clock(now.wall()),
                text(state.soc()), text(state.battery()), text(state.solar()), text(state.house()),
                text(state.generator()), state.state().text(), state.detail(), state.why());
    }

    /** What a person would notice changing in the line. */
    public static String gist(Now now) {
        HomeState state = HomeViewModel.of(now, "");
        return state.soc().number() + state.state().text() + state.why();
    }

    private static String text(Value value) {
        String number = value.unit().isEmpty() ? value.number() : value.number() + " " + value.unit();
        return value.standing() == Standing.LIVE ? number : number + " [" + value.note() + "]";
    }

    @Override
    public boolean moving() {
        return view.moving();
    }

    @Override
    public void step() {
        view.step();
    }

    @Override
    public void start() {
        if (now != null) {
            ui.asks().submit(KeyState.start(now));
        }
    }

    @Override
    public void firstSteps() {
        view.fireEvent(new FirstSteps());
    }

    @Override
    public void turnTo(PageId page) {
        view.fireEvent(new TurnTo(page));
    }

    @Override
    public void stop() {
        ui.asks().submit(new Command.Stop());
    }

    @Override
    public void reset() {
        ui.asks().submit(new Command.Reset());
    }
}
