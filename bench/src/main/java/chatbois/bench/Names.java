package chatbois.bench;

import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jol.info.GraphLayout;

/// What it costs to keep names in four ways, in one run: the heap for each name beyond the names
/// themselves, and the times of [NamesBenchmark].
final class Names {
    private Names() {}

    static void run(int count) throws Exception {
        List<String> names = MadeUpNames.make(count, 1);
        long own = GraphLayout.parseInstance(names).totalSize();
        System.out.printf(
                Locale.ROOT, "%,d names, %.1f bytes of heap each%n", count, (double) own / count);
        for (String which : List.of("trie", "patricia", "array", "sqlite")) {
            NameTables table = NameTables.named(which);
            names.forEach(table::add);
            long all =
                    table instanceof NameTables.Sqlite file
                            ? own + file.bytes()
                            : GraphLayout.parseInstance(names, table).totalSize();
            System.out.printf(
                    Locale.ROOT,
                    "%-8s | %.1f bytes for each name beyond the names%s%n",
                    which,
                    (double) (all - own) / count,
                    table instanceof NameTables.Sqlite ? ", on disk" : "");
        }
        new Runner(
                        new OptionsBuilder()
                                .include("NamesBenchmark")
                                .param("names", Integer.toString(count))
                                .forks(1)
                                .warmupIterations(3)
                                .warmupTime(TimeValue.seconds(2))
                                .measurementIterations(5)
                                .measurementTime(TimeValue.seconds(2))
                                .build())
                .run();
    }
}
