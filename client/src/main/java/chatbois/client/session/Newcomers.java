package chatbois.client.session;

import chatbois.log.Event;
import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.event.EventBody.MemberJoined;
import chatbois.protocol.view.Member;
import java.util.ArrayList;
import java.util.List;

/// Who came into the community, in sentences for those who are there already.
record Newcomers(Community community, MemberId me) {
    /// So many at once have a sentence each.
    private static final int FEW = 3;

    /// A newcomer who is still there, and the invite.
    private record Newcomer(String name, VerifyKey invite) {}

    /// What verified events tell that came together: when catching up many may have come.
    List<String> in(List<Event> events) {
        List<Newcomer> all = new ArrayList<>();
        for (Event event : events) {
            MemberId member = event.header().author();
            if (Teller.body(event) instanceof MemberJoined joined && !member.equals(me)) {
                community
                        .view()
                        .member(member)
                        .map(Member::shownName)
                        .ifPresent(name -> all.add(new Newcomer(name, joined.invite())));
            }
        }
        return all.size() <= FEW
                ? all.stream().map(this::sentence).toList()
                : List.of(together(all));
    }

    private String sentence(Newcomer newcomer) {
        return newcomer.name + " joined the community" + invitedBy(newcomer.invite) + ".";
    }

    private String invitedBy(VerifyKey invite) {
        return community
                .view()
                .inviter(invite)
                .map(by -> ", invited by " + (by.equals(me) ? "you" : community.name(by)))
                .orElse("");
    }

    private static String together(List<Newcomer> all) {
        List<String> named = all.stream().limit(FEW).map(Newcomer::name).toList();
        return "%s and %d more joined the community."
                .formatted(String.join(", ", named), all.size() - FEW);
    }
}
