// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Line;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pigenny.core.time.ManualTime;
import org.pigenny.kiosk.control.AlarmBanner;
import org.pigenny.kiosk.control.Choice;
import org.pigenny.kiosk.control.DragList;
import org.pigenny.kiosk.control.FlowLine;
import org.pigenny.kiosk.control.HoldKey;
import org.pigenny.kiosk.control.LetterPad;
import org.pigenny.kiosk.control.NumberPad;
import org.pigenny.kiosk.control.SequenceBar;
import org.pigenny.kiosk.control.SocRing;
import org.pigenny.kiosk.control.Sparkline;
import org.pigenny.kiosk.control.Standing;
import org.pigenny.kiosk.control.Stepper;
import org.pigenny.kiosk.control.Tone;
import org.pigenny.kiosk.control.Value;
import org.pigenny.kiosk.control.ValueText;
import org.pigenny.kiosk.frame.Overlays;
import org.pigenny.kiosk.theme.Theme;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Each control alone on a stage, touched by a finger. */
class ControlsTest {
    private final ManualTime time = new ManualTime(Instant.EPOCH);
    private final List<String> said = new ArrayList<>();

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        WaitForAsyncUtils.waitForAsyncFx(10_000, Theme::loadFonts);
    }

    @Test
    void a_held_key_acts_once_when_its_ring_is_full_and_not_before() throws Exception {
        HoldKey key = on(() -> new HoldKey("key", time, () -> said.add("done")));
        show(key, 200, 120);
        Finger.press(key);
        time.advance(Duration.ofMillis(750));
        assertEquals(0.5, key.progress(), 0.01);
        pulses();
        assertEquals(List.of(), said);
        time.advance(Duration.ofMillis(751));
        ScreenTest.await(() -> !said.isEmpty());
        Finger.release();
        assertEquals(List.of("done"), said);
        assertEquals(0, key.progress());
    }

    @Test
    void a_finger_that_slips_off_a_held_key_lets_it_go() throws Exception {
        HoldKey key = on(() -> new HoldKey("key", time, () -> said.add("done")));
        show(key, 200, 120);
        Finger.press(key);
        Finger.drag(Finger.middle(key).add(300, 0));
        time.advance(Duration.ofSeconds(2));
        pulses();
        Finger.release();
        assertEquals(List.of(), said);
    }

    @Test
    void a_value_looks_as_old_as_it_is() throws Exception {
        ValueText text = on(ValueText::new);
        show(text, 200, 60);
        for (Standing standing : Standing.values()) {
            on(() -> {
                text.show(new Value("53.1", "V", standing, ""));
                return text;
            });
            assertTrue(text.getStyleClass().contains(standing.styleClass()));
            assertEquals(1, text.getStyleClass().stream().filter(List.of("live", "stale", "absent")::contains).count());
        }
    }

    @Test
    void the_ring_is_as_full_as_the_battery_and_bears_its_marks() throws Exception {
        SocRing ring = on(SocRing::new);
        show(ring, 240, 220);
        on(() -> {
            ring.setMarks(List.of(40.0, 80.0));
            ring.show(new Value("50", "%", Standing.LIVE, "steady"), OptionalDouble.of(50), Tone.GOOD);
            return ring;
        });
        pulses();
        Arc arc = (Arc) ring.lookup(".ring-arc");
        assertEquals(-135, arc.getLength(), 0.1, "half of 270 degrees");
        assertEquals(2, ring.lookupAll(".ring-mark").size());
        Line mark = (Line) ring.lookup(".ring-mark");
        assertTrue(mark.getEndY() > mark.getStartY(), "the mark of 40 % points inwards from the top left");
        on(() -> {
            ring.show(new Value("50", "%", Standing.LIVE, "steady"), OptionalDouble.of(50), Tone.GOOD);
            return ring;
        });
        assertFalse(ring.isNeedsLayout(), "the same again costs nothing");
        on(() -> {
            ring.show(Value.absent("inverter silent"), OptionalDouble.empty(), Tone.GOOD);
            return ring;
        });
        assertFalse(arc.isVisible(), "an unknown battery has no arc");
    }

    @Test
    void what_flows_walks_and_what_does_not_has_no_arrow() throws Exception {
        FlowLine line = on(() -> new FlowLine(List.of(new Label("a"), new Label("b"), new Label("c"), new Label("d"))));
        show(line, 300, 40);
        on(() -> {
            line.show(List.of(new FlowLine.Flow(FlowLine.Direction.FORWARD, "charger"),
                    new FlowLine.Flow(FlowLine.Direction.NONE, ""),
                    new FlowLine.Flow(FlowLine.Direction.BACK, "solar")));
            return line;
        });
        pulses();
        List<Polyline> arrows = line.lookupAll(".flow-chevron").stream().map(Polyline.class::cast).toList();
        assertEquals(List.of(true, false, true), arrows.stream().map(Node::isVisible).toList());
        double before = arrows.getFirst().getLayoutX();
        double backwards = arrows.getLast().getLayoutX();
        on(() -> {
            line.step();
            return line;
        });
        assertTrue(arrows.getFirst().getLayoutX() > before);
        assertTrue(arrows.getLast().getLayoutX() < backwards);
        assertEquals(-1, arrows.getLast().getScaleX());
    }

    @Test
    void the_live_step_of_a_sequence_fills_and_no_name_is_cut() throws Exception {
        SequenceBar bar = on(() -> new SequenceBar(true));
        show(bar, 400, 44);
        on(() -> {
            bar.show(List.of(new SequenceBar.Segment("Ignition", 1, SequenceBar.Stage.PAST, 0),
                    new SequenceBar.Segment("Warm-up", 1, SequenceBar.Stage.LIVE, 0.5),
                    new SequenceBar.Segment("Charging", 20, SequenceBar.Stage.AHEAD, 0)));
            return bar;
        });
        pulses();
        List<Rectangle> fills = bar.lookupAll(".segment-live").stream().map(Rectangle.class::cast).toList();
        assertEquals(List.of(false, true, false), fills.stream().map(Node::isVisible).toList());
        for (Node node : bar.lookupAll(".segment-name")) {
            Labeled name = (Labeled) node;
            assertTrue(name.getWidth() >= name.prefWidth(-1), name.getText());
        }
    }

    @Test
    void a_gap_in_the_data_is_a_gap_in_the_line() throws Exception {
        Sparkline line = on(() -> new Sparkline("solar"));
        show(line, 100, 30);
        on(() -> {
            line.show(
                    List.of(OptionalDouble.of(1), OptionalDouble.of(2), OptionalDouble.empty(), OptionalDouble.of(3)));
            return line;
        });
        pulses();
        Path path = (Path) line.lookup(".spark");
        assertEquals(2, path.getElements().stream().filter(MoveTo.class::isInstance).count());
    }

    @Test
    void a_stepper_runs_while_its_key_is_held_and_the_release_is_no_further_tap() throws Exception {
        Stepper stepper = on(
                () -> new Stepper("step", new Stepper.Limits(0, 100, 1), value -> String.valueOf(value), 48,
                        new Label("-"), new Label("+"), value -> said.add(String.valueOf(value))).running(time));
        show(stepper, 300, 60);
        Finger.press(stepper.lookup("#step-more"));
        time.advance(Duration.ofMillis(599));
        pulses();
        assertEquals(0, on(stepper::value), "not yet a long press");
        time.advance(Duration.ofMillis(1));
        ScreenTest.await(() -> stepper.value() == 1);
        time.advance(Duration.ofMillis(450));
        ScreenTest.await(() -> stepper.value() == 4);
        Finger.release();
        assertEquals(4, on(stepper::value));
        time.advance(Duration.ofSeconds(5));
        tap(stepper.lookup("#step-less"));
        assertEquals(3, on(stepper::value), "a tap is one step");
    }

    @Test
    void a_stepper_keeps_to_its_limits_and_its_grid() throws Exception {
        Stepper stepper = on(
                () -> new Stepper("step", new Stepper.Limits(10, 20, 5), value -> String.valueOf(value), 48,
                        new Label("-"), new Label("+"), value -> said.add(String.valueOf(value))));
        show(stepper, 300, 60);
        on(() -> {
            stepper.show(13);
            return stepper;
        });
        tap(stepper.lookup("#step-more"));
        tap(stepper.lookup("#step-more"));
        tap(stepper.lookup("#step-more"));
        assertEquals(List.of("20.0"), said.subList(said.size() - 1, said.size()));
        tap(stepper.lookup("#step-less"));
        tap(stepper.lookup("#step-less"));
        tap(stepper.lookup("#step-less"));
        assertEquals(10, stepper.value());
    }

    @Test
    void a_number_pad_takes_so_many_digits_and_erases() throws Exception {
        NumberPad pad = on(() -> new NumberPad("How many?", "OK", false, 3, 56, new Label("x"), said::add));
        show(pad, 320, 440);
        for (String key : List.of("1", "2", "3", "4", "erase", "0", "ok")) {
            tap(pad.lookup("#pad-" + key));
        }
        assertEquals(List.of("120"), said);
    }

    @Test
    void a_pin_pad_shows_how_many_digits_and_never_which() throws Exception {
        NumberPad pad = on(() -> new NumberPad("PIN", "OK", true, 8, 56, new Label("x"), said::add));
        show(pad, 320, 440);
        for (String key : List.of("4", "7", "1", "1")) {
            tap(pad.lookup("#pad-" + key));
        }
        assertEquals("\u2022\u2022\u2022\u2022", ((Labeled) pad.lookup("#pad-typed")).getText());
        tap(pad.lookup("#pad-ok"));
        assertEquals(List.of("4711"), said);
    }

    @Test
    void a_word_is_spelt_and_mended_on_the_letters() throws Exception {
        LetterPad pad = on(() -> new LetterPad(52, "OK", new Label("x"), said::add));
        show(pad, 540, 300);
        for (String key : List.of("O", "M", "K")) {
            tap(pad.lookup("#letter-" + key));
        }
        tap(pad.lookup("#letter-erase"));
        tap(pad.lookup("#letter-erase"));
        tap(pad.lookup("#letter-K"));
        tap(pad.lookup("#letters-ok"));
        assertEquals(List.of("OK"), said);
    }

    @Test
    void an_alarm_says_what_it_is_and_what_to_do() throws Exception {
        AlarmBanner banner = on(() -> new AlarmBanner(new AlarmBanner.Alarm("G-102", "It did not start.",
                "since 20:14", "Check the fuel.", Tone.CRIT), new Label("!"), 16, List.of()));
        show(banner, 600, 120);
        List<String> texts = banner.lookupAll(".label").stream().map(node -> ((Labeled) node).getText()).toList();
        assertTrue(texts.containsAll(List.of("It did not start.", "Check the fuel.", "since 20:14")), texts.toString());
        assertTrue(banner.getStyleClass().contains("tone-crit-edge"));
    }

    @Test
    void a_toast_goes_when_it_is_touched() throws Exception {
        Overlays overlays = on(() -> new Overlays(8, Insets.EMPTY));
        show(overlays, 600, 300);
        on(() -> {
            overlays.toast("Saved.", Tone.CALM);
            return overlays;
        });
        pulses();
        Node toast = overlays.lookup("#toast");
        assertTrue(toast.isVisible());
        tap(toast);
        assertFalse(toast.isVisible());
    }

    @Test
    void a_touch_beside_a_panel_closes_it_and_one_inside_does_not() throws Exception {
        Overlays overlays = on(() -> new Overlays(8, Insets.EMPTY));
        show(overlays, 600, 300);
        Region panel = on(() -> {
            Region made = new StackPane(new Label("What?"));
            made.setPrefSize(200, 100);
            overlays.open(made);
            return made;
        });
        pulses();
        tap(panel);
        assertTrue(overlays.anyOpen());
        Finger.press(Finger.middle(panel).add(-250, 0));
        Finger.release();
        assertFalse(overlays.anyOpen());
    }

    private static DragList.Source<Integer> million() {
        return new DragList.Source<>() {
            @Override
            public int size() {
                return 1_000_000;
            }

            @Override
            public Optional<Integer> item(int index) {
                return Optional.of(index);
            }

            @Override
            public void seen(int first, int last) {}
        };
    }

    @Test
    void a_list_of_a_million_is_dragged_with_a_handful_of_rows_and_glides_on() throws Exception {
        DragList<Integer> list = on(
                () -> new DragList<>(40, Label::new, (row, item) -> ((Label) row).setText("" + item),
                        million()));
        show(list, 300, 400);
        pulses();
        Point2D at = Finger.middle(list);
        Finger.press(at);
        for (int i = 1; i <= 10; i++) {
            Finger.drag(at.add(0, -15 * i));
        }
        double dragged = list.offset();
        assertTrue(dragged > 100, "the finger took it along: " + dragged);
        Finger.release();
        ScreenTest.await(() -> list.offset() > dragged + 20);
        assertTrue(list.getChildrenUnmodifiable().size() < 20);
    }

    @Test
    void one_of_a_few_is_chosen() throws Exception {
        Choice<String> choice = on(() -> new Choice<String>("way", 48, said::add).option("a", "To 80 %", "auto")
                .option("b", "For a time", "time"));
        show(choice, 300, 60);
        tap(choice.lookup("#b"));
        assertEquals(List.of("time"), said);
    }

    private void show(Parent control, double width, double height) throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        on(() -> {
            Scene scene = new Scene(new StackPane(control), width + 400, height + 40);
            if (control instanceof Region region) {
                region.setMaxSize(width, height);
            }
            scene.getStylesheets().setAll(Theme.NIGHT.styleSheets());
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return scene;
        });
        pulses();
    }

    private static void tap(Node node) throws Exception {
        Finger.press(node);
        Finger.release();
    }

    private static void pulses() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T on(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get(20, TimeUnit.SECONDS);
    }
}
