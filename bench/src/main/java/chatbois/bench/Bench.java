package chatbois.bench;

import java.util.Arrays;

/// The main program of the measurements.
public final class Bench {
    private Bench() {}

    /// Runs the measurement that is named first; see the usage that no argument prints.
    public static void main(String[] args) throws Exception {
        String what = args.length == 0 ? "" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (what) {
            case "memory" -> MemoryBySize.run(count(rest, 1_000_000));
            case "commit" -> CommitRate.run(count(rest, 100_000));
            case "names" -> Names.run(count(rest, 1_000_000));
            case "search" -> SearchTimes.run(count(rest, 1_000_000));
            case "screen" -> ScreenCost.run(count(rest, 10_000));
            case "slow" -> SlowFilm.run(count(rest, 220));
            case "film" -> FilmCost.run();
            case "libchafa" -> FrameCost.run();
            case "page" -> PagingClient.main(rest);
            case "jmh" -> org.openjdk.jmh.Main.main(rest);
            default -> System.out.println(USAGE);
        }
    }

    private static int count(String[] args, int preset) {
        return args.length == 0 ? preset : Integer.parseInt(args[0]);
    }

    private static final String USAGE =
            """
            memory [N]   memory of server and client with up to N stored messages (1,000,000)
            commit [N]   N messages through the writer beside plain SQLite (100,000)
            names [N]    N names by their beginnings, in four ways: heap and times (1,000,000)
            search [N]   questions of many kinds over N messages on the server (1,000,000)
            screen [N]   the screen with a chat of N messages beside WeeChat (10,000)
            slow [N]     a film over slow lines, and N keys from press to echo meanwhile (220)
            film         what a film takes of the processor, and in bytes
            libchafa     what a picture as ASCII takes of the processor, beside libchafa
            jmh ARGS     JMH benchmarks of the log
            """;
}
