package chatbois.app.member;

import chatbois.client.session.Session;
import chatbois.protocol.Invite;
import chatbois.protocol.JsonLine;
import chatbois.protocol.right.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Makes an invite into the community; prints its line.
@Command(
        name = "invite",
        mixinStandardHelpOptions = true,
        description = "Make an invite into the community; prints the line to pass on.")
final class InviteCommand implements Callable<Integer> {
    @Mixin private CommunityOption in = new CommunityOption();

    @Option(
            names = "--uses",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many may join by it. Default: 1.")
    private int uses;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "7",
            description = "How many days it is good for; 0 for ever. Default: 7.")
    private int days;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "member",
            description =
                    "What whoever joins by it is: owner, admin, moderator, member, guest, or a role"
                            + " that was made. Default: member.")
    private String role = "member";

    @Option(names = "--json", description = "One line of JSON.")
    private boolean json;

    private record Line(String invite, int uses, String expires) {}

    @Override
    public Integer call() throws Exception {
        try (Visit visit = Visit.begin()) {
            Session session = visit.session(in.community);
            if (days < 0) {
                throw new IllegalArgumentException(
                        "--days is a number of days, or 0 for ever; not " + days);
            }
            Instant expires = days == 0 ? null : Instant.now().plus(Duration.ofDays(days));
            Invite invite = Visit.await(session.makeInvite(role(session), uses, expires));
            System.out.println(
                    json
                            ? JsonLine.of(
                                    new Line(
                                            invite.line(),
                                            uses,
                                            expires == null ? "" : expires.toString()))
                            : invite.line());
        }
        return 0;
    }

    private Role role(Session session) {
        return session.snapshot().roles().stream()
                .filter(each -> each.name().equals(role))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "There is no role %s; chatbois admin role lists them."
                                        .formatted(role)));
    }
}
