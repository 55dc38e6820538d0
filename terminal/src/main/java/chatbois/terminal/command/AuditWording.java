package chatbois.terminal.command;

import chatbois.log.MemberId;
import chatbois.log.VerifyKey;
import chatbois.protocol.event.EventBody;
import chatbois.protocol.event.EventBody.Announced;
import chatbois.protocol.event.EventBody.ChatMade;
import chatbois.protocol.event.EventBody.DeviceBanned;
import chatbois.protocol.event.EventBody.DeviceLinked;
import chatbois.protocol.event.EventBody.DeviceReturned;
import chatbois.protocol.event.EventBody.DeviceRevoked;
import chatbois.protocol.event.EventBody.DeviceUnbanned;
import chatbois.protocol.event.EventBody.FilesSet;
import chatbois.protocol.event.EventBody.Founded;
import chatbois.protocol.event.EventBody.InviteMade;
import chatbois.protocol.event.EventBody.InviteRevoked;
import chatbois.protocol.event.EventBody.MemberBanned;
import chatbois.protocol.event.EventBody.MemberJoined;
import chatbois.protocol.event.EventBody.MemberKicked;
import chatbois.protocol.event.EventBody.MemberLeft;
import chatbois.protocol.event.EventBody.MemberMuted;
import chatbois.protocol.event.EventBody.MemberRemoved;
import chatbois.protocol.event.EventBody.MemberRenamed;
import chatbois.protocol.event.EventBody.MemberReset;
import chatbois.protocol.event.EventBody.MemberUnbanned;
import chatbois.protocol.event.EventBody.MemberUnmuted;
import chatbois.protocol.event.EventBody.OnMember;
import chatbois.protocol.event.EventBody.OnServer;
import chatbois.protocol.event.EventBody.RecoverySet;
import chatbois.protocol.event.EventBody.RetentionSet;
import chatbois.protocol.event.EventBody.RoleGiven;
import chatbois.protocol.event.EventBody.RoleMade;
import chatbois.protocol.event.EventBody.RoleRemoved;
import chatbois.protocol.event.EventBody.SettingsChanged;
import chatbois.protocol.event.EventBody.ShutdownCalledOff;
import chatbois.protocol.event.EventBody.ShutdownPlanned;
import chatbois.protocol.event.EventBody.StatusSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// How the community's events read in the trail, behind the name of who did it.
///
/// @param names the name of a member, here or gone
record AuditWording(Function<MemberId, String> names) {
    String author(MemberId author) {
        return author.equals(MemberId.SERVER) ? "the server" : names.apply(author);
    }

    String of(EventBody.InCommunity body) {
        return switch (body) {
            case Founded founded -> "founded " + founded.name();
            case MemberJoined joined -> "came in as " + joined.name();
            case MemberLeft _ -> "left the community";
            case InviteMade made -> invite(made);
            case InviteRevoked revoked ->
                    "called back invite " + ModerationActions.shortKey(revoked.invite());
            case SettingsChanged changed -> settings(changed);
            case RoleMade made ->
                    "made role %s, rank %d: %s"
                            .formatted(
                                    made.name(),
                                    made.rank(),
                                    String.join(", ", made.permissions()));
            case RoleRemoved(String name) -> "removed role " + name;
            case Announced(String text) -> "announced: " + text;
            case StatusSet(String text) ->
                    text.isEmpty() ? "took back the status" : "set the status: " + text;
            case ChatMade _ -> "made a chat";
            case OnServer on -> on(on);
            case DeviceLinked linked -> "linked " + device(linked.device(), linked.label());
            case DeviceReturned returned -> "came back with a new device: " + returned.label();
            case RecoverySet _ -> "made a paper key";
            case OnMember on -> on(on, names.apply(on.member()));
        };
    }

    private static String invite(InviteMade made) {
        String role = made.role() == null ? "member" : made.role();
        return "made invite %s for %s, uses: %d%s"
                .formatted(
                        ModerationActions.shortKey(made.invite()),
                        role,
                        made.uses(),
                        until(made.expires()));
    }

    private static String settings(SettingsChanged changed) {
        List<String> parts = new ArrayList<>();
        if (changed.name() != null) {
            parts.add("renamed the community to " + changed.name());
        }
        if (changed.maxMembers() != null) {
            parts.add("set the most members to " + changed.maxMembers());
        }
        if (changed.locked() != null) {
            parts.add(changed.locked() ? "locked the community" : "unlocked the community");
        }
        if (changed.welcome() != null) {
            parts.add("set the welcome: " + changed.welcome());
        }
        if (changed.panic() != null) {
            parts.add("set the panic level to " + changed.panic());
        }
        return String.join(", ", parts);
    }

    private static String on(OnServer event) {
        return switch (event) {
            case ShutdownPlanned(int seconds, boolean restart, String reason) ->
                    "planned a %s of the server in %d s%s"
                            .formatted(restart ? "restart" : "shutdown", seconds, because(reason));
            case ShutdownCalledOff _ -> "called off the end of the server";
            case FilesSet set -> "set which files are taken: " + FileWording.of(set);
            case RetentionSet(int days) ->
                    days == 0
                            ? "had messages kept for ever"
                            : "had messages kept for " + days + " days";
        };
    }

    private static String on(OnMember event, String whom) {
        return switch (event) {
            case RoleGiven(_, String role) -> "made " + whom + " " + role;
            case MemberKicked(_, String reason) -> "kicked " + whom + because(reason);
            case MemberBanned(_, long until, String reason) ->
                    "banned " + whom + until(until) + because(reason);
            case MemberUnbanned _ -> "lifted the ban of " + whom;
            case DeviceBanned(_, var device, long until, String reason) ->
                    "banned %s:%s%s%s"
                            .formatted(
                                    whom,
                                    ModerationActions.shortKey(device),
                                    until(until),
                                    because(reason));
            case DeviceUnbanned(_, var device) ->
                    "lifted the ban of " + whom + ":" + ModerationActions.shortKey(device);
            case MemberMuted(_, long until, String reason) ->
                    "muted " + whom + until(until) + because(reason);
            case MemberUnmuted _ -> "let " + whom + " speak again";
            case MemberRemoved(_, String reason) -> "removed " + whom + because(reason);
            case MemberRenamed(_, var name) -> "renamed " + whom + " to " + name;
            case DeviceRevoked(_, var device) ->
                    "revoked " + whom + ":" + ModerationActions.shortKey(device);
            case MemberReset _ -> "ended all devices of " + whom + ", who comes back by a line";
        };
    }

    private static String device(VerifyKey device, String label) {
        return "device %s (%s)".formatted(ModerationActions.shortKey(device), label);
    }

    private static String until(long until) {
        return until == 0 ? "" : " until " + Moments.minute(until);
    }

    private static String because(String reason) {
        return reason.isEmpty() ? "" : ": " + reason;
    }
}
