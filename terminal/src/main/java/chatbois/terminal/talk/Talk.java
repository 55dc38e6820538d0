package chatbois.terminal.talk;

import chatbois.client.session.Entry;
import chatbois.client.session.Said;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A story set into rows of a width. Only what is asked for is set, so that a long story costs no
/// more than a short one. For one thread.
public final class Talk {
    private static final long SAME_BREATH_MILLIS = Duration.ofMinutes(2).toMillis();

    /// The rows of one entry with all that stands around it; block 0 is the head.
    ///
    /// @param lead how many of the rows stand above its text
    private record Block(List<Row> rows, int lead) {}

    /// A row by the number of its block and of the row in there.
    private record At(int block, int row) implements Comparable<At> {
        @Override
        public int compareTo(At other) {
            return block != other.block ? block - other.block : row - other.row;
        }
    }

    private final Story story;
    private final Typesetter setter;
    private final Map<Integer, Block> blocks = new HashMap<>();

    public Talk(Story story, int width) {
        this.story = story;
        this.setter = Typesetter.of(story, width);
    }

    /// As many rows as there are from that one on. The first of them names its author, though that
    /// may be the one above.
    public List<Row> rows(Anchor top, int height) {
        At at = at(top);
        List<Row> first =
                at.block == 0 ? block(0).rows : entry(at.block - 1, /* first= */ true).rows;
        List<Row> rows = new ArrayList<>(first.subList(at.row, first.size()));
        for (int i = at.block + 1; i <= last() && rows.size() < height; i++) {
            rows.addAll(block(i).rows);
        }
        return rows.subList(0, Math.min(height, rows.size()));
    }

    /// The row to begin with so that the last one is at the bottom.
    public Anchor end(int height) {
        return anchor(endOf(height));
    }

    /// The row to begin with after scrolling down by so many rows, or up by a negative number;
    /// never beyond the first and the [#end].
    public Anchor moved(Anchor top, int by, int height) {
        At end = endOf(height);
        At moved = moved(at(top), by);
        return anchor(moved.compareTo(end) < 0 ? moved : end);
    }

    /// Whether nothing is below the rows that begin there.
    public boolean isEnd(Anchor top, int height) {
        return at(top).compareTo(endOf(height)) >= 0;
    }

    /// How many rows are above that one, but counting no further than to `most`.
    public int rowsAbove(Anchor top, int most) {
        At at = at(top);
        int rows = at.row;
        for (int i = at.block - 1; i >= 0 && rows < most; i--) {
            rows += block(i).rows.size();
        }
        return rows;
    }

    /// The place in the log of the last entry that can be seen from there; 0 if there is none.
    public long lastSeen(Anchor top, int height) {
        At bottom = moved(at(top), height - 1);
        return bottom.block == 0 ? 0 : story.seq(bottom.block - 1);
    }

    /// The place in the log of what is shown so many rows below that one; 0 for the head.
    public long seqAt(Anchor top, int row) {
        At at = moved(at(top), row);
        return at.block == 0 ? 0 : story.seq(at.block - 1);
    }

    private At endOf(int height) {
        At bottom = new At(last(), block(last()).rows.size() - 1);
        return moved(bottom, 1 - height);
    }

    private At moved(At from, int by) {
        int block = from.block;
        int row = from.row + by;
        while (row < 0 && block > 0) {
            block--;
            row += block(block).rows.size();
        }
        while (block < last() && row >= block(block).rows.size()) {
            row -= block(block).rows.size();
            block++;
        }
        // What is silent has no row: the last one is above it.
        while (block(block).rows.isEmpty()) {
            block--;
            row = block(block).rows.size() - 1;
        }
        return new At(block, Math.clamp(row, 0, block(block).rows.size() - 1));
    }

    private Anchor anchor(At at) {
        long seq = at.block == 0 ? 0 : story.seq(at.block - 1);
        return new Anchor(seq, at.row - block(at.block).lead);
    }

    private At at(Anchor anchor) {
        int block = 0;
        if (anchor.seq() > 0 && last() > 0) {
            block = Math.clamp(story.at(anchor.seq()) + 1, 1, last());
        }
        int rows = block(block).rows.size();
        int row = anchor.row() + block(block).lead;
        return rows == 0 ? moved(new At(block, 0), 0) : new At(block, Math.clamp(row, 0, rows - 1));
    }

    private int last() {
        return story.entries().size();
    }

    private Block block(int number) {
        Block set = blocks.get(number);
        if (set == null) {
            set = number == 0 ? head() : entry(number - 1, /* first= */ false);
            blocks.put(number, set);
        }
        return set;
    }

    private Block head() {
        List<Row> rows = new ArrayList<>(setter.head(story.head()));
        if (story.atStart()) {
            rows.addAll(locals(0));
        }
        return new Block(rows, 0);
    }

    private Block entry(int number, boolean first) {
        Entry entry = story.entries().get(number);
        List<Row> rows = new ArrayList<>();
        if (beginsDay(number)) {
            rows.add(setter.line(setter.day(entry.time())));
        }
        if (isFirstNew(number)) {
            rows.add(setter.line("new", Look.FRESH));
        }
        int lead = rows.size();
        boolean namedAbove = !first && lead == 0 && goesOn(number);
        List<Row> text = setter.entry(entry, namedAbove);
        boolean marked = entry.seq() != 0 && entry.seq() == story.marked();
        rows.addAll(marked ? text.stream().map(row -> row.all(Look.CHOSEN)).toList() : text);
        rows.addAll(locals(number + 1));
        return new Block(rows, lead);
    }

    private boolean beginsDay(int number) {
        Entry entry = story.entries().get(number);
        return !entry.isSilent() && !setter.day(entry.time()).equals(dayAbove(number));
    }

    /// The day that an entry is from, or what stands above one that is not seen.
    private @Nullable LocalDate dayOf(int number) {
        Entry entry = story.entries().get(number);
        return entry.isSilent() ? dayAbove(number) : setter.day(entry.time());
    }

    /// The day that what stands right above an entry is from; null if no day was named yet.
    private @Nullable LocalDate dayAbove(int number) {
        int before = shownBefore(number);
        List<Local> told = locals(before + 1, number);
        if (!told.isEmpty()) {
            return setter.day(told.getLast().time());
        }
        return before < 0 ? null : setter.day(story.entries().get(before).time());
    }

    private boolean isFirstNew(int number) {
        int before = shownBefore(number);
        return story.newAfter() != Story.NOTHING_NEW
                && !story.entries().get(number).isSilent()
                && story.seq(number) > story.newAfter()
                && story.newAfter() >= (before < 0 ? story.seq(0) - 1 : story.seq(before));
    }

    /// The entry before one that has something to show where it stands; negative if there is none.
    private int shownBefore(int number) {
        int before = number - 1;
        while (before >= 0 && story.entries().get(before).isSilent()) {
            before--;
        }
        return before;
    }

    /// Whether the same author goes on right under what they said.
    private boolean goesOn(int number) {
        int last = shownBefore(number);
        Entry entry = story.entries().get(number);
        if (last < 0 || !localsAfter(number).isEmpty() || entry.marks().replyTo() != null) {
            return false;
        }
        Entry before = story.entries().get(last);
        return before.said() instanceof Said.Text
                && before.author().equals(entry.author())
                && entry.time() - before.time() < SAME_BREATH_MILLIS;
    }

    /// What was told after a block; its days are named unless nothing was ever said here.
    private List<Row> locals(int block) {
        List<Row> rows = new ArrayList<>();
        LocalDate day = block == 0 ? null : dayOf(block - 1);
        for (Local local : localsAfter(block)) {
            LocalDate now = setter.day(local.time());
            if (last() > 0 && !now.equals(day)) {
                rows.add(setter.line(now));
            }
            day = now;
            rows.addAll(setter.local(local));
        }
        return rows;
    }

    private List<Local> localsAfter(int block) {
        return locals(block, block);
    }

    /// What was told after the first of these blocks and before what comes after the last one.
    private List<Local> locals(int first, int last) {
        long from = first == 0 ? 0 : story.seq(first - 1);
        long to = last == last() ? Long.MAX_VALUE : story.seq(last);
        return story.locals().stream().filter(l -> l.after() >= from && l.after() < to).toList();
    }
}
