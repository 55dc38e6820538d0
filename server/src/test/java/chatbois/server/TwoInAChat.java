package chatbois.server;

import chatbois.log.LogId;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A server with Anna, its owner, and Bert, who are together in a chat.
abstract class TwoInAChat {
    @TempDir Path folder;

    House house;
    Client anna;
    Client bert;
    LogId chat;

    @BeforeEach
    void found() throws Exception {
        house = House.found(folder.resolve("data"));
        anna = house.member("anna");
        bert = house.member("bert");
        chat = anna.makeChat("plans", bert);
    }

    @AfterEach
    void close() {
        house.close();
    }
}
