package chatbois.client.session;

import chatbois.client.link.Link;
import chatbois.client.pairing.Channel;
import chatbois.client.pairing.Exchange;
import chatbois.client.pairing.PairingCode;
import chatbois.client.pairing.PairingFailed;
import chatbois.log.Base64Url;
import chatbois.log.Malformed;
import chatbois.protocol.Arrival;
import chatbois.protocol.Frames;
import chatbois.protocol.Introduction;
import chatbois.protocol.Request;
import chatbois.protocol.Slot;
import chatbois.protocol.event.EventBody.DeviceLinked;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Links one new device by one code, over one connection: answers whoever knocks at the code's
/// slot. Each knock is answered on a thread of its own, since that takes some reckoning; they come
/// one at a time. The first that goes wrong is the last. Safe for any thread.
final class Introducer {
    private enum Step {
        FIRST,
        SECOND,
        ARRIVAL,
        OVER
    }

    private final Guarded guarded;
    private final Writer writer;
    private final Link link;
    private final Slot slot;
    private final Function<Link, Introduction> introduction;

    @GuardedBy("this")
    private final Exchange exchange;

    @GuardedBy("this")
    private Step step = Step.FIRST;

    @GuardedBy("this")
    private @Nullable Channel channel;

    /// @param introduction what the new device is told, by what this connection shows
    Introducer(
            Guarded guarded,
            Writer writer,
            Link link,
            PairingCode code,
            Function<Link, Introduction> introduction,
            SecureRandom random) {
        this.guarded = guarded;
        this.writer = writer;
        this.link = link;
        this.slot = code.slot();
        this.introduction = introduction;
        this.exchange = Exchange.asMember(code, random);
    }

    boolean waitsAt(Slot knocked) {
        return slot.equals(knocked);
    }

    void knocked(String payload) {
        Thread.ofVirtual().name("introducer").start(() -> take(payload));
    }

    private synchronized void take(String payload) {
        try {
            byte[] said = Base64Url.decode(payload);
            switch (step) {
                case FIRST -> {
                    step = Step.SECOND;
                    answer(exchange.answerFirst(said));
                }
                case SECOND -> {
                    step = Step.ARRIVAL;
                    answer(confirmed(exchange.answerSecond(said)));
                }
                case ARRIVAL -> {
                    step = Step.OVER;
                    arrived(channel().open(said));
                }
                case OVER -> {}
            }
        } catch (PairingFailed | Malformed e) {
            failed(String.valueOf(e.getMessage()));
        }
    }

    /// The last round, and the introduction behind it.
    @GuardedBy("this")
    private byte[] confirmed(byte[] last) {
        channel = exchange.channel();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(last);
        all.writeBytes(channel().seal(Frames.encode(introduction.apply(link))));
        return all.toByteArray();
    }

    @GuardedBy("this")
    private Channel channel() {
        Channel known = channel;
        if (known == null) {
            throw new Malformed("the code comes before the rest");
        }
        return known;
    }

    @GuardedBy("this")
    private void arrived(byte[] opened) {
        Arrival arrival = Frames.decodeArrival(opened);
        byte[] done = channel().seal(new byte[0]);
        DeviceLinked linked = new DeviceLinked(arrival.device(), arrival.label(), arrival.proof());
        writer.write(guarded.with(model -> model.community().log()), linked)
                .whenComplete((_, failure) -> {
                    if (failure == null) {
                        answer(done);
                        over("A new device speaks for you now: " + arrival.label() + ".");
                    } else {
                        failed(String.valueOf(failure.getMessage()));
                    }
                });
    }

    private void answer(byte[] said) {
        link.request(new Request.AnswerSlot(slot, Base64Url.encode(said)));
    }

    private void failed(String why) {
        synchronized (this) {
            step = Step.OVER;
        }
        link.request(new Request.CloseSlot(slot));
        over("No device was linked: " + why);
    }

    /// The server says that nobody is there any more.
    void closed() {
        boolean tells;
        synchronized (this) {
            tells = step == Step.SECOND || step == Step.ARRIVAL;
            step = Step.OVER;
        }
        if (tells) {
            over(
                    "No device was linked: the other one hung up, or the code it was given is wrong."
                            + " The code is used up; /link makes a new one.");
        }
    }

    private void over(String sentence) {
        guarded.change(model -> {
            model.introducerIsDone(this);
            model.notice(sentence);
        });
    }
}
