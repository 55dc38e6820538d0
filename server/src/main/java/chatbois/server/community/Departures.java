package chatbois.server.community;

import chatbois.log.MemberId;
import chatbois.protocol.event.EventBody;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Who left the community when. It stands only in the community's log, and each chat has to hear of
/// it between the right two of its own events. For one thread at a time.
public final class Departures {
    private record Departure(long time, MemberId member) {}

    /// How far one chat has heard of them.
    public static final class Heard {
        private int count;
    }

    private final List<Departure> all = new ArrayList<>();

    /// Takes note of an event of the community's log.
    public void take(MemberId author, EventBody.InCommunity event, long time) {
        switch (event) {
            case EventBody.MemberLeft _ -> all.add(new Departure(time, author));
            case EventBody.MemberRemoved removed -> all.add(new Departure(time, removed.member()));
            case EventBody.InCommunity _ -> {}
        }
    }

    /// Hands over those from before that time whom the chat has not heard of.
    public void until(long time, Heard heard, Consumer<MemberId> each) {
        while (heard.count < all.size() && all.get(heard.count).time < time) {
            each.accept(all.get(heard.count).member);
            heard.count++;
        }
    }
}
