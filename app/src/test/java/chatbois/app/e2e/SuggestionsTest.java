package chatbois.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Names appear above the input while Anna types, before she asks for them; what is not hers
/// doesn't.
@Tag("e2e")
class SuggestionsTest extends Hosted {
    private static final String TAB = "\t";
    private static final String SHIFT_TAB = "\u001b[Z";
    private static final String ESC = "\u001b";
    private static final String CTRL_U = "\u0015";

    @Test
    void names_are_suggested_while_they_are_typed() throws Exception {
        try (Window anna = host.join("anna", host.ownerInvite(), 100, 30);
                Window andy = host.join("andy", Host.invite(anna), 100, 30);
                Window ben = host.joinPlain("ben", Host.invite(anna))) {
            ben.say("/new secret andy");
            ben.await("now in #secret");
            andy.await("#secret");
            membersAreOfferedAndTaken(anna);
            everyArgumentIsOffered(anna, andy);
            whatIsNotHersIsNot(anna);
        }
    }

    private static void membersAreOfferedAndTaken(Window anna) throws Exception {
        anna.type("@");
        anna.await("both", screen -> listed(screen, "@andy:") && listed(screen, "@ben:"));
        anna.type("a");
        anna.await("only andy", screen -> listed(screen, "@andy:") && !listed(screen, "@ben:"));
        assertThat(anna.screen()).contains("\n> @a\n");
        anna.type(TAB);
        anna.await("\n> @andy:");
        anna.type(CTRL_U + "/msg ");
        anna.await("both", screen -> listed(screen, "andy") && listed(screen, "ben"));
        anna.type(TAB + TAB);
        anna.await("\n> /msg ben");
        anna.type(SHIFT_TAB);
        anna.await("\n> /msg andy");
        anna.type(CTRL_U + "@b");
        anna.await("ben", screen -> listed(screen, "@ben:"));
        anna.type(ESC);
        anna.await("the list closed", screen -> !listed(screen, "@ben:"));
        assertThat(anna.screen()).contains("\n> @b\n");
        anna.type(CTRL_U);
    }

    private static void everyArgumentIsOffered(Window anna, Window andy) throws Exception {
        anna.say("/new garden andy ben");
        anna.await("#garden  3 members");
        andy.say("/go garden");
        andy.await("#garden  3 members");
        andy.say("hello");
        anna.await("andy  hello");
        anna.type("/role ");
        anna.await("a member", screen -> listed(screen, "andy"));
        anna.type("andy ");
        anna.await("roles", screen -> listed(screen, "moderator"));
        anna.type(CTRL_U + "/delete "); // not /go: she is there
        anna.await("a chat", screen -> listed(screen, "#garden"));
        anna.type(CTRL_U);
    }

    private static void whatIsNotHersIsNot(Window anna) throws Exception {
        anna.type("look at #");
        anna.await("her own chat", screen -> listed(screen, "#garden"));
        assertThat(anna.screen()).doesNotContain("secret");
        anna.type(CTRL_U + "/go s");
        anna.await("\n> /go s");
        assertThat(anna.screen()).doesNotContain("secret");
        anna.type(CTRL_U);
    }

    /// Whether it stands in the list above the input, which begins a row of its own.
    private static boolean listed(String screen, String text) {
        return screen.lines().anyMatch(row -> row.strip().startsWith(text));
    }
}
