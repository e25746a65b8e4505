// SPDX-License-Identifier: GPL-3.0-or-later
package org.pigenny.core.system;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Load of the machine and of this process, from /proc and /sys. What cannot be read is missing; per cent of 0 to 100, °C,
 * seconds, megabytes.
 */
public final class HostMetrics {
    private final Path root;
    private final Path disk;
    private volatile Map<String, Double> latest = Map.of();
    private long busyBefore;
    private long totalBefore;

    public HostMetrics(Path disk) {
        this(Path.of("/"), disk);
    }

    HostMetrics(Path root, Path disk) {
        this.root = root;
        this.disk = disk;
    }

    /** What the last reading found; empty before the first. Never waits for a disk. */
    public Map<String, Double> latest() {
        return latest;
    }

    /** Values by the names of the contract: cpu_usage_pct, memory_usage_pct, disk_usage_pct, cpu_temp_celsius, … */
    public synchronized Map<String, Double> read() {
        Map<String, Double> values = new LinkedHashMap<>();
        cpu().ifPresent(pct -> values.put("cpu_usage_pct", pct));
        memory().ifPresent(pct -> values.put("memory_usage_pct", pct));
        diskUsed().ifPresent(pct -> values.put("disk_usage_pct", pct));
        first("sys/class/thermal/thermal_zone0/temp")
                .ifPresent(milli -> values.put("cpu_temp_celsius", Math.round(milli / 100) / 10.0));
        first("proc/uptime").ifPresent(seconds -> values.put("system_uptime_s", seconds));
        first("proc/loadavg").ifPresent(load -> values.put("load_average", load));
        process(values);
        latest = Map.copyOf(values);
        return values;
    }

    private static void process(Map<String, Double> values) {
        Runtime vm = Runtime.getRuntime();
        double megabyte = 1024.0 * 1024;
        values.put("heap_used_mb", Math.round((vm.totalMemory() - vm.freeMemory()) / megabyte * 10) / 10.0);
        values.put("heap_max_mb", Math.round(vm.maxMemory() / megabyte * 10) / 10.0);
        values.put("threads", (double) ManagementFactory.getThreadMXBean().getThreadCount());
        values.put("gc_time_ms", (double) ManagementFactory.getGarbageCollectorMXBeans()
                .stream()
                .mapToLong(gc -> Math.max(0, gc.getCollectionTime()))
                .sum());
    }

    /** Share of the time since the last call that was not idle. */
    private Optional<Double> cpu() {
        return lines("proc/stat").stream().filter(line -> line.startsWith("cpu ")).findFirst().flatMap(line -> {
            String[] fields = line.trim().split("\\s+");
            long total = 0;
            for (int i = 1; i < fields.length; i++) {
                total += Long.parseLong(fields[i]);
            }
            long idle = Long.parseLong(fields[4]) + (fields.length > 5 ? Long.parseLong(fields[5]) : 0);
            long passed = total - totalBefore;
            long worked = total - idle - busyBefore;
            boolean known = totalBefore > 0 && passed > 0;
            totalBefore = total;
            busyBefore = total - idle;
            return known ? Optional.of(percent(worked, passed)) : Optional.empty();
        });
    }

    private Optional<Double> memory() {
        Map<String, Long> kilobytes = new HashMap<>();
        for (String line : lines("proc/meminfo")) {
            String[] fields = line.split("[:\\s]+");
            if (fields.length >= 2) {
                kilobytes.put(fields[0], Long.parseLong(fields[1]));
            }
        }
        Long total = kilobytes.get("MemTotal");
        Long free = kilobytes.get("MemAvailable");
        return total == null || free == null || total <= 0
                ? Optional.empty()
                : Optional.of(percent(total - free, total));
    }

    private Optional<Double> diskUsed() {
        try {
            FileStore store = Files.getFileStore(Files.exists(disk) ? disk : Path.of("/"));
            long total = store.getTotalSpace();
            return total <= 0 ? Optional.empty() : Optional.of(percent(total - store.getUsableSpace(), total));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static double percent(long part, long whole) {
        return Math.round(1000.0 * part / whole) / 10.0;
    }

    private Optional<Double> first(String file) {
        try {
            return lines(file).stream().findFirst().map(line -> Double.valueOf(line.trim().split("\\s+")[0]));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(root.resolve(file));
        } catch (IOException e) {
            return List.of();
        }
    }
}
