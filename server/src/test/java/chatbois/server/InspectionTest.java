package chatbois.server;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Merkle;
import chatbois.log.SignedHead;
import chatbois.log.TreeHead;
import chatbois.server.store.LogRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a look through a stored community finds.
class InspectionTest {
    @TempDir Path folder;

    @Test
    void an_untouched_store_is_found_whole() throws Exception {
        try (SmallStore small = new SmallStore(folder.resolve("data"), 300)) {
            assertThat(small.findings()).isEmpty();
        }
    }

    @Test
    void every_flipped_byte_of_every_column_is_found() throws Exception {
        try (SmallStore small = new SmallStore(folder.resolve("data"), 1);
                Connection connection = connect(small)) {
            int flips = 0;
            for (String table : List.of("log", "writer", "event")) {
                for (Cell cell : cells(connection, table)) {
                    flips += flipEachByte(small, connection, cell);
                }
            }
            assertThat(flips).isGreaterThan(2_000);
            assertThat(small.findings()).isEmpty();
        }
    }

    @Test
    void every_flipped_byte_of_a_kept_hash_is_found() throws Exception {
        try (SmallStore small = new SmallStore(folder.resolve("data"), 255);
                Connection connection = connect(small)) {
            List<Cell> cells = cells(connection, "node");
            assertThat(cells).hasSize(3);
            for (Cell cell : cells) {
                flipEachByte(small, connection, cell);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "member = '00000000-0000-0000-0000-000000000001'",
                "member = 'x'",
                "log = 77",
                "seq = 4",
                "seq = -1"
            })
    void a_marker_of_nobody_or_of_nothing_is_found(String change) throws Exception {
        assertFound("UPDATE marker SET " + change);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void a_deleted_event_is_found(int back) throws Exception {
        assertFound("DELETE FROM event WHERE place = (SELECT max(place) FROM event) - " + back);
    }

    @Test
    void deleted_events_are_found() throws Exception {
        assertFound("DELETE FROM event");
        assertFound("DELETE FROM event WHERE place > (2 << 40)");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_000_000})
    void an_inserted_event_is_found(int ahead) throws Exception {
        assertFound(
                "INSERT INTO event SELECT place + %d, time, kind, writer, author_seq + %d, header,"
                                .formatted(ahead, ahead)
                        + " signature, salt, body, leaf FROM event"
                        + " WHERE place = (SELECT max(place) FROM event)");
    }

    @Test
    void swapped_events_are_found() throws Exception {
        assertFound(
                "UPDATE event SET place = 999 WHERE place = (2 << 40) + 2",
                "UPDATE event SET place = (2 << 40) + 2 WHERE place = (2 << 40) + 3",
                "UPDATE event SET place = (2 << 40) + 3 WHERE place = 999");
    }

    @Test
    void a_deleted_log_is_found() throws Exception {
        assertFound("DELETE FROM log WHERE row = 1");
        assertFound("DELETE FROM log WHERE row = 2");
        assertFound(
                "DELETE FROM event WHERE place > (2 << 40)",
                "DELETE FROM marker",
                "DELETE FROM writer WHERE log = 2",
                "DELETE FROM log WHERE row = 2");
    }

    @Test
    void a_body_erased_by_half_is_found() throws Exception {
        assertFound("UPDATE event SET salt = NULL WHERE kind = 36");
        assertFound("UPDATE event SET body = NULL WHERE kind = 36");
        assertFound("UPDATE event SET salt = NULL, body = NULL WHERE kind = 32");
    }

    @Test
    void a_replaced_head_is_found() throws Exception {
        try (SmallStore small = new SmallStore(folder.resolve("data"), 3)) {
            LogRow row = small.row(small.chat);
            TreeHead earlier = small.store.read(reader -> Merkle.head(2, reader.tree(row)));
            for (TreeHead head : List.of(earlier, TreeHead.EMPTY)) {
                SignedHead signed = SignedHead.sign(row.log(), 1, head, small.serverKey);
                small.store.transaction().setHead(row, signed, row.lastTime());
                small.store.transaction().commit();
                assertThat(small.findings()).isNotEmpty();
            }
            small.store.transaction().setHead(row, row.head(), row.lastTime());
            small.store.transaction().commit();
            assertThat(small.findings()).isEmpty();
        }
    }

    /// A byte of the file may be one that means nothing; then everything must read as before.
    @Test
    void a_flipped_byte_in_the_file_is_found_or_changes_nothing() throws Exception {
        Path data = folder.resolve("data");
        new SmallStore(data, 20).close();
        Path file = data.resolve("chatbois.db");
        byte[] good = Files.readAllBytes(file);
        List<String> before = contents(file);
        long seed = Long.getLong("chatbois.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            int place = random.nextInt(good.length);
            byte[] bad = good.clone();
            bad[place] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bad);
            if (findings(data).isEmpty()) {
                List<String> now = contents(file);
                assertThat(now).as("byte %s harmless, seed %s", place, seed).isEqualTo(before);
            }
        }
    }

    private static List<String> findings(Path data) throws Exception {
        try (Foundation foundation = Foundation.open(data)) {
            return foundation.check();
        } catch (RuntimeException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /// All but the markers: how far somebody has read is nowhere promised.
    private static List<String> contents(Path file) throws SQLException {
        List<String> contents = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (String table : List.of("log", "writer", "event", "node")) {
                for (Cell cell : cells(connection, table)) {
                    contents.add(cell.toString());
                }
            }
        }
        return contents;
    }

    /// Expects a finding after the changes to a fresh store.
    private void assertFound(String... changes) throws Exception {
        Path data = Files.createTempDirectory(folder, "changed");
        try (SmallStore small = new SmallStore(data, 2);
                Connection connection = connect(small);
                Statement statement = connection.createStatement()) {
            assertThat(small.findings()).isEmpty();
            for (String change : changes) {
                assertThat(statement.executeUpdate(change)).as(change).isPositive();
            }
            assertThat(small.findings()).as(String.join("; ", changes)).isNotEmpty();
        }
    }

    private static int flipEachByte(SmallStore small, Connection connection, Cell cell)
            throws SQLException {
        for (int i = 0; i < cell.size(); i++) {
            Object flipped = cell.flipped(i);
            if (cell.set(connection, cell.value(), flipped)) {
                assertThat(small.findings()).as("byte %s of %s flipped", i, cell).isNotEmpty();
                assertThat(cell.set(connection, flipped, cell.value())).isTrue();
            }
        }
        return cell.size();
    }

    private static Connection connect(SmallStore small) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + small.data.resolve("chatbois.db"));
    }

    private static List<Cell> cells(Connection connection, String table) throws SQLException {
        List<Cell> cells = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                String key = rows.getMetaData().getColumnName(1);
                for (int i = 1; i <= columns; i++) {
                    String name = rows.getMetaData().getColumnName(i);
                    cells.add(new Cell(table, key, rows.getObject(1), name, rows.getObject(i)));
                }
            }
        }
        return cells;
    }

    /// One value in a table, in the row whose first column has the key.
    private record Cell(String table, String keyColumn, Object key, String column, Object value) {
        int size() {
            return value instanceof byte[] bytes ? bytes.length : Long.BYTES;
        }

        Object flipped(int index) {
            if (value instanceof byte[] bytes) {
                byte[] flipped = bytes.clone();
                flipped[index] ^= 1;
                return flipped;
            }
            return ((Number) value).longValue() ^ 1L << 8 * index;
        }

        /// Changes the value; false if another row has that one already.
        boolean set(Connection connection, Object from, Object to) throws SQLException {
            String sql = "UPDATE %s SET %s = ? WHERE %s = ?".formatted(table, column, keyColumn);
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setObject(1, to);
                update.setObject(2, column.equals(keyColumn) ? from : key);
                return update.executeUpdate() == 1;
            } catch (SQLException e) {
                assertThat(e.getMessage()).contains("CONSTRAINT");
                return false;
            }
        }

        @Override
        public String toString() {
            String shown = value instanceof byte[] bytes ? Arrays.toString(bytes) : "" + value;
            return table + " " + key + " " + column + " " + shown;
        }
    }
}
