// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.logging.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pigenny.core.logging.alarm.AlarmDefinition.Condition;
import org.pigenny.core.logging.alarm.AlarmDefinition.Operator;
import org.pigenny.core.model.Message;
import org.pigenny.core.model.Severity;

class AlarmRulesTest {
    private long now;

    private static AlarmDefinition temperature(double deadband, Duration delay) {
        return new AlarmDefinition("cpu", "C-510", AlarmDefinition.Source.DEVICE_INFO, "t",
                List.of(new Condition(Operator.ABOVE, 70, Severity.WARNING, "warm"),
                        new Condition(Operator.ABOVE, 85, Severity.CRITICAL, "hot")),
                true, Duration.ofSeconds(300), deadband, delay, Message.of("cool it"));
    }

    private final AlarmRules rules = new AlarmRules(List.of(temperature(0, Duration.ZERO)));

    private String at(int second, double value) {
        return at(rules, second, value);
    }

    private String at(AlarmRules judging, int second, double value) {
        now = Duration.ofSeconds(second).toNanos();
        return words(judging.evaluate(Map.of("t", value), now));
    }

    private static String words(List<AlarmRules.Change> changes) {
        List<String> words = new ArrayList<>();
        for (AlarmRules.Change change : changes) {
            words.add(switch (change) {
                case AlarmRules.Change.Raised raised -> "raised " + raised.condition().severity();
                case AlarmRules.Change.Escalated up -> "escalated " + up.condition().severity();
                case AlarmRules.Change.Eased down -> "eased " + down.condition().severity();
                case AlarmRules.Change.Continued on -> "continued " + on.condition().severity();
                case AlarmRules.Change.Resolved gone -> "resolved " + gone.definition().id();
            });
        }
        return String.join(", ", words);
    }

    @Test
    void theWorkedExampleOfTheContract() {
        assertEquals("", at(0, 60));
        assertEquals("raised WARNING", at(1, 71));
        assertEquals("", at(2, 72));
        assertEquals("escalated CRITICAL", at(3, 90));
        assertEquals("resolved cpu", at(4, 60));
    }

    @Test
    void aMissingValueNeitherRaisesNorResolves() {
        assertEquals("", words(rules.evaluate(Map.of(), 0)));
        assertEquals("raised WARNING", at(1, 71));
        assertEquals("", words(rules.evaluate(Map.of(), 2)));
        assertEquals("", words(rules.evaluate(Map.of("t", Double.NaN), 3)));
        assertEquals("", at(4, 71));
        assertEquals("resolved cpu", at(5, 60));
    }

    @Test
    void cooldownSilencesANewNoticeButNotTheAllClearAndNotSomethingGraver() {
        assertEquals("raised WARNING", at(0, 71));
        assertEquals("resolved cpu", at(10, 60));
        assertEquals("", at(20, 71));
        assertEquals("", at(30, 60));
        assertEquals("raised CRITICAL", at(40, 90));
        assertEquals("resolved cpu", at(50, 60));
        assertEquals("", at(60, 90));
        assertEquals("", at(339, 90));
        assertEquals("raised CRITICAL", at(340, 90));
    }

    @Test
    void aDeadbandKeepsANoisyValueFromChattering() {
        AlarmRules noisy = new AlarmRules(List.of(temperature(2, Duration.ZERO)));
        assertEquals("raised WARNING", at(noisy, 0, 70.5));
        Random noise = new Random(7);
        for (int second = 1; second < 2000; second++) {
            assertEquals("", at(noisy, second, 69 + noise.nextDouble() * 3));
        }
        assertEquals("", at(noisy, 2000, 68.1));
        assertEquals("resolved cpu", at(noisy, 2001, 68));
        assertEquals("", at(noisy, 2002, 70));
    }

    @Test
    void easingIsToldButIsNoNewNotice() {
        AlarmRules eased = new AlarmRules(List.of(temperature(2, Duration.ZERO)));
        assertEquals("raised CRITICAL", at(eased, 0, 90));
        assertEquals("", at(eased, 1, 84));
        assertEquals("eased WARNING", at(eased, 2, 83));
        assertEquals("escalated CRITICAL", at(eased, 3, 86));
    }

    @Test
    void aDelayMustBeHeldWithoutABreak() {
        AlarmRules slow = new AlarmRules(List.of(temperature(0, Duration.ofSeconds(10))));
        assertEquals("", at(slow, 0, 71));
        assertEquals("", at(slow, 9, 71));
        assertEquals("", at(slow, 10, 60));
        assertEquals("", at(slow, 11, 71));
        assertEquals("", at(slow, 20, 71));
        assertEquals("raised WARNING", at(slow, 21, 71));
    }

    @Test
    void everyOperatorIsJudgedByItsSign() {
        record Case(Operator operator, double below, double at, double above) {}
        for (Case each : List.of(new Case(Operator.ABOVE, 0, 0, 1), new Case(Operator.AT_LEAST, 0, 1, 1),
                new Case(Operator.BELOW, 1, 0, 0), new Case(Operator.AT_MOST, 1, 1, 0),
                new Case(Operator.EQUAL, 0, 1, 0),
                new Case(Operator.NOT_EQUAL, 1, 0, 1))) {
            Condition condition = new Condition(each.operator(), 10, Severity.MINOR, "x");
            assertEquals(each.below() == 1, condition.met(9, 0), each.toString());
            assertEquals(each.at() == 1, condition.met(10, 0), each.toString());
            assertEquals(each.above() == 1, condition.met(11, 0), each.toString());
        }
    }

    @Test
    void whatAnEarlierProcessRaisedIsNotRaisedAgainButIsResolved() {
        rules.resume(Map.of("cpu", Severity.WARNING));
        assertEquals("", words(rules.evaluate(Map.of(), 0)));
        assertEquals("continued WARNING", at(0, 71));
        assertEquals("", at(0, 72));
        assertEquals("resolved cpu", at(1, 60));
    }

    @Test
    void whatAnEarlierProcessRaisedAndHasGoneMeanwhileIsResolvedOnce() {
        rules.resume(Map.of("cpu", Severity.WARNING));
        assertEquals("resolved cpu", at(0, 60));
        assertEquals("", at(1, 60));
    }

    @Test
    void whatHasGotGraverMeanwhileEscalates() {
        rules.resume(Map.of("cpu", Severity.WARNING));
        assertEquals("escalated CRITICAL", at(0, 90));
    }

    @Test
    void otherDefinitionsResolveWhatHasNoneAnyMoreAndJudgeTheRestAnew() {
        assertEquals("raised WARNING", at(0, 75));
        AlarmDefinition higher = new AlarmDefinition("cpu", "C-510", AlarmDefinition.Source.DEVICE_INFO, "t",
                List.of(new Condition(Operator.ABOVE, 80, Severity.WARNING, "warm")), true, Duration.ofSeconds(300), 0,
                Duration.ZERO, Message.of("cool it"));
        assertEquals("", words(rules.define(List.of(higher))));
        assertEquals("resolved cpu", at(1, 75));
        assertEquals("raised WARNING", at(400, 81));
        assertEquals("resolved cpu", words(rules.define(List.of())));
        assertEquals("", at(401, 99));
    }

    @Test
    void aProcessorThatIsBusyWhileTheMachineStartsIsNoAlarm() {
        AlarmRules own = new AlarmRules(DefaultAlarms.controller());
        for (int second = 0; second < 120; second += 10) {
            assertEquals("", busy(own, second, 100));
        }
        assertEquals("", busy(own, 120, 30));
        for (int second = 130; second < 250; second += 10) {
            assertEquals("", busy(own, second, 100));
        }
        assertEquals("raised CRITICAL", busy(own, 250, 100));
        assertEquals("resolved controller_cpu", busy(own, 260, 30));
    }

    private static String busy(AlarmRules own, int second, double pct) {
        return words(own.evaluate(Map.of(DefaultAlarms.CPU, pct), Duration.ofSeconds(second).toNanos()));
    }

    @Test
    void theDefaultsAreThoseOfTheContract() {
        List<String> thresholds = DefaultAlarms.controller()
                .stream()
                .map(each -> each.key() + each.conditions()
                        .stream()
                        .map(condition -> " " + condition.operator().sign() + condition.threshold()
                                + condition.severity())
                        .toList())
                .toList();
        assertEquals(List.of("cpu_temp_celsius[ >70.0WARNING,  >85.0CRITICAL]",
                "disk_usage_pct[ >80.0WARNING,  >95.0CRITICAL]", "memory_usage_pct[ >80.0WARNING,  >95.0CRITICAL]",
                "cpu_usage_pct[ >85.0WARNING,  >95.0CRITICAL]", "heartbeat_age_s[ >60.0CRITICAL]"), thresholds);
        assertTrue(DefaultAlarms.controller().stream().anyMatch(each -> each.cooldown().equals(Duration.ofHours(1))));
    }
}
