package chatbois.terminal.cell;

import chatbois.terminal.text.Cluster;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The characters behind which Kitty, and those that do as it does, show a part of a picture: one
/// for all, with a mark for the row and one for the column, by the protocol's table.
final class Placeholders {
    private static final int CHARACTER = 0x10EEEE;

    private static final String MARKS =
            """
            0305 030D-030E 0310 0312 033D-033F 0346 034A-034C 0350-0352 0357 035B 0363-036F
            0483-0487 0592-0595 0597-0599 059C-05A1 05A8-05A9 05AB-05AC 05AF 05C4 0610-0617
            0657-065B 065D-065E 06D6-06DC 06DF-06E2 06E4 06E7-06E8 06EB-06EC 0730 0732-0733
            0735-0736 073A 073D 073F-0741 0743 0745 0747 0749-074A 07EB-07F1 07F3 0816-0819
            081B-0823 0825-0827 0829-082D 0951 0953-0954 0F82-0F83 0F86-0F87 135D-135F 17DD 193A
            1A17 1A75-1A7C 1B6B 1B6D-1B73 1CD0-1CD2 1CDA-1CDB 1CE0 1DC0-1DC1 1DC3-1DC9 1DCB-1DCC
            1DD1-1DE6 1DFE 20D0-20D1 20D4-20D7 20DB-20DC 20E1 20E7 20E9 20F0 2CEF-2CF1 2DE0-2DFF
            A66F A67C-A67D A6F0-A6F1 A8E0-A8F1 AAB0 AAB2-AAB3 AAB7-AAB8 AABE-AABF AAC1 FE20-FE26
            10A0F 10A38 1D185-1D189 1D1AA-1D1AD 1D242-1D244
            """;

    private static final int[] MARK =
            Stream.of(MARKS.strip().split("\\s+")).flatMapToInt(Placeholders::marks).toArray();

    private Placeholders() {}

    private static IntStream marks(String range) {
        String[] ends = range.split("-");
        int first = Integer.parseInt(ends[0], 16);
        return IntStream.rangeClosed(first, Integer.parseInt(ends[ends.length - 1], 16));
    }

    /// The one for a part; a blank where the table ends, which is wider than screens are.
    static Cluster of(int row, int column) {
        if (row >= MARK.length || column >= MARK.length) {
            return Cluster.SPACE;
        }
        int[] points = {CHARACTER, MARK[row], MARK[column]};
        return new Cluster(new String(points, 0, points.length), 1, false);
    }
}
