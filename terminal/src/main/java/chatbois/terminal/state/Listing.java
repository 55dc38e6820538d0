package chatbois.terminal.state;

import java.util.List;
import java.util.Optional;

/// The part of the chat list that is in sight.
///
/// @param here which item is the place in view; -1 for none
/// @param first which one is in the first row
public record Listing(List<Item> items, int here, int first) {
    public static Listing of(Model model, int height) {
        List<Item> items = model.items();
        Place place = model.here == null ? null : model.here.whole();
        int here = items.stream().map(Item::place).toList().indexOf(place);
        int first = Math.clamp(here - height / 2, 0, Math.max(items.size() - height, 0));
        return new Listing(items, here, first);
    }

    Optional<Item> at(int row) {
        int index = first + row;
        return row >= 0 && index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
    }
}
