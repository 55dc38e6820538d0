package chatbois.terminal.command;

import static chatbois.protocol.Refusal.refused;

import chatbois.client.session.Session;
import chatbois.client.session.Session.ChatPeople;
import chatbois.client.session.Snapshot.ChatInfo;
import chatbois.log.LogId;
import chatbois.protocol.Limits;
import chatbois.protocol.Refusal.Code;
import chatbois.protocol.event.EventBody.ChatChanged;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.right.ChatRole;
import chatbois.protocol.right.Permission;
import chatbois.protocol.view.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is done with the chat in view: its settings, its members, and its end.
final class ChatActions {
    /// Typed instead of a text, to have none.
    private static final String NOTHING = "-";

    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,6})([smhd]?)");

    CompletableFuture<Outcome> rename(Spot spot, String typed) {
        ChatName name = ChatName.parse(typed);
        return change(spot, ChatChanged.named(name), "This chat is called " + name + " now.");
    }

    CompletableFuture<Outcome> topic(Spot spot, String typed) {
        if (typed.isEmpty()) {
            String now = info(spot).state().topic();
            return told(now.isEmpty() ? "This chat has no topic." : "Topic: " + now);
        }
        String topic = typed.equals(NOTHING) ? "" : typed;
        return change(
                spot,
                ChatChanged.topic(topic),
                topic.isEmpty() ? "The topic is gone." : "The topic is set.");
    }

    CompletableFuture<Outcome> describe(Spot spot, String typed) {
        if (typed.isEmpty()) {
            return spot.session()
                    .chat(chat(spot))
                    .details()
                    .thenApply(details ->
                            details.description().isEmpty()
                                    ? Outcome.told("This chat has no description.")
                                    : new Outcome.Told(details.description().lines().toList()));
        }
        String text = typed.equals(NOTHING) ? "" : typed;
        return change(
                spot,
                ChatChanged.description(text),
                text.isEmpty() ? "The description is gone." : "The description is set.");
    }

    CompletableFuture<Outcome> archive(Spot spot, boolean archived) {
        return change(
                spot,
                ChatChanged.archived(archived),
                archived
                        ? "This chat can only be read now; /unarchive takes it back out."
                        : "This chat can be written to again.");
    }

    CompletableFuture<Outcome> publish(Spot spot, boolean publicly) {
        return change(
                spot,
                ChatChanged.publicly(publicly),
                publicly
                        ? "Everybody in the community may find this chat with /browse and come in."
                        : "Nobody but its members sees this chat now.");
    }

    CompletableFuture<Outcome> slow(Spot spot, String typed) {
        if (typed.isEmpty()) {
            return spot.session()
                    .chat(chat(spot))
                    .details()
                    .thenApply(details ->
                            Outcome.told(
                                    details.slowSeconds() == 0
                                            ? "There is no slow mode here."
                                            : "Slow mode: one message every "
                                                    + details.slowSeconds()
                                                    + " seconds."));
        }
        int seconds = seconds(typed);
        return change(
                spot,
                ChatChanged.slow(seconds),
                seconds == 0
                        ? "Slow mode is over."
                        : "Members can say one thing every " + seconds + " seconds now.");
    }

    /// `off`, or a length as `30`, `30s`, `5m`, `1h`, `1d`.
    private static int seconds(String typed) {
        if (typed.equalsIgnoreCase("off")) {
            return 0;
        }
        Matcher length = LENGTH.matcher(typed.toLowerCase(Locale.ROOT));
        if (!length.matches()) {
            throw new WrongUsage("Type /slow and a length as 30s or 5m, or off.");
        }
        long unit =
                switch (length.group(2)) {
                    case "m" -> 60;
                    case "h" -> 3_600;
                    case "d" -> 86_400;
                    default -> 1;
                };
        return (int) Math.min(unit * Integer.parseInt(length.group(1)), Limits.SLOW_SECONDS + 1);
    }

    private static CompletableFuture<Outcome> change(
            Spot spot, ChatChanged changed, String sentence) {
        return spot.session()
                .chat(chat(spot))
                .change(changed)
                .thenApply(_ -> Outcome.evident(sentence));
    }

    /// Puts somebody out, or takes the invitation back if they have not come yet.
    CompletableFuture<Outcome> remove(Spot spot, List<String> words, Verb verb) {
        if (words.isEmpty()) {
            throw WrongUsage.of(verb);
        }
        Session session = spot.session();
        LogId chat = chat(spot);
        Member member = ModerationActions.member(session, words.getFirst());
        String reason = String.join(" ", words.subList(1, words.size()));
        return session.chatMembers(chat)
                .thenCompose(people -> {
                    if (people.invited().stream().anyMatch(m -> m.id().equals(member.id()))) {
                        return session.chat(chat)
                                .takeBackInvitation(member.id())
                                .thenApply(_ ->
                                        Outcome.evident(
                                                member.name() + " is not invited any more."));
                    }
                    return session.chat(chat)
                            .remove(member.id(), reason.isEmpty() ? null : reason)
                            .thenApply(
                                    _ -> Outcome.evident(member.name() + " is not here any more."));
                });
    }

    CompletableFuture<Outcome> role(Spot spot, List<String> words, Verb verb) {
        Session session = spot.session();
        LogId chat = chat(spot);
        if (words.isEmpty()) {
            return session.chatMembers(chat).thenApply(ChatActions::roles);
        }
        if (words.size() != 2) {
            throw WrongUsage.of(verb);
        }
        Member member = ModerationActions.member(session, words.getFirst());
        ChatRole role =
                ChatRole.named(words.getLast().toLowerCase(Locale.ROOT))
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "There is no role %s in a chat, only: %s."
                                                .formatted(words.getLast(), roleNames())));
        return session.chat(chat)
                .giveRole(member.id(), role)
                .thenApply(
                        _ -> Outcome.evident(member.name() + " is " + role.word() + " here now."));
    }

    private static String roleNames() {
        return Arrays.stream(ChatRole.values())
                .map(ChatRole::word)
                .collect(Collectors.joining(", "));
    }

    private static Outcome roles(ChatPeople people) {
        List<List<Object>> rows = new ArrayList<>();
        for (ChatRole role : ChatRole.values()) {
            String who =
                    people.members().stream()
                            .filter(m -> role.word().equals(people.roles().get(m.id())))
                            .map(m -> m.name().value())
                            .sorted(String.CASE_INSENSITIVE_ORDER)
                            .collect(Collectors.joining(", "));
            String may =
                    Permission.inChats().stream()
                            .filter(role.permissions()::contains)
                            .map(Permission::word)
                            .collect(Collectors.joining(", "));
            rows.add(List.of(role.word(), who.isEmpty() ? "-" : who, may.isEmpty() ? "-" : may));
        }
        return Outcome.listed(new Table(List.of("role", "who", "may"), rows), List.of());
    }

    /// Whoever deletes types the chat's name, so that no slip of a finger does it.
    CompletableFuture<Outcome> delete(Spot spot, String typed) {
        Session session = spot.session();
        ChatInfo info = info(spot);
        String plain = typed.startsWith("#") ? typed.substring(1) : typed;
        if (!info.title().equals(plain)) {
            throw new IllegalArgumentException(
                    "Type /delete %s to delete this chat for everybody, with all that was said in it."
                            .formatted(info.title()));
        }
        return session.chat(info.id())
                .delete()
                .thenApply(_ ->
                        new Outcome.WentTo(
                                new Spot(session, null),
                                List.of(info.title() + " is deleted."),
                                ""));
    }

    static LogId chat(Spot spot) {
        LogId chat = spot.chat();
        if (chat == null) {
            throw new NoChatHere();
        }
        return chat;
    }

    static ChatInfo info(Spot spot) {
        chat(spot);
        return spot.info()
                .orElseThrow(
                        () -> refused(Code.NO_SUCH_CHAT, "You are not in this chat any more."));
    }

    private static CompletableFuture<Outcome> told(String line) {
        return CompletableFuture.completedFuture(Outcome.told(line));
    }
}
