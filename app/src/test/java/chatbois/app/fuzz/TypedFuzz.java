package chatbois.app.fuzz;

import static chatbois.app.fuzz.Claims.claim;
import static chatbois.app.fuzz.Claims.text;

import chatbois.log.Malformed;
import chatbois.protocol.Address;
import chatbois.protocol.Invite;
import chatbois.protocol.InviteCode;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.InvalidName;
import chatbois.protocol.name.MemberName;
import chatbois.protocol.name.NameKey;
import chatbois.protocol.name.Skeleton;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/// Whatever people type or paste, it is an invite or a name, or they are told why not.
@Tag("fuzz")
class TypedFuzz {
    @FuzzTest
    void invite(byte[] bytes) {
        try {
            Invite invite = Invite.parse(text(bytes));
            claim(Invite.parse(invite.line()).equals(invite), "an invite changes");
            claim(invite.code().key().seed().length == 32, "a code gives no key");
        } catch (Malformed e) {
            // So it was none.
        }
    }

    @FuzzTest
    void address(byte[] bytes) {
        Address address;
        try {
            address = Address.parse(text(bytes));
        } catch (Malformed e) {
            return;
        }
        claim(Address.parse(address.toString()).equals(address), "an address changes");
    }

    @FuzzTest
    void inviteCode(byte[] bytes) {
        InviteCode code;
        try {
            code = InviteCode.parse(text(bytes));
        } catch (Malformed e) {
            return;
        }
        claim(InviteCode.parse(code.secret()).equals(code), "a code changes");
        claim(code.secret().matches("[0-9A-HJKMNP-TV-Z]{20}"), "a code in other characters");
    }

    @FuzzTest
    void memberName(byte[] bytes) {
        MemberName name;
        try {
            name = MemberName.parse(text(bytes));
        } catch (InvalidName e) {
            return;
        }
        claim(new MemberName(name.value()).equals(name), "a name changes");
        claim(MemberName.parse(name.value()).equals(name), "a name changes when typed again");
        claim(!NameKey.of(name).value().isEmpty(), "a name without a key");
        claim(!Skeleton.of(name).value().isEmpty(), "a name without a skeleton");
        claim(name.value().length() <= 2 * MemberName.MAX_CODE_POINTS, "a name too long");
    }

    @FuzzTest
    void chatName(byte[] bytes) {
        ChatName name;
        try {
            name = ChatName.parse(text(bytes));
        } catch (InvalidName e) {
            return;
        }
        claim(ChatName.parse(name.value()).equals(name), "a chat's name changes when typed again");
        claim(!NameKey.of(name).value().isEmpty(), "a chat's name without a key");
        claim(name.value().length() <= 2 * ChatName.MAX_CODE_POINTS, "a chat's name too long");
    }
}
