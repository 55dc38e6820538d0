package chatbois.terminal.state;

import static org.assertj.core.api.Assertions.assertThat;

import chatbois.client.pairing.PairingCode;
import chatbois.log.Bytes32;
import chatbois.log.LogId;
import chatbois.protocol.Address;
import chatbois.protocol.Invite;
import chatbois.protocol.InviteCode;
import chatbois.terminal.binding.Bindings;
import chatbois.terminal.binding.Stroke;
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
        form.press(Stroke.of(new Key.Paste(invite.line() + "\n", false)), Bindings.STANDARD);
        assertThat(form.step()).isEqualTo(JoinForm.Step.INVITE);

        assertThat(form.enter()).isEmpty();

        assertThat(form.step()).isEqualTo(JoinForm.Step.NAME);
        assertThat(form.field().draft().text()).isEqualTo("anna");
    }

    @Test
    void a_name_that_is_typed_takes_the_place_of_the_suggested_one() {
        form.press(Stroke.of(new Key.Paste(invite.line(), false)), Bindings.STANDARD);
        form.enter();
        "cleo".chars().forEach(c -> form.press(Stroke.of(Key.typed(c)), Bindings.STANDARD));
        assertThat(form.field().draft().text()).isEqualTo("cleo");
        form.refused("This name is taken.", /* byName= */ true);
        form.press(Stroke.of(Key.typed('2')), Bindings.STANDARD);
        assertThat(form.field().draft().text()).isEqualTo("cleo2");
    }

    @Test
    void the_line_of_a_reset_asks_for_no_name() {
        Invite back = Invite.back(invite.address(), invite.code(), invite.community());
        form.press(Stroke.of(new Key.Paste(back.line(), false)), Bindings.STANDARD);
        assertThat(form.enter()).contains(new Effect.ComeBack(back));
        assertThat(form.step()).isEqualTo(JoinForm.Step.WAITING);
    }

    @Test
    void the_line_that_link_shows_is_taken_as_a_whole_or_without_its_command() {
        PairingCode code = PairingCode.parse("4821-7390-5112");
        Effect linking = new Effect.Link(new Address("example.org", 7777), code);
        for (String line :
                new String[] {
                    "chatbois link example.org:7777 4821-7390-5112",
                    "./chatbois link example.org 482173905112",
                    "example.org:7777 4821 7390 5112",
                }) {
            JoinForm asked = new JoinForm("anna", List.of());
            asked.press(Stroke.of(new Key.Paste(line, false)), Bindings.STANDARD);
            assertThat(asked.enter()).as(line).contains(linking);
        }
    }
}
