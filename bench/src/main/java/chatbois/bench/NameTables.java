package chatbois.bench;

import chatbois.protocol.name.SearchKey;
import chatbois.server.names.NameIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.collections4.trie.PatriciaTrie;

/// Four ways to find the ten best names for a beginning, which all give the same answer: exact ones
/// first, then those that fit without accents, each in the order of their keys.
sealed interface NameTables {
    int MOST = 10;

    /// The names that begin so, the best first.
    List<String> first(SearchKey beginning);

    void add(String name);

    void remove(String name);

    static NameTables named(String which) throws Exception {
        return switch (which) {
            case "trie" -> new Trie();
            case "patricia" -> new Patricia();
            case "array" -> new SortedArray();
            case "sqlite" -> new Sqlite();
            default -> throw new IllegalArgumentException(which);
        };
    }

    /// A key under which there is one name only: plain forms are not unique.
    private static String unique(String plain, String name) {
        return plain + '\u0000' + name;
    }

    private static boolean hasAccents(SearchKey key) {
        return !key.plain().equals(key.folded());
    }

    /// Ours.
    final class Trie implements NameTables {
        private final NameIndex<String> index = new NameIndex<>();

        @Override
        public List<String> first(SearchKey beginning) {
            return index.first(beginning, _ -> true, MOST);
        }

        @Override
        public void add(String name) {
            index.add(name, name);
        }

        @Override
        public void remove(String name) {
            index.remove(name, name);
        }
    }

    /// What the others share: a table of folded keys, and one of plain keys for names with accents.
    abstract sealed class Two implements NameTables {
        abstract void put(boolean plain, String key, String name);

        abstract void take(boolean plain, String key);

        abstract void read(boolean plain, String beginning, List<String> into);

        @Override
        public void add(String name) {
            SearchKey key = SearchKey.of(name);
            put(false, key.folded(), name);
            if (hasAccents(key)) {
                put(true, unique(key.plain(), name), name);
            }
        }

        @Override
        public void remove(String name) {
            SearchKey key = SearchKey.of(name);
            take(false, key.folded());
            if (hasAccents(key)) {
                take(true, unique(key.plain(), name));
            }
        }

        @Override
        public List<String> first(SearchKey beginning) {
            List<String> found = new ArrayList<>(MOST);
            read(false, beginning.folded(), found);
            if (found.size() < MOST && hasAccents(beginning)) {
                read(false, beginning.plain(), found);
            }
            if (found.size() < MOST) {
                read(true, beginning.plain(), found);
            }
            return found;
        }

        static void take(String name, List<String> into) {
            if (!into.contains(name)) {
                into.add(name);
            }
        }
    }

    /// Commons Collections' PatriciaTrie.
    final class Patricia extends Two {
        private final PatriciaTrie<String> folded = new PatriciaTrie<>();
        private final PatriciaTrie<String> plain = new PatriciaTrie<>();

        private PatriciaTrie<String> table(boolean plainOnes) {
            return plainOnes ? plain : folded;
        }

        @Override
        void put(boolean plainOnes, String key, String name) {
            table(plainOnes).put(key, name);
        }

        @Override
        void take(boolean plainOnes, String key) {
            table(plainOnes).remove(key);
        }

        @Override
        void read(boolean plainOnes, String beginning, List<String> into) {
            for (String name : table(plainOnes).prefixMap(beginning).values()) {
                if (into.size() == MOST) {
                    return;
                }
                take(name, into);
            }
        }
    }

    /// Arrays in the order of their keys, searched by halves; a change moves what is behind it.
    final class SortedArray extends Two {
        private final Column folded = new Column();
        private final Column plain = new Column();

        private static final class Column {
            private String[] keys = new String[16];
            private String[] names = new String[16];
            private int size;

            int find(String key) {
                return Arrays.binarySearch(keys, 0, size, key);
            }
        }

        private Column table(boolean plainOnes) {
            return plainOnes ? plain : folded;
        }

        @Override
        void put(boolean plainOnes, String key, String name) {
            Column table = table(plainOnes);
            if (table.size == table.keys.length) {
                table.keys = Arrays.copyOf(table.keys, table.size + table.size / 4);
                table.names = Arrays.copyOf(table.names, table.size + table.size / 4);
            }
            int found = table.find(key);
            int at = found < 0 ? -found - 1 : found;
            System.arraycopy(table.keys, at, table.keys, at + 1, table.size - at);
            System.arraycopy(table.names, at, table.names, at + 1, table.size - at);
            table.keys[at] = key;
            table.names[at] = name;
            table.size++;
        }

        @Override
        void take(boolean plainOnes, String key) {
            Column table = table(plainOnes);
            int at = table.find(key);
            table.size--;
            System.arraycopy(table.keys, at + 1, table.keys, at, table.size - at);
            System.arraycopy(table.names, at + 1, table.names, at, table.size - at);
        }

        @Override
        void read(boolean plainOnes, String beginning, List<String> into) {
            Column table = table(plainOnes);
            int found = table.find(beginning);
            for (int at = found < 0 ? -found - 1 : found;
                    at < table.size && into.size() < MOST && table.keys[at].startsWith(beginning);
                    at++) {
                take(table.names[at], into);
            }
        }
    }

    /// An index of SQLite's, in a file, through the driver that the server uses.
    final class Sqlite extends Two {
        private final Connection connection;
        private final PreparedStatement insert;
        private final PreparedStatement delete;
        private final PreparedStatement select;
        private final Path file;

        Sqlite() throws IOException, SQLException {
            file = Files.createTempFile("chatbois-names", ".db");
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA synchronous = OFF");
                statement.execute("PRAGMA cache_size = -262144");
                statement.execute(
                        "CREATE TABLE name(plain INTEGER, key TEXT, name TEXT,"
                                + " PRIMARY KEY (plain, key)) WITHOUT ROWID");
            }
            connection.setAutoCommit(false);
            insert = connection.prepareStatement("INSERT OR REPLACE INTO name VALUES(?, ?, ?)");
            delete = connection.prepareStatement("DELETE FROM name WHERE plain = ? AND key = ?");
            select =
                    connection.prepareStatement(
                            "SELECT name FROM name WHERE plain = ? AND key >= ? AND key < ?"
                                    + " ORDER BY key LIMIT "
                                    + 2 * MOST);
        }

        long bytes() throws IOException, SQLException {
            connection.commit();
            return Files.size(file);
        }

        @Override
        void put(boolean plainOnes, String key, String name) {
            try {
                insert.setInt(1, plainOnes ? 1 : 0);
                insert.setString(2, key);
                insert.setString(3, name);
                insert.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        void take(boolean plainOnes, String key) {
            try {
                delete.setInt(1, plainOnes ? 1 : 0);
                delete.setString(2, key);
                delete.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        void read(boolean plainOnes, String beginning, List<String> into) {
            try {
                select.setInt(1, plainOnes ? 1 : 0);
                select.setString(2, beginning);
                select.setString(3, beginning + "\uDBFF\uDFFF");
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next() && into.size() < MOST) {
                        take(rows.getString(1), into);
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
