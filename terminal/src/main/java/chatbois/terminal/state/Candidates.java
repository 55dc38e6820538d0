package chatbois.terminal.state;

import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.protocol.name.SearchKey.Fit;
import chatbois.protocol.right.Role;
import chatbois.terminal.command.Argument;
import chatbois.terminal.command.Verb;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds what a word may become: a command, a role, a chat or a member. The server's ranking counts
/// where there is one; without, those come first who spoke last in the chat in view.
final class Candidates {
    /// @param from where in the text the word begins
    record Found(int from, List<String> texts) {
        Found {
            texts = List.copyOf(texts);
        }
    }

    private Candidates() {}

    /// What is known here.
    static Found of(Model model, Word word) {
        return of(model, word, Optional.empty());
    }

    /// What the server has ranked; for chats, then those of other communities, which it doesn't
    /// know.
    static Found of(Model model, Word word, Optional<List<String>> ranked) {
        Set<String> titles = new LinkedHashSet<>(ranked.orElse(List.of()));
        if (word.what() == Argument.CHAT && word.end().isEmpty()) {
            titles.retainAll(chats(model).toList()); // one can't go where one is only invited
        }
        boolean whole = ranked.isPresent() && word.what() == Argument.MEMBER;
        if (!whole && !word.isEmpty()) {
            titles(model, word).forEach(titles::add);
        }
        return new Found(
                word.from(),
                titles.stream()
                        .filter(title -> word.fit(title) != Fit.NONE)
                        .sorted(Comparator.comparing(word::fit))
                        .map(word::taken)
                        .toList());
    }

    private static Stream<String> titles(Model model, Word word) {
        return switch (word.what()) {
            case MEMBER -> members(model);
            case CHAT -> chats(model);
            case INVITATION -> invitations(model);
            case ROLE ->
                    model.community().stream().flatMap(c -> c.roles().stream()).map(Role::name);
            case COMMAND -> Stream.of(Verb.values()).map(Verb::word);
            case TEXT -> Stream.of();
        };
    }

    /// With the sign in front.
    private static Stream<String> chats(Model model) {
        return Stream.concat(model.community().stream(), model.communities().stream())
                .flatMap(community -> community.chats().stream())
                .map(Candidates::title)
                .distinct();
    }

    private static String title(ChatInfo chat) {
        return (chat.direct() ? "@" : "#") + chat.title();
    }

    private static Stream<String> invitations(Model model) {
        return model.community().stream()
                .flatMap(community -> community.invitations().stream())
                .map(invitation -> invitation.name().value());
    }

    private static Stream<String> members(Model model) {
        Snapshot community = model.community().orElse(null);
        if (community == null) {
            return Stream.of();
        }
        Set<String> names = new LinkedHashSet<>();
        Set<String> all = new LinkedHashSet<>();
        community.members().stream()
                .map(member -> member.name().value())
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .forEach(all::add);
        model.talk.entries().reversed().forEach(entry -> names.add(entry.author()));
        names.retainAll(all);
        names.addAll(all);
        names.remove(community.me().name().value());
        return names.stream();
    }
}
