package chatbois.protocol.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MentionsTest {
    @Test
    void what_stands_behind_an_at_is_a_mention_and_an_address_is_none() {
        assertThat(Mentions.words("@ben, (@Zoë) and @c-3: hi"))
                .containsExactly("ben", "Zoë", "c-3");
        assertThat(Mentions.words("ben@example.org @ @@ a.b@c x_@y")).isEmpty();
        assertThat(Mentions.words("@ben.")).containsExactly("ben.");
        assertThat(Mentions.words("@" + "x".repeat(10_000))).allMatch(word -> word.length() <= 64);
    }

    @Test
    void all_and_everyone_mean_everybody() {
        assertThat(Mentions.callsEveryone("@all!")).isTrue();
        assertThat(Mentions.callsEveryone("look, @everyone.")).isTrue();
        assertThat(Mentions.callsEveryone("@allan, all of you")).isFalse();
    }

    @Test
    void code_and_quotes_call_nobody() {
        assertThat(Mentions.words("`@ben` and ``a ` @ann`` but @carl")).containsExactly("carl");
        assertThat(Mentions.words("a ` @ben without an end")).containsExactly("ben");
        assertThat(Mentions.words("@a\n```java\n@Override\n```\n@b")).containsExactly("a", "b");
        assertThat(Mentions.words("```\n@ben")).containsExactly("ben");
        assertThat(Mentions.words("> @ben: hello\n> > @ann\nwell, @carl")).containsExactly("carl");
        assertThat(Mentions.callsEveryone("`@all`")).isFalse();
        assertThat(Mentions.words("`".repeat(5_000) + "@ben" + "`".repeat(4_999)))
                .containsExactly("ben");
    }
}
