// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.kiosk.app;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sounds while there is an alarm that nobody has acknowledged: at once, then every half a minute. */
final class AlarmSound implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmSound.class);
    private static final int TICKS_BETWEEN = 30;

    private final ExecutorService player = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("kiosk-sound").factory());
    private final Runnable play;
    private int ticks;
    private volatile boolean silent;

    AlarmSound() {
        this.play = this::playClip;
    }

    /** Once a second. Returns whether it sounds now. */
    boolean tick(boolean alarm, boolean enabled) {
        if (!alarm || !enabled) {
            ticks = 0;
            return false;
        }
        boolean now = ticks++ % TICKS_BETWEEN == 0;
        if (now) {
            player.execute(play);
        }
        return now;
    }

    private void playClip() {
        try (InputStream in = AlarmSound.class.getResourceAsStream("/org/pigenny/assets/sounds/alarm.wav")) {
            if (in == null) {
                throw new IOException("the assets lack the alarm sound");
            }
            try (AudioInputStream sound = AudioSystem.getAudioInputStream(new BufferedInputStream(in));
                    Clip clip = AudioSystem.getClip()) {
                clip.open(sound);
                clip.start();
                clip.drain();
                silent = false;
            }
        } catch (IOException | LineUnavailableException | UnsupportedAudioFileException | IllegalArgumentException e) {
            // Tried again with the next sound: a device that was busy may be free by then.
            if (!silent) {
                silent = true;
                LOG.warn("alarms cannot be heard: {}", e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        player.shutdownNow();
    }
}
