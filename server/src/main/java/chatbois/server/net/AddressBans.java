package chatbois.server.net;

import static chatbois.protocol.Refusal.refused;

import chatbois.protocol.AddressBan;
import chatbois.protocol.AddressRange;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.view.Sanction;
import chatbois.server.community.Writer;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Which addresses are kept out. They stand in the store and not in the log, which everybody reads.
/// Safe for any thread.
public final class AddressBans {
    private final Writer writer;
    private final Clock clock;

    @GuardedBy("this")
    private final Map<AddressRange, AddressBan> bans = new LinkedHashMap<>();

    /// @param stored those that are in force from the start
    public AddressBans(Collection<AddressBan> stored, Writer writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
        stored.forEach(ban -> bans.put(ban.range(), ban));
    }

    /// Refuses a guest from an address that is banned now.
    synchronized void check(InetAddress address) {
        long now = clock.millis();
        for (AddressBan ban : bans.values()) {
            if (!ban.isOver(now) && ban.range().contains(address)) {
                throw refused(Code.BANNED, sentence(ban));
            }
        }
    }

    private static String sentence(AddressBan ban) {
        Sanction sanction = new Sanction(ban.by(), ban.until(), ban.reason());
        return "Your address is banned here" + sanction.details();
    }

    /// Lays a ban on; done when it is on disk.
    ///
    /// @param own the address of who asks, which the ban must not hit
    CompletableFuture<?> ban(AddressBan ban, InetAddress own) {
        long now = clock.millis();
        Sanction.check(ban.until(), ban.reason(), now);
        if (ban.range().contains(own)) {
            throw refused(
                    Code.BAD_REQUEST, "That would ban your own address; name a smaller range.");
        }
        synchronized (this) {
            bans.values().removeIf(old -> old.isOver(now));
            if (bans.size() >= Limits.ADDRESS_BANS && !bans.containsKey(ban.range())) {
                throw refused(
                        Code.TOO_MANY,
                        "There are %d bans of addresses already; /unban some, or ban a range."
                                .formatted(Limits.ADDRESS_BANS));
            }
            bans.put(ban.range(), ban);
        }
        return writer.change(store -> {
            store.putAddressBan(ban);
            return ban;
        });
    }

    /// Lifts a ban; done when that is on disk.
    CompletableFuture<?> lift(AddressRange range) {
        synchronized (this) {
            if (bans.remove(range) == null) {
                throw refused(
                        Code.BAD_REQUEST,
                        "These addresses are not banned, so there is nothing to lift; /bans lists"
                                + " what is.");
            }
        }
        return writer.change(store -> {
            store.removeAddressBan(range);
            return range;
        });
    }

    /// Those in force.
    synchronized List<AddressBan> list() {
        long now = clock.millis();
        return bans.values().stream().filter(ban -> !ban.isOver(now)).toList();
    }
}
