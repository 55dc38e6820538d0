package chatbois.terminal.state;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.log.Bytes32;
import chatbois.log.LogId;
import chatbois.protocol.Address;
import chatbois.protocol.Invite;
import chatbois.protocol.InviteCode;
import chatbois.terminal.key.Key;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JoinFormTest {
    private final Invite invite =
            new Invite(
                    new Address("chat.example.org", 7777),
                    InviteCode.generate(new SecureRandom()),
                    new LogId(Bytes32.of(new byte[32])));
    private final JoinForm form = new JoinForm("anna", List.of());

    @Test
    void pasting_an_invite_and_pressing_enter_still_asks_for_the_name() {
        form.press(new Key.Paste(invite.line() + "\n", false));
        assertThat(form.step()).isEqualTo(JoinForm.Step.INVITE);

        assertThat(form.enter()).isEmpty();

        assertThat(form.step()).isEqualTo(JoinForm.Step.NAME);
        assertThat(form.field().draft().text()).isEqualTo("anna");
    }
}
