package chatbois.terminal.state;

import chatbois.client.session.Snapshot;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.protocol.right.Role;
import chatbois.terminal.command.Input;
import chatbois.terminal.command.Verb;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Finds what the word before the cursor may become: a command, a chat, or a member, those who
/// spoke last first.
final class Candidates {
    /// @param from where in the text the word begins
    record Found(int from, List<String> texts) {
        Found {
            texts = List.copyOf(texts);
        }
    }

    private final Model model;
    private final String before;

    private Candidates(Model model, String before) {
        this.model = model;
        this.before = before;
    }

    /// @param before the text up to the cursor
    static Found of(Model model, String before) {
        return new Candidates(model, before).find();
    }

    private Found find() {
        boolean slash = before.startsWith("/") && !before.startsWith("//");
        int gap = firstBlank();
        if (slash && gap < 0) {
            return found(
                    0, Verb.beginningWith(before.substring(1)).stream().map(Candidates::typed));
        }
        int word = lastBlank() + 1;
        if (slash && Input.read(before) instanceof Input.Run(Verb verb, _, String rest)) {
            int argument = gap + 1;
            return switch (verb) {
                case GO ->
                        matching(argument, chats(before.charAt(argument - 1) == ' ' ? rest : ""));
                case JOIN -> matching(argument, invitations());
                case ROLE -> matching(word, word == argument ? names(word, " ") : roles());
                case HELP -> matching(argument, Stream.of(Verb.values()).map(Verb::word));
                default -> matching(word, names(word, " "));
            };
        }
        return word == before.length()
                ? found(word, Stream.of())
                : matching(word, names(word, word == 0 ? ": " : " "));
    }

    private static String typed(Verb verb) {
        return "/" + verb.word() + " ";
    }

    private Stream<String> names(int word, String end) {
        if (before.startsWith("#", word)) {
            return chats("#").map(title -> title + " ");
        }
        String at = before.startsWith("@", word) ? "@" : "";
        return members().map(name -> at + name + end);
    }

    /// With the sign in front, unless the member types it without.
    private Stream<String> chats(String typed) {
        boolean bare = !typed.startsWith("#") && !typed.startsWith("@") && !typed.isEmpty();
        List<String> titles = new ArrayList<>();
        model.community().ifPresent(here -> add(titles, here));
        model.communities().forEach(community -> add(titles, community));
        return titles.stream().distinct().map(title -> bare ? title.substring(1) : title);
    }

    private static void add(List<String> titles, Snapshot community) {
        for (ChatInfo chat : community.chats()) {
            titles.add((chat.direct() ? "@" : "#") + chat.title());
        }
    }

    private Stream<String> invitations() {
        return model.community().stream()
                .flatMap(community -> community.invitations().stream())
                .map(invitation -> invitation.name().value());
    }

    private Stream<String> roles() {
        return model.community().stream().flatMap(c -> c.roles().stream()).map(Role::name);
    }

    private Stream<String> members() {
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

    private Found matching(int from, Stream<String> texts) {
        String typed = fold(before.substring(from));
        return found(from, texts.filter(text -> fold(text).startsWith(typed)));
    }

    private static Found found(int from, Stream<String> texts) {
        return new Found(from, texts.toList());
    }

    private int firstBlank() {
        return (int) before.chars().takeWhile(c -> !Character.isWhitespace(c)).count()
                        < before.length()
                ? (int) before.chars().takeWhile(c -> !Character.isWhitespace(c)).count()
                : -1;
    }

    private int lastBlank() {
        int place = before.length() - 1;
        while (place >= 0 && !Character.isWhitespace(before.charAt(place))) {
            place--;
        }
        return place;
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
