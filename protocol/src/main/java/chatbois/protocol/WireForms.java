package chatbois.protocol;

import chatbois.log.Base64Url;
import chatbois.log.Bytes32;
import chatbois.log.Content;
import chatbois.log.Event;
import chatbois.log.Genesis;
import chatbois.log.Header;
import chatbois.log.LogId;
import chatbois.log.Malformed;
import chatbois.log.MemberId;
import chatbois.log.Signature;
import chatbois.log.SignedEvent;
import chatbois.log.SignedGenesis;
import chatbois.log.VerifyKey;
import chatbois.protocol.name.ChatName;
import chatbois.protocol.name.Emoji;
import chatbois.protocol.name.MemberName;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// How the values of the log look in JSON: fixed-size bytes as base64url, an event as its signed
/// bytes with the body as text beside them.
final class WireForms {
    private WireForms() {}

    /// Names the record in front of its parts: `{"type":"Hello",…}`.
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
    private interface Typed {}

    private record EventForm(String event, @Nullable String salt, @Nullable String body) {
        static EventForm of(SignedEvent event) {
            byte[] signed =
                    ByteBuffer.allocate(Header.LENGTH + Signature.LENGTH)
                            .put(event.header().encode())
                            .put(event.signature().bytes())
                            .array();
            Content content = event.content();
            return content == null
                    ? new EventForm(Base64Url.encode(signed), null, null)
                    : new EventForm(
                            Base64Url.encode(signed),
                            Base64Url.encode(content.salt()),
                            text(content.body()));
        }

        SignedEvent toEvent() {
            byte[] signed = Base64Url.decode(event);
            if (signed.length != Header.LENGTH + Signature.LENGTH) {
                throw new Malformed("a signed header has 235 bytes, got " + signed.length);
            }
            byte[] header = new byte[Header.LENGTH];
            byte[] signature = new byte[Signature.LENGTH];
            ByteBuffer.wrap(signed).get(header).get(signature);
            return new SignedEvent(Header.decode(header), new Signature(signature), content());
        }

        private @Nullable Content content() {
            if (salt == null && body == null) {
                return null;
            }
            if (salt == null || body == null) {
                throw new Malformed("a body and its salt are both there or both erased");
            }
            return new Content(Base64Url.decode(salt), body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private record PlacedForm(
            long seq, long time, String event, @Nullable String salt, @Nullable String body) {
        static PlacedForm of(Event event) {
            EventForm form = EventForm.of(event.signed());
            return new PlacedForm(event.seq(), event.time(), form.event, form.salt, form.body);
        }

        Event toEvent() {
            return new Event(seq, time, new EventForm(event, salt, body).toEvent());
        }
    }

    private record GenesisForm(String genesis, Signature byRecovery, Signature byServer) {
        static GenesisForm of(SignedGenesis signed) {
            return new GenesisForm(
                    Base64Url.encode(signed.genesis().encode()),
                    signed.byRecovery(),
                    signed.byServer());
        }

        SignedGenesis toGenesis() {
            return new SignedGenesis(
                    Genesis.decode(Base64Url.decode(genesis)), byRecovery, byServer);
        }
    }

    static JsonMapper.Builder register(JsonMapper.Builder builder) {
        SimpleModule forms = new SimpleModule("chatbois");
        forms.addDeserializer(String.class, new Text());
        text(forms, Bytes32.class, Bytes32::parse, Bytes32::toString);
        text(forms, LogId.class, LogId::parse, LogId::toString);
        text(forms, MemberId.class, MemberId::parse, MemberId::toString);
        text(forms, VerifyKey.class, VerifyKey::parse, VerifyKey::toString);
        text(forms, Signature.class, Signature::parse, Signature::toString);
        text(forms, MemberName.class, MemberName::new, MemberName::value);
        text(forms, Address.class, Address::parse, Address::toString);
        text(forms, AddressRange.class, AddressRange::parse, AddressRange::toString);
        text(forms, BackupName.class, BackupName::new, BackupName::value);
        form(forms, Slot.class, Integer.class, Slot::new, Slot::number);
        text(forms, ChatName.class, ChatName::new, ChatName::value);
        text(forms, Emoji.class, Emoji::new, Emoji::value);
        form(forms, SignedEvent.class, EventForm.class, EventForm::toEvent, EventForm::of);
        form(forms, Event.class, PlacedForm.class, PlacedForm::toEvent, PlacedForm::of);
        form(
                forms,
                SignedGenesis.class,
                GenesisForm.class,
                GenesisForm::toGenesis,
                GenesisForm::of);
        return builder.addModule(forms)
                .addMixIn(Request.class, Typed.class)
                .addMixIn(Reply.class, Typed.class)
                .addMixIn(Push.class, Typed.class)
                .addMixIn(ServerFrame.class, Typed.class)
                .annotationIntrospector(new NullMarkedIntrospector())
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .changeDefaultNullHandling(
                        _ -> JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL));
    }

    private static <T> void text(
            SimpleModule module,
            Class<T> type,
            Function<String, T> parse,
            Function<T, String> write) {
        form(module, type, String.class, parse, write);
    }

    private static <T, F> void form(
            SimpleModule module,
            Class<T> type,
            Class<F> formType,
            Function<F, T> from,
            Function<T, F> to) {
        module.addSerializer(
                type,
                new ValueSerializer<T>() {
                    @Override
                    public void serialize(
                            T value, JsonGenerator out, SerializationContext context) {
                        context.writeValue(out, to.apply(value));
                    }
                });
        module.addDeserializer(
                type,
                new ValueDeserializer<T>() {
                    @Override
                    public T deserialize(JsonParser in, DeserializationContext context) {
                        F form = context.readValue(in, formType);
                        try {
                            return from.apply(form);
                        } catch (IllegalArgumentException e) {
                            throw context.instantiationException(type, e);
                        }
                    }
                });
    }

    /// A stored body is text: the server took it in as JSON and refuses anything else.
    private static String text(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("a body is UTF-8");
        }
    }
}
