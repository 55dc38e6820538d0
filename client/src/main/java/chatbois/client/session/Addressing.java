package chatbois.client.session;

import chatbois.log.MemberId;
import chatbois.protocol.Limits;
import chatbois.protocol.event.Attachment;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.MessageEdited;
import chatbois.protocol.name.InvalidName;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.name.Mentions;
import chatbois.protocol.right.ChatRole;
import chatbois.protocol.right.Permission;
import chatbois.protocol.view.CommunityView;
import chatbois.protocol.view.Member;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds out for whom a message is: whom its text names with an @, everybody by `@all` if the
/// author may, and who wrote what it answers. What is sent names members and not names, so that it
/// stays true when somebody is renamed.
record Addressing(CommunityView community, MemberId me) {
    Message message(
            String text,
            boolean action,
            @Nullable Entry to,
            List<Attachment> files,
            ChatRole role) {
        Set<MemberId> named = new LinkedHashSet<>();
        if (to != null) {
            named.add(to.by());
        }
        return new Message(
                text,
                action,
                to == null ? null : to.seq(),
                called(named, text),
                callsAll(text, role),
                files);
    }

    /// Another text of one's own message at that place.
    MessageEdited edit(long seq, String text, ChatRole role) {
        List<MemberId> called = called(new LinkedHashSet<>(), text);
        return new MessageEdited(seq, text, called, callsAll(text, role));
    }

    private List<MemberId> called(Set<MemberId> named, String text) {
        Mentions.words(text).forEach(word -> member(word).ifPresent(named::add));
        named.remove(me);
        List<MemberId> first = new ArrayList<>(named);
        return first.subList(0, Math.min(first.size(), Limits.MENTIONS));
    }

    private static @Nullable Boolean callsAll(String text, ChatRole role) {
        boolean all =
                Mentions.callsEveryone(text)
                        && role.permissions().contains(Permission.CHAT_CALL_ALL);
        return all ? true : null;
    }

    /// The member whom a word names: as it stands, or without a full stop behind it.
    private Optional<MemberId> member(String word) {
        for (int end = word.length(); end > 0; end--) {
            Optional<MemberId> found = named(word.substring(0, end));
            if (found.isPresent() || Character.isLetterOrDigit(word.codePointBefore(end))) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<MemberId> named(String name) {
        try {
            return community.memberNamed(MemberName.parse(name)).map(Member::id);
        } catch (InvalidName e) {
            return Optional.empty();
        }
    }
}
