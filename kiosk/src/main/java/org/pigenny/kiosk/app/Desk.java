// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.pigenny.core.api.Core;
import org.pigenny.core.api.CoreSnapshot;
import org.pigenny.core.text.Phrases;
import org.pigenny.core.time.TimeSource;
import org.pigenny.kiosk.commission.CommissionPage;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.frame.FirstSteps;
import org.pigenny.kiosk.frame.Frame;
import org.pigenny.kiosk.frame.Overlays;
import org.pigenny.kiosk.frame.Page;
import org.pigenny.kiosk.frame.PageId;
import org.pigenny.kiosk.frame.Places;
import org.pigenny.kiosk.frame.TurnTo;
import org.pigenny.kiosk.frame.Ui;
import org.pigenny.kiosk.present.FrameState;
import org.pigenny.kiosk.present.Now;
import org.pigenny.kiosk.present.PhaseTimes;
import org.pigenny.kiosk.theme.Icons;
import org.pigenny.kiosk.theme.Metrics;
import org.pigenny.kiosk.theme.Palette;
import org.pigenny.kiosk.theme.Theme;

/**
 * Holds the scene together: takes the newest snapshot once a second and shows it in the frame and in the one open page.
 * Lives on the screen's thread, but for {@link #accept}.
 */
public final class Desk implements AutoCloseable {
    private record Arrival(CoreSnapshot snapshot, long realNanos) {}

    /** What flows moves twice a second: enough to be seen, and every move costs a frame. */
    private static final int STEPS_PER_MOVE = 2;
    private static final List<PageId> PAGES = List.of(PageId.values());

    private final TimeSource real;
    private final boolean demo;
    private final Places places;
    private final Background background;
    private final PhaseTimes times = new PhaseTimes();
    private volatile Arrival newest;
    private final Core.Subscription subscription;
    private final StackPane root = new StackPane();
    private final Map<PageId, Page> pages = new EnumMap<>(PageId.class);
    private final Icons icons = new Icons();
    private final Vigil vigil;
    private Theme theme = Theme.NIGHT;
    private boolean animated;
    private int steps;
    private boolean shownSilent;
    private Metrics metrics = new Metrics(800, 480);
    private PageId open = PageId.HOME;
    private @Nullable Frame frame;
    private @Nullable Ui ui;
    private String language = "";
    private final Core core;
    private @Nullable Page firstSteps;
    private boolean begun;

    /** @param real against which the core's silence is measured */
    public Desk(Core core, TimeSource real, Places places, boolean demo) {
        this.real = real;
        this.demo = demo;
        this.places = places;
        this.core = core;
        background = new Background(core, real);
        newest = new Arrival(core.snapshot(), real.nanos());
        vigil = new Vigil(this, places, real);
        subscription = core.subscribe(this::accept);
    }

    /** A scene with everything in it, of the size given. */
    public Scene scene(double width, double height) {
        Scene scene = new Scene(root, width, height);
        vigil.over(scene, root);
        root.addEventHandler(FirstSteps.WANTED, wanted -> openFirstSteps());
        root.addEventHandler(TurnTo.WANTED, wanted -> open(wanted.page()));
        resize(width, height);
        scene.widthProperty().addListener(seen -> resize(scene.getWidth(), scene.getHeight()));
        scene.heightProperty().addListener(seen -> resize(scene.getWidth(), scene.getHeight()));
        return scene;
    }

    /** From now on pages slide in. */
    void animate() {
        animated = true;
    }

    /** A snapshot counts as a sign of life only when the control has decided anew. */
    private void accept(CoreSnapshot snapshot) {
        Arrival last = newest;
        boolean decided = snapshot.control().tickMicros() == 0
                || snapshot.control().takenAtNanos() != last.snapshot().control().takenAtNanos();
        newest = new Arrival(snapshot, decided ? real.nanos() : last.realNanos());
    }

    private Theme themeNow(CoreSnapshot snapshot) {
        return DayAndNight.theme(snapshot.settings().kiosk(), LocalTime.ofInstant(snapshot.wall(), snapshot.zone()));
    }

    private void resize(double width, double height) {
        if (width > 0 && height > 0) {
            metrics = new Metrics(width, height);
            rebuild();
        }
    }

    private void rebuild() {
        CoreSnapshot snapshot = newest.snapshot();
        theme = themeNow(snapshot);
        language = snapshot.settings().kiosk().language();
        Phrases words = new Phrases(Locale.forLanguageTag(language), snapshot.zone());
        Overlays overlays = new Overlays(metrics.px(8), Frame.besidePanels(metrics));
        ui = new Ui(metrics, Palette.of(theme), icons, words, real, background.asks(words, overlays), overlays,
                places);
        boolean first = firstSteps != null || (!begun && uncommissioned());
        begun = true;
        closeFirstSteps();
        pages.clear();
        frame = new Frame(ui, this::open, this::swipe);
        root.getStylesheets().setAll(theme.styleSheets());
        root.getChildren().setAll(frame, vigil.shade());
        if (first) {
            openFirstSteps();
        } else {
            open(open);
        }
    }

    private boolean uncommissioned() {
        return core.commissioning().filter(steps -> steps.state().open()).isPresent();
    }

    /** The first steps of a new appliance, in place of the open page; they count as one of the settings. */
    private void openFirstSteps() {
        if (frame != null && ui != null) {
            closeFirstSteps();
            Optional.ofNullable(pages.get(open)).ifPresent(Page::closed);
            open = PageId.SETTINGS;
            Page page = new CommissionPage(ui);
            firstSteps = page;
            frame.open(PageId.SETTINGS, page.node(), animated);
            page.opened();
            tick();
        }
    }

    private void closeFirstSteps() {
        Page page = firstSteps;
        firstSteps = null;
        if (page != null) {
            page.closed();
        }
    }

    private @Nullable Page shown() {
        return firstSteps == null ? pages.get(open) : firstSteps;
    }

    /** Whether what is shown is where everybody looks first. */
    boolean atHome() {
        return uncommissioned() ? firstSteps != null : open == PageId.HOME && firstSteps == null;
    }

    /** Turns to a page. */
    public void open(PageId id) {
        if (frame != null && ui != null) {
            closeFirstSteps();
            Page before = pages.get(open);
            if (before != null) {
                before.closed();
            }
            open = id;
            Ui parts = ui;
            Page page = pages.computeIfAbsent(id, wanted -> Pages.make(wanted, parts));
            frame.open(id, page.node(), animated);
            page.opened();
            tick();
        }
    }

    private void swipe(int way) {
        int next = PAGES.indexOf(open) + way;
        if (open != PageId.TRENDS && !overlayOpen() && next >= 0 && next < PAGES.size()) {
            open(PAGES.get(next));
        }
    }

    boolean overlayOpen() {
        return ui != null && ui.overlays().anyOpen();
    }

    /** Back to where everybody looks first. */
    void goHome() {
        if (ui != null) {
            ui.overlays().closeAll();
        }
        if (!uncommissioned()) {
            open(PageId.HOME);
        } else if (firstSteps == null) {
            openFirstSteps();
        }
    }

    public PageId openPage() {
        return open;
    }

    /** Shows what is known now. Once a second. */
    public void tick() {
        Arrival arrival = newest;
        arrival.snapshot().engine().ifPresent(times::watch);
        boolean otherLook = !arrival.snapshot().settings().kiosk().language().equals(language)
                || themeNow(arrival.snapshot()) != theme;
        if (otherLook && !overlayOpen()) {
            rebuild();
            return;
        }
        if (frame != null && ui != null) {
            Now now = now();
            shownSilent = now.coreSilent();
            frame.show(FrameState.of(now));
            Page page = shown();
            if (page != null) {
                page.show(now);
            }
            vigil.tick(now);
        }
    }

    /** What is known at this instant. */
    Now now() {
        Arrival arrival = newest;
        Duration silence = Duration.ofNanos(Math.max(0, real.nanos() - arrival.realNanos()));
        Phrases words = ui == null ? new Phrases(Locale.ENGLISH, arrival.snapshot().zone()) : ui.words();
        return new Now(arrival.snapshot(), silence, words, times, demo);
    }

    /** Moves what moves, and looks after what must not wait for a whole second. A few times a second. */
    public void step() {
        if (ui != null && background.overdue()) {
            ui.overlays().toast(ui.say("ui.ask.silent"), Tone.CRIT);
        }
        if (now().coreSilent() != shownSilent) {
            tick();
        }
        Page page = shown();
        if (++steps % STEPS_PER_MOVE == 0 && page != null && page.moving()) {
            page.step();
        }
    }

    /** Waits until everything that the pages asked for has come and is shown. Not on the screen's thread. */
    void settle() {
        background.settle();
    }

    @Override
    public void close() {
        subscription.close();
        vigil.close();
        background.close();
    }
}
