package chatbois.terminal.setting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Chats that a setting names.
class ChatSetTest {
    private static final String SOUP = "0123456789abcdef0123456789abcdef";
    private static final String OTHER = "fedcba9876543210fedcba9876543210";

    @Test
    void a_chat_stays_in_it_whatever_it_is_called() {
        ChatSet set = ChatSet.of("none").with(SOUP, "#soup");
        assertThat(set.value()).isEqualTo("0123456789abcdef");
        assertThat(ChatSet.of(set.value()).has(SOUP, "#stew")).isTrue();
        assertThat(set.has(OTHER, "#soup")).isFalse();
        assertThat(set.without(SOUP, "#stew").value()).isEqualTo("none");
    }

    @Test
    void what_an_older_version_kept_by_name_counts_until_it_is_kept_by_id() {
        ChatSet old = ChatSet.of("#soup, @ben");
        assertThat(old.has(SOUP, "#soup")).isTrue();
        assertThat(old.has(SOUP, "#stew")).isFalse();
        assertThat(old.with(SOUP, "#soup").value()).isEqualTo("0123456789abcdef, @ben");
        assertThat(old.without(SOUP, "#soup").value()).isEqualTo("@ben");
    }
}
