// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.device.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pigenny.core.device.inverter.Recordings;

/** The hunt for the answer among bytes, on the frames of the recordings and on noise. */
class RtuHuntTest {
    private static final Pattern FRAME = Pattern.compile(
            "\"req\": \"([0-9a-f ]+)\",\\s+\"start\": (\\d+),\\s+\"count\": (\\d+),\\s+\"resp\": \"([0-9a-f ]+)\"");
    private static final int FUZZ_ROUNDS = 20_000;
    private static final Ask.Read SOC = new Ask.Read(1, Table.INPUT, 5, 1);
    private static final String SOC_ANSWER = "01 04 02 5E 2F C0 8C";

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", "").toLowerCase(Locale.ROOT));
    }

    private static Optional<Answer> hear(Hunt hunt, String hex) {
        byte[] bytes = bytes(hex);
        return hunt.feed(bytes, bytes.length);
    }

    private static Answer words(Integer... words) {
        return new Answer.Words(List.of(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"frames_soc44.json", "frames_soc43.json"})
    void readsEveryRecordedFrameAndMakesTheRecordedRequest(String file) {
        Matcher frames = FRAME.matcher(Recordings.text(file));
        int found = 0;
        while (frames.find()) {
            found++;
            Ask.Read ask = new Ask.Read(1, Table.INPUT, Integer.parseInt(frames.group(2)),
                    Integer.parseInt(frames.group(3)));
            Hunt hunt = new RtuFraming().frame(ask);
            assertEquals(frames.group(1).replace(" ", ""), HexFormat.of().formatHex(hunt.request()));
            byte[] answer = bytes(frames.group(4));
            Answer.Words read = (Answer.Words) hunt.feed(answer, answer.length).orElseThrow();
            List<Integer> raw = new ArrayList<>();
            for (int i = 3; i < answer.length - 2; i += 2) {
                raw.add(((answer[i] & 0xFF) << 8) | (answer[i + 1] & 0xFF));
            }
            assertEquals(raw, read.words());
        }
        assertEquals(10, found);
    }

    @Test
    void theFramesOfTheDocumentAreThoseOnTheWire() {
        assertEquals("010400000014f005", request(new Ask.Read(1, Table.INPUT, 0, 20)));
        assertEquals("010400a0000e71ec", request(new Ask.Read(1, Table.INPUT, 160, 14)));
        assertEquals("01040005000121cb", request(SOC));
        assertEquals(Optional.of(words(24_111)), hear(new RtuFraming().frame(SOC), SOC_ANSWER));
        assertEquals(Optional.of(new Answer.Refused(2)), hear(new RtuFraming().frame(SOC), "01 84 02 C2 C1"));
    }

    private static String request(Ask ask) {
        return HexFormat.of().formatHex(new RtuFraming().frame(ask).request());
    }

    @Test
    void oneByteAtATimeIsAsGoodAsAll() {
        Hunt hunt = new RtuFraming().frame(SOC);
        byte[] answer = bytes(SOC_ANSWER);
        for (int i = 0; i < answer.length - 1; i++) {
            assertEquals(Optional.empty(), hunt.feed(new byte[]{answer[i]}, 1));
        }
        assertEquals(Optional.of(words(24_111)), hunt.feed(new byte[]{answer[answer.length - 1]}, 1));
    }

    @Test
    void aBrokenFrameIsCountedAndTheGoodOneAfterItFound() {
        Hunt hunt = new RtuFraming().frame(SOC);
        assertEquals(Optional.empty(), hear(hunt, "01 04 02 5E 2E C0 8C"));
        assertTrue(hunt.heardAnything());
        assertEquals(Optional.of(words(24_111)), hear(hunt, SOC_ANSWER));
        assertEquals(1, hunt.noise().crcErrors());
        assertEquals(7, hunt.noise().strayBytes());
    }

    @Test
    void aWriteIsAnsweredByItsOwnBytes() {
        Ask write = new Ask.WriteOne(1, 5007, 0xAA);
        Hunt hunt = new RtuFraming().frame(write);
        byte[] same = hunt.request();
        assertEquals(Optional.of(new Answer.Written()), hunt.feed(same, same.length));
    }

    /** Random bytes, pieces of true frames and true frames for others: nothing but the answer is ever taken for it, and nothing throws. */
    @Test
    void noiseIsNeverTakenForAnAnswer() {
        Random random = new Random(4711);
        int accepted = 0;
        for (int round = 0; round < FUZZ_ROUNDS; round++) {
            int count = random.nextInt(1, 21);
            Ask.Read ask = new Ask.Read(random.nextInt(1, 3), Table.INPUT, random.nextInt(200), count);
            Hunt hunt = new RtuFraming().frame(ask);
            byte[] noise = noise(random, ask);
            Optional<Answer> answer = hunt.feed(noise, noise.length);
            accepted += answer.isPresent() ? 1 : 0;
            hunt.noise();
            byte[] truth = answer(ask, random.nextInt(0x10000));
            if (answer.isEmpty()) {
                Optional<Answer> found = hunt.feed(truth, truth.length);
                assertTrue(found.isPresent(), "the true answer is found behind any noise");
            }
        }
        // A frame that is right in slave, function, length and check sum by chance: 2^-16 of those that are right so far.
        assertTrue(accepted <= 2, accepted + " times noise passed for an answer");
    }

    private static byte[] noise(Random random, Ask.Read ask) {
        byte[] noise = new byte[random.nextInt(1, 700)];
        random.nextBytes(noise);
        byte[] truth = answer(ask, random.nextInt(0x10000));
        switch (random.nextInt(4)) {
            case 0 -> noise[0] = 0;
            case 1 -> System.arraycopy(truth, 0, noise, 0, Math.min(noise.length, truth.length - 2));
            case 2 -> {
                truth[2] ^= (byte) 2;
                System.arraycopy(truth, 0, noise, 0, Math.min(noise.length, truth.length));
            }
            default -> {
                byte[] other = answer(new Ask.Read(ask.slave() + 7, Table.INPUT, 0, ask.count()), 1);
                System.arraycopy(other, 0, noise, 0, Math.min(noise.length, other.length));
            }
        }
        return noise;
    }

    private static byte[] answer(Ask.Read ask, int value) {
        byte[] frame = new byte[3 + 2 * ask.count()];
        frame[0] = (byte) ask.slave();
        frame[1] = (byte) ask.function();
        frame[2] = (byte) (2 * ask.count());
        for (int i = 0; i < ask.count(); i++) {
            frame[3 + 2 * i] = (byte) (value >> 8);
            frame[4 + 2 * i] = (byte) value;
        }
        return Crc.append(frame);
    }
}
