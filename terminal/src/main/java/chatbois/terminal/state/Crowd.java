package chatbois.terminal.state;

import chatbois.client.session.Session.ChatPeople;
import chatbois.log.MemberId;
import chatbois.protocol.right.ChatRole;
import chatbois.protocol.view.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Who is in a chat, in the order of a list: those of a role under a heading, by their ranks in the
/// community and their names.
///
/// @param size how many they are
public record Crowd(Place chat, List<Line> lines, int size) {
    /// A row of the list.
    public sealed interface Line {
        /// The heading of a role.
        record Heading(String role) implements Line {}

        record Seat(MemberId id, String name, boolean own) implements Line {}
    }

    public Crowd {
        lines = List.copyOf(lines);
    }

    static Crowd of(Place chat, ChatPeople people, Optional<MemberId> me) {
        Comparator<Member> byRole = Comparator.comparingInt(member -> -role(people, member).rank());
        List<Line> lines = new ArrayList<>();
        String role = "";
        for (Member member :
                people.members().stream()
                        .sorted(
                                byRole.thenComparingInt(member -> -member.role().rank())
                                        .thenComparing(
                                                member -> member.name().value(),
                                                String.CASE_INSENSITIVE_ORDER))
                        .toList()) {
            String word = role(people, member).word();
            if (!word.equals(role)) {
                lines.add(new Line.Heading(word));
                role = word;
            }
            lines.add(
                    new Line.Seat(
                            member.id(),
                            member.name().value(),
                            me.equals(Optional.of(member.id()))));
        }
        return new Crowd(chat, lines, people.members().size());
    }

    /// Those in the first rows.
    List<MemberId> ids(int rows) {
        return lines.stream()
                .limit(rows)
                .filter(Line.Seat.class::isInstance)
                .map(line -> ((Line.Seat) line).id())
                .toList();
    }

    private static ChatRole role(ChatPeople people, Member member) {
        return ChatRole.named(people.roles().getOrDefault(member.id(), "")).orElse(ChatRole.MEMBER);
    }
}
