package chatbois.terminal.command;

import chatbois.log.MemberId;
import chatbois.protocol.Sighting;
import chatbois.protocol.Sighting.State;
import chatbois.protocol.view.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How the members of a list are there, below it.
record PresenceLines(List<Member> members, Map<MemberId, Sighting> seen) {
    PresenceLines(List<Member> members, List<Sighting> seen) {
        this(members, byMember(seen));
    }

    private static Map<MemberId, Sighting> byMember(List<Sighting> seen) {
        Map<MemberId, Sighting> all = new HashMap<>();
        seen.forEach(sighting -> all.put(sighting.member(), sighting));
        return all;
    }

    /// For a table; empty if nothing is told.
    String word(Member member) {
        return Whereabouts.word(state(member));
    }

    private State state(Member member) {
        Sighting known = seen.get(member.id());
        return known == null ? State.UNKNOWN : known.state();
    }

    /// The line, and below it who is online and who is away.
    List<String> below(String line) {
        List<String> lines = new ArrayList<>();
        lines.add(line);
        add(lines, "Online: ", State.ONLINE);
        add(lines, "Away: ", State.AWAY);
        return lines;
    }

    private void add(List<String> lines, String begin, State state) {
        String names =
                members.stream()
                        .filter(member -> state(member) == state)
                        .map(member -> member.name().value())
                        .sorted(String.CASE_INSENSITIVE_ORDER)
                        .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            lines.add(begin + names + ".");
        }
    }
}
