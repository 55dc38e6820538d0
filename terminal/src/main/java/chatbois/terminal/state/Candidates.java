package chatbois.terminal.state;

import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.protocol.name.SearchKey.Fit;
import chatbois.protocol.right.ChatRole;
import chatbois.protocol.right.Role;
import chatbois.terminal.binding.Action;
import chatbois.terminal.command.Argument;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.TypedPath;
import chatbois.terminal.command.Verb;
import chatbois.terminal.setting.Setting;
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
        if (word.what() == Argument.EMOJI) {
            return new Found(
                    word.from(),
                    model.emoji.find(word.typed()).stream()
                            .map(e -> word.taken(e.name()))
                            .toList());
        }
        Set<String> titles = new LinkedHashSet<>(fitting(model, word, ranked.orElse(List.of())));
        boolean whole = ranked.isPresent() && word.what() == Argument.MEMBER;
        if (!whole && !word.isEmpty()) {
            titles(model, word).forEach(titles::add);
        }
        return new Found(
                word.from(),
                titles.stream()
                        .filter(title ->
                                word.fit(title) != Fit.NONE && !leadsHere(model, word, title))
                        .sorted(Comparator.comparing(word::fit))
                        .map(word::taken)
                        .toList());
    }

    /// One can go only where one is, and come in only where one isn't.
    private static List<String> fitting(Model model, Word word, List<String> ranked) {
        List<String> own = chats(model).toList();
        if (word.what() == Argument.INVITATION) {
            return ranked.stream().filter(t -> !own.contains(t)).map(t -> t.substring(1)).toList();
        }
        boolean going = word.what() == Argument.CHAT && word.end().isEmpty();
        return going ? ranked.stream().filter(own::contains).toList() : ranked;
    }

    /// Whether that is where one is already: nobody goes there, or passes anything on to it.
    private static boolean leadsHere(Model model, Word word, String title) {
        return word.what() == Argument.CHAT
                && model.chat().map(Candidates::title).filter(title::equals).isPresent()
                && Input.read(model.editor().draft().text()) instanceof Input.Run(Verb verb, _, _)
                && (verb == Verb.GO || verb == Verb.FORWARD);
    }

    private static Stream<String> titles(Model model, Word word) {
        return switch (word.what()) {
            case MEMBER -> members(model, /* blocked= */ false);
            case BLOCKED -> members(model, /* blocked= */ true);
            case CHAT -> chats(model);
            case INVITATION -> invitations(model);
            case ROLE ->
                    model.community().stream().flatMap(c -> c.roles().stream()).map(Role::name);
            case CHAT_ROLE -> Stream.of(ChatRole.values()).map(ChatRole::word);
            case FILE -> TypedPath.beginning(word.typed());
            case COMMAND -> Stream.concat(Verb.byUse().map(Verb::word), aliases(model));
            case ALIAS -> aliases(model);
            case EMOJI, TEXT -> Stream.of();
            case SETTING -> Stream.of(Setting.values()).map(Setting::title);
            case VALUE -> values(model);
            case ACTION -> Stream.of(Action.values()).map(Action::word);
            case THEME -> model.themes.names().stream();
        };
    }

    private static Stream<String> aliases(Model model) {
        return model.aliases.sorted().keySet().stream();
    }

    /// What the setting can be that stands before the word.
    private static Stream<String> values(Model model) {
        return Stream.of(model.editor().draft().text().split("\\s+", 3))
                .skip(1)
                .limit(1)
                .flatMap(name -> Setting.named(name).stream())
                .flatMap(setting -> Stream.concat(offers(model, setting), Stream.of("default")));
    }

    private static Stream<String> offers(Model model, Setting setting) {
        return setting == Setting.LOOKS_THEME
                ? model.themes.names().stream()
                : setting.kind().offers().stream();
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
                .map(invitation -> invitation.title());
    }

    /// Those whom the member has blocked, or all others.
    private static Stream<String> members(Model model, boolean blocked) {
        Snapshot community = model.community().orElse(null);
        if (community == null) {
            return Stream.of();
        }
        Set<String> names = new LinkedHashSet<>();
        Set<String> all = new LinkedHashSet<>();
        community.members().stream()
                .filter(member -> community.blocked().contains(member.id()) == blocked)
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
