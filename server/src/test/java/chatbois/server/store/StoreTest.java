package chatbois.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.log.LogId;
import chatbois.log.Sha256;
import chatbois.log.SignedHead;
import chatbois.log.SigningKey;
import chatbois.log.TreeHead;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final SigningKey SERVER = SigningKey.ofSeed(new byte[32]);
    private static final LogId LOG = new LogId(Sha256.of());

    @TempDir Path folder;

    @Test
    void what_was_committed_is_there_after_reopening_and_nothing_else() throws Exception {
        try (Store store = Store.create(folder)) {
            createLog(store, LOG);
            store.transaction().commit();
            createLog(store, new LogId(SERVER.verifyKey().value()));
        }
        try (Store store = Store.open(folder)) {
            assertThat(logs(store)).extracting(LogRow::log).containsExactly(LOG);
        }
    }

    @Test
    void readers_see_what_is_committed_and_nothing_before() throws Exception {
        try (Store store = Store.create(folder)) {
            createLog(store, LOG);
            assertThat(logs(store)).isEmpty();
            store.transaction().commit();
            assertThat(logs(store)).hasSize(1);
        }
    }

    @Test
    void what_is_rolled_back_is_gone_and_the_next_transaction_is_a_whole_one() throws Exception {
        try (Store store = Store.create(folder)) {
            createLog(store, LOG);
            store.transaction().rollback();
            createLog(store, LOG);
            assertThat(logs(store)).isEmpty();
            store.transaction().commit();
            assertThat(logs(store)).hasSize(1);
        }
    }

    @Test
    void after_a_failure_the_transaction_is_undone_and_the_next_one_is_a_whole_one()
            throws Exception {
        try (Store store = Store.create(folder)) {
            createLog(store, LOG);
            assertThatThrownBy(() -> createLog(store, LOG)).isInstanceOf(StoreFailed.class);
            store.transaction().rollback();
            createLog(store, LOG);
            assertThat(logs(store)).isEmpty();
            store.transaction().commit();
            assertThat(logs(store)).hasSize(1);
        }
    }

    @Test
    void who_begins_a_transaction_keeps_the_right_to_write_until_the_commit() throws Exception {
        try (Store store = Store.create(folder);
                Connection other =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + folder.resolve("chatbois.db"));
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 0");
            store.transaction().begin();
            assertThat(store.transaction().log(LOG)).isEmpty();
            assertThatThrownBy(() -> statement.execute("BEGIN IMMEDIATE"))
                    .hasMessageContaining("locked");
            createLog(store, LOG);
            store.transaction().commit();
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("ROLLBACK");
        }
    }

    @Test
    void a_reader_that_failed_reads_again() throws Exception {
        try (Store store = Store.create(folder)) {
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(() -> store.read(reader -> reader.sql.update("SELECT nonsense")))
                        .isInstanceOf(StoreFailed.class);
                assertThat(logs(store)).isEmpty();
            }
        }
    }

    @Test
    void a_store_is_made_once_and_opened_only_where_it_is() throws Exception {
        assertThatThrownBy(() -> Store.open(folder))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining("is missing");
        assertThat(folder.resolve("chatbois.db")).doesNotExist();
        Store.create(folder).close();
        assertThatThrownBy(() -> Store.create(folder))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void the_data_of_a_newer_program_is_refused_in_words() throws Exception {
        Store.create(folder).close();
        setVersion(Schema.VERSION + 1);
        assertThatThrownBy(() -> Store.open(folder))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining("newer version of chatbois")
                .hasMessageContaining("run the newer program");
        setVersion(Schema.VERSION);
        Store.open(folder).close();
    }

    @Test
    void a_store_from_before_there_were_files_gets_their_tables() throws Exception {
        Store.create(folder).close();
        change(
                "DROP TABLE holding",
                "DROP TABLE attached",
                "DROP INDEX event_control",
                "CREATE INDEX event_control ON event(place) WHERE kind NOT IN (36, 47, 49, 50)",
                "PRAGMA user_version = 3");
        try (Store store = Store.open(folder)) {
            List<String> damages = store.read(Reader::damages);
            assertThat(damages).isEmpty();
            FileTable.Totals totals = store.read(reader -> reader.fileTable().totals());
            assertThat(totals).isEqualTo(new FileTable.Totals(0, 0));
        }
    }

    @Test
    void a_file_that_is_no_store_is_refused_in_words() throws Exception {
        Path file = folder.resolve("chatbois.db");
        Files.createFile(file);
        assertThatThrownBy(() -> Store.open(folder)).hasMessageContaining("not a store");
        Files.writeString(file, "something else ".repeat(1_000));
        assertThatThrownBy(() -> Store.open(folder))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining("not a database");
    }

    private void setVersion(int version) throws SQLException {
        change("PRAGMA user_version = " + version);
    }

    private void change(String... steps) throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("chatbois.db");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String step : steps) {
                statement.execute(step);
            }
        }
    }

    private static List<LogRow> logs(Store store) {
        return store.read(Reader::logs);
    }

    private static void createLog(Store store, LogId log) {
        SignedHead empty = SignedHead.sign(log, 1, TreeHead.EMPTY, SERVER);
        store.transaction().createLog(log, empty);
    }
}
