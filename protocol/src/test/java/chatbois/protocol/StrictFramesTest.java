package chatbois.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatbois.log.Malformed;
import chatbois.protocol.event.EventBody.Message;
import chatbois.protocol.event.EventBody.SettingsChanged;
import chatbois.protocol.event.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One meaning for every frame and body, in whatever language it is read.
class StrictFramesTest {
    private static final int MESSAGE = Kind.MESSAGE.code();
    private static final int SETTINGS = Kind.SETTINGS_CHANGED.code();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'text':7,'action':false}",
                "{'text':true,'action':false}",
                "{'text':['a'],'action':false}",
                "{'text':{},'action':false}",
                "{'text':'a','action':0}",
                "{'text':'a','action':'true'}",
                "{'text':'a','action':''}",
                "{'text':'a','action':null}",
                "{'text':'a'}",
                "['a',false]",
                "'a'",
                "7"
            })
    void a_part_of_another_type_is_refused(String body) {
        assertBodyRefused(MESSAGE, json(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.0", "5e0", "'5'", "''", "true", "[5]", "1e400", "NaN", "05", "+5"})
    void a_number_that_is_not_written_as_a_whole_number_is_refused(String number) {
        assertBodyRefused(SETTINGS, json("{'maxMembers':" + number + "}"));
        assertFrameRefused("{'id':" + number + ",'request':{'type':'Who'}}");
    }

    @Test
    void a_number_beyond_its_range_is_refused() {
        assertBodyRefused(SETTINGS, json("{'maxMembers':2147483648}"));
        assertFrameRefused("{'id':9223372036854775808,'request':{'type':'Who'}}");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void a_request_s_number_below_one_is_refused(long id) {
        assertFrameRefused("{'id':" + id + ",'request':{'type':'Who'}}");
    }

    @Test
    void a_doubled_part_is_refused() {
        assertBodyRefused(MESSAGE, json("{'text':'a','action':false,'text':'b'}"));
        assertBodyRefused(MESSAGE, json("{'text':'a','action':false,'x':1,'x':2}"));
        assertFrameRefused("{'id':1,'request':{'type':'Who','type':'Chats'}}");
    }

    @Test
    void half_a_character_is_refused_and_a_whole_one_is_not() {
        assertBodyRefused(MESSAGE, json("{'text':'\\ud83d','action':false}"));
        assertBodyRefused(MESSAGE, json("{'text':'\\ude00\\ud83d','action':false}"));
        byte[] raw = json("{'text':'ABC','action':false}");
        System.arraycopy(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0xBD}, 0, raw, 9, 3);
        assertBodyRefused(MESSAGE, raw);
        assertThat(Frames.decodeBody(MESSAGE, json("{'text':'\\ud83d\\ude00','action':false}")))
                .isEqualTo(new Message("😀", false));
    }

    @Test
    void a_refusal_s_code_is_a_name_and_not_a_number() {
        for (String code : List.of("3", "'3'", "'locked'", "''", "'NO_SUCH_CODE'")) {
            byte[] frame =
                    json(
                            "{'type':'Declined','id':1,'refusal':{'code':"
                                    + code
                                    + ",'sentence':'x'}}");
            assertThatThrownBy(() -> Frames.decodeServer(frame)).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void a_body_without_its_salt_or_a_salt_without_its_body_is_refused() {
        String event = "'event':'" + "A".repeat(314) + "'";
        for (String rest : List.of(",'salt':'AAAAAAAAAAAAAAAAAAAAAA'", ",'body':'{}'")) {
            assertFrameRefused(
                    "{'id':1,'request':{'type':'Append','event':{" + event + rest + "}}}");
        }
    }

    @Test
    void what_is_longer_than_its_bound_is_refused() {
        byte[] who = json("{'id':1,'request':{'type':'Who'}}");
        byte[] longest = padded(who, Limits.CLIENT_FRAME);
        assertThat(Frames.decodeClient(longest)).isEqualTo(Frames.decodeClient(who));
        byte[] longer = padded(who, Limits.CLIENT_FRAME + 1);
        assertThatThrownBy(() -> Frames.decodeClient(longer)).isInstanceOf(Malformed.class);
        byte[] told = padded(new byte[0], Limits.SERVER_FRAME + 1);
        assertThatThrownBy(() -> Frames.decodeServer(told))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("at most");
        assertBodyRefused(MESSAGE, padded(json("{'text':'a','action':true}"), Limits.BODY + 1));
    }

    @Test
    void the_longest_text_always_fits_into_a_body_and_a_frame() {
        for (String character : List.of("\u0001", "\"", "\\", "x", "\n", "é", "€", "😀")) {
            int bytes = character.getBytes(StandardCharsets.UTF_8).length;
            Message message = new Message(character.repeat(Limits.TEXT / bytes), true);
            byte[] body = Frames.encodeBody(message);
            assertThat(Frames.decodeBody(MESSAGE, body)).isEqualTo(message);
            ClientFrame frame = new ClientFrame(Long.MAX_VALUE, Samples.append(body));
            assertThat(Frames.encode(frame)).hasSizeLessThan(Limits.CLIENT_FRAME);
        }
    }

    @Test
    void the_largest_resume_and_the_largest_new_chat_fit_into_a_frame() {
        List<Request.Resume.From> logs = new ArrayList<>();
        for (int i = 0; i < Limits.RESUME_LOGS; i++) {
            logs.add(new Request.Resume.From(Samples.log(i), Long.MAX_VALUE, Samples.head(i)));
        }
        ClientFrame frame = new ClientFrame(Long.MAX_VALUE, new Request.Resume(logs));
        assertThat(Frames.encode(frame)).hasSizeLessThan(Limits.CLIENT_FRAME);
        byte[] crowd = Frames.encodeBody(Samples.chatOf(Limits.NEW_CHAT_MEMBERS));
        assertThat(crowd).hasSizeLessThan(Limits.BODY);
    }

    @Test
    void what_is_not_said_and_what_is_said_to_be_nothing_are_the_same() {
        SettingsChanged locked = new SettingsChanged(null, null, true);
        assertThat(Frames.decodeBody(SETTINGS, json("{'locked':true}"))).isEqualTo(locked);
        assertThat(Frames.decodeBody(SETTINGS, json("{'name':null,'locked':true}")))
                .isEqualTo(locked);
    }

    @Test
    void a_kind_that_is_not_known_is_refused() {
        for (int kind : new int[] {0, 30, 31, 59, 65, 65_535}) {
            assertBodyRefused(kind, json("{}"));
        }
    }

    private static void assertFrameRefused(String frame) {
        assertThatThrownBy(() -> Frames.decodeClient(json(frame))).isInstanceOf(Malformed.class);
    }

    private static void assertBodyRefused(int kind, byte[] body) {
        assertThatThrownBy(() -> Frames.decodeBody(kind, body)).isInstanceOf(Malformed.class);
    }

    /// JSON with its quotes written as apostrophes.
    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] padded(byte[] json, int length) {
        byte[] padded = Arrays.copyOf(json, length);
        Arrays.fill(padded, json.length, length, (byte) ' ');
        return padded;
    }
}
