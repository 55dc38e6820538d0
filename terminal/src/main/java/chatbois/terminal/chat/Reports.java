package chatbois.terminal.chat;

import chatbois.terminal.command.Spot;
import chatbois.terminal.command.Transfers;
import chatbois.terminal.state.Event;
import chatbois.terminal.state.Place;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Tells the screen how far files are.
record Reports(Consumer<Event> events, Map<Object, Place> places) implements Transfers {
    Reports(Consumer<Event> events) {
        this(events, new ConcurrentHashMap<>());
    }

    @Override
    public void at(Spot spot, Object what, String words, long done, long all) {
        Place place = new Place(spot.session().community(), spot.chat());
        places.put(what, place);
        events.accept(new Event.Transfer(place, what, words, done, all, /* over= */ false));
    }

    @Override
    public void over(Object what) {
        Place place = places.remove(what);
        if (place != null) {
            events.accept(new Event.Transfer(place, what, "", 0, 0, /* over= */ true));
        }
    }
}
