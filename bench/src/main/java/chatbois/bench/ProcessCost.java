package chatbois.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What Linux says of a process in `/proc` (proc_pid_stat(5), proc_pid_smaps_rollup(5)).
record ProcessCost(long pid) {
    /// A tick is a hundredth of a second on every Linux that Java runs on.
    private static final int TICK_MILLIS = 10;

    private static final int UTIME = 11;

    /// Time on the processor so far, with that of the children that ended, in milliseconds.
    long cpuMillis() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        // What is before the last bracket is the program's name, and may hold blanks.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int field = UTIME; field < UTIME + 4; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks * TICK_MILLIS;
    }

    /// Memory in KiB: the resident set, and what of it nobody else shares.
    long residentKiB() throws IOException {
        return sum("Rss:");
    }

    long privateKiB() throws IOException {
        return sum("Private_Clean:") + sum("Private_Dirty:");
    }

    private long sum(String field) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"));
        return lines.stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .sum();
    }
}
