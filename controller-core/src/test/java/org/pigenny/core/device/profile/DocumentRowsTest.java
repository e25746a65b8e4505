// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pigenny.core.device.inverter.Recordings;
import org.pigenny.core.device.modbus.Table;
import org.pigenny.core.device.recording.RegisterScan;

/** The table of the profile against a copy of the document's rows: address, length, scale, unit, sign, and the values of the recorded unit. */
class DocumentRowsTest {
    private static final Profile LUXPOWER = Profiles.named(Profiles.LUXPOWER);
    private static final RegisterScan HOLDING = RegisterScan.parse(Recordings.text(Recordings.HOLDING));
    private static final Set<DataType> SIGNED = Set.of(DataType.S16, DataType.S32);
    private static final String NOT_SAID = "-";

    private static Stream<List<String>> lines(String kind) {
        return Recordings.text("document_rows.txt")
                .lines()
                .filter(line -> line.startsWith(kind + " |"))
                .map(line -> List.of(line.split("\\s*\\|\\s*")));
    }

    static Stream<List<String>> input() {
        return lines("in");
    }

    static Stream<List<String>> holding() {
        return lines("hold");
    }

    private static List<Register> at(Table table, int address) {
        return LUXPOWER.registers()
                .stream()
                .filter(row -> row.table() == table && row.address() == address)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("input")
    void anInputRegisterIsReadAsTheDocumentSays(List<String> line) {
        List<Register> rows = at(Table.INPUT, Integer.parseInt(line.get(1)));
        assertTrue(!rows.isEmpty(), "no row");
        for (Register row : rows) {
            assertEquals(Integer.parseInt(line.get(2)), row.words(), "registers");
            assertTrue(row.readable());
            if (!line.get(3).equals(NOT_SAID)) {
                assertEquals(Double.parseDouble(line.get(3)), row.scale(), "scale");
            }
            if (!line.get(4).equals(NOT_SAID)) {
                assertEquals(line.get(4), row.unit(), "unit");
            }
            if (!line.get(5).equals(NOT_SAID)) {
                assertEquals(line.get(5).equals("s"), SIGNED.contains(row.type()), "signed");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("holding")
    void aHoldingRegisterHasTheValueOfTheRecordedUnitAndIsNeverWritten(List<String> line) {
        List<Register> rows = at(Table.HOLDING, Integer.parseInt(line.get(1)));
        assertTrue(!rows.isEmpty(), "no row");
        rows.forEach(row -> assertEquals(Register.Access.READ, row.access()));
        if (!line.get(2).equals(NOT_SAID)) {
            Register row = rows.getFirst();
            List<Integer> raw = IntStream.range(row.address(), row.address() + row.words())
                    .mapToObj(address -> HOLDING.value(address).getAsInt())
                    .toList();
            assertEquals(Double.parseDouble(line.get(2)), row.value(raw).getAsDouble());
        }
    }

    @Test
    void statesFaultsAndWarningsAreThoseOfTheDocument() {
        assertEquals(codes("state"), new TreeSet<>(LUXPOWER.states().keySet()));
        assertEquals(codes("fault"), new TreeSet<>(LUXPOWER.faults()));
        assertEquals(codes("warning"), new TreeSet<>(LUXPOWER.warnings()));
    }

    private static Set<Integer> codes(String kind) {
        return lines(kind).map(line -> Integer.decode(line.get(1))).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyValueThatIsShownAsAQuantityHasARangeOfWhatIsBelieved() {
        for (Register row : LUXPOWER.registers()) {
            if (row.feeds().stream().anyMatch(Feed.Of.class::isInstance)) {
                assertTrue(row.plausible().isPresent(), row.key());
            }
        }
    }

    static List<String> names() {
        return Profiles.names();
    }

    /** The rules of quirks 1, 2 and 6, for every profile of the family; others have their maker's limits. */
    @ParameterizedTest
    @MethodSource("names")
    void noBlockIsLongerThanItsProfileAllowsAndTheFamilysRulesHold(String name) {
        Profile profile = Profiles.named(name);
        boolean family = name.equals(Profiles.LUXPOWER) || name.equals("eg4_offgrid");
        for (Profile.Block block : profile.blocks()) {
            assertTrue(block.count() <= (family ? 20 : profile.maxRegisters()), block.toString());
            assertTrue(!family || block.start() / 40 == (block.end() - 1) / 40, block + " crosses a group of forty");
            assertTrue(!family || block.end() <= 174, block + " reads what is garbage");
        }
    }
}
