package chatbois.app;

import chatbois.client.Communities;
import chatbois.client.home.Home;
import chatbois.client.link.Dialer;
import chatbois.client.session.Session;
import chatbois.log.LogId;
import chatbois.terminal.command.Actions;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Outcome;
import chatbois.terminal.command.Sentences;
import chatbois.terminal.command.Spot;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A member who types commands, and what is told then.
record Typist(TestCommunity community, Session session, @Nullable LogId chat) {
    private static final long PATIENCE_SECONDS = 30;

    Typist(TestCommunity community, Session session) {
        this(community, session, null);
    }

    /// What is told when the line was typed: the answer, or the sentence of a refusal.
    String types(String line) throws Exception {
        Home home = community.home("nobody");
        Communities communities =
                new Communities(home, community.outside(Dialer.overTls()), () -> {});
        try {
            Outcome outcome =
                    new Actions(communities, Clock.systemUTC())
                            .run(Input.read(line), new Spot(session, chat))
                            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return String.join("\n", outcome.text());
        } catch (java.util.concurrent.ExecutionException e) {
            return Sentences.of(e);
        }
    }
}
