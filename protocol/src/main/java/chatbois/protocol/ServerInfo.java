package chatbois.protocol;

import chatbois.log.LogId;
import java.util.List;

/// What a server tells everybody at `GET /info`.
public record ServerInfo(
        String name, LogId community, List<Integer> protocols, boolean locked, boolean full) {
    public ServerInfo {
        protocols = List.copyOf(protocols);
    }
}
