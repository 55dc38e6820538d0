package chatbois.bench;

import chatbois.protocol.name.SearchKey;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The ten best names for what was typed, and what a new name costs, in four ways to keep names.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NamesBenchmark {
    /// How the names are kept; see [NameTables].
    @Param({"trie", "patricia", "array", "sqlite"})
    public String table = "trie";

    @Param("1000000")
    public int names = 1_000_000;

    private final Random random = new Random(7);
    private List<String> all = List.of();
    private NameTables tables = new NameTables.Trie();

    @Setup
    public void fill() throws Exception {
        all = MadeUpNames.make(names, 1);
        tables = NameTables.named(table);
        all.forEach(tables::add);
    }

    /// One to four letters of some name, as they would be typed.
    private SearchKey typed() {
        String name = all.get(random.nextInt(all.size()));
        int letters = Math.min(1 + random.nextInt(4), name.length());
        String typed = name.substring(0, letters);
        return SearchKey.of(random.nextBoolean() ? typed.toLowerCase(Locale.ROOT) : typed);
    }

    @Benchmark
    public List<String> tenBest() {
        return tables.first(typed());
    }

    /// A member takes another name and comes back to the old one.
    @Benchmark
    public void twoRenames() {
        String name = all.get(random.nextInt(all.size()));
        String other = name + "-x";
        tables.remove(name);
        tables.add(other);
        tables.remove(other);
        tables.add(name);
    }
}
