package chatbois.bench;

import chatbois.client.Communities;
import chatbois.client.home.Home;
import chatbois.client.session.Outside;
import chatbois.client.session.Session;
import chatbois.client.session.Timeline;
import chatbois.log.LogId;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/// A client that pages back from the newest message to the first, as somebody does who never lets
/// go of PgUp; prints its live heap in KiB at the first page and at the last, and its resident set
/// in MiB.
final class PagingClient {
    private PagingClient() {}

    /// @param args the member's home, and the chat
    public static void main(String[] args) throws Exception {
        Home home = new Home(Path.of(args[0]));
        try (Communities communities = new Communities(home, Outside.real(), () -> {})) {
            Session session = communities.openAll().getFirst();
            session.online().get();
            Timeline timeline = session.timeline(LogId.parse(args[1]));
            timeline.toEnd().get();
            System.out.println(liveKiB());
            while (!timeline.view().atStart()) {
                timeline.older().get();
            }
            long first = timeline.view().entries().getFirst().seq();
            if (first != 1) {
                throw new IOException("ended at event " + first);
            }
            System.out.println(liveKiB());
            System.out.println(MemoryBySize.residentMiB(ProcessHandle.current().pid()));
        }
    }

    private static long liveKiB() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024;
    }
}
