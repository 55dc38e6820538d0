package chatbois.protocol.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import chatbois.protocol.Refusal;
import chatbois.protocol.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// The claim that something is refused, and for what reason.
final class Refusals {
    private Refusals() {}

    static void assertRefused(Refusal.Code code, ThrowingCallable work) {
        Throwable thrown = catchThrowable(work);
        assertThat(thrown).as("what should be refused").isInstanceOf(Refused.class);
        Refusal refusal = ((Refused) thrown).refusal();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.sentence()).isNotBlank().endsWith(".");
    }
}
