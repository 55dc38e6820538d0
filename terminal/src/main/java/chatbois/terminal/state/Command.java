package chatbois.terminal.state;

import chatbois.terminal.key.Key;
import chatbois.terminal.key.Key.Name;
import chatbois.terminal.key.Mods;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a key can be bound to in a chat, with the keys that are; all others are the editor's.
enum Command {
    SEND(Key.named(Name.ENTER)),
    COMPLETE(Key.named(Name.TAB)),
    COMPLETE_BACK(new Key.Named(Name.TAB, new Mods(false, false, true))),
    NEXT_CHAT(Key.ctrl('n')),
    PREVIOUS_CHAT(Key.ctrl('p')),
    NEXT_UNREAD(Key.alt('a'), Key.named(Name.F3)),
    PAGE_UP(Key.named(Name.PAGE_UP)),
    PAGE_DOWN(Key.named(Name.PAGE_DOWN)),
    LINE_UP(new Key.Named(Name.UP, new Mods(true, false, false))),
    LINE_DOWN(new Key.Named(Name.DOWN, new Mods(true, false, false))),
    /// Only while nothing is written: else it leads to the end of the line.
    NEWEST_IF_EMPTY(Key.named(Name.END)),
    NEWEST(
            Key.named(Name.ESCAPE),
            new Key.Named(Name.END, new Mods(false, true, false)),
            new Key.Named(Name.END, new Mods(true, false, false))),
    /// Ctrl+K only where it has nothing to cut.
    SWITCH_IF_AT_END(Key.ctrl('k')),
    SWITCH(Key.named(Name.F4)),
    /// Only while nothing is written: else it goes on by a letter.
    FIND_IF_EMPTY(Key.ctrl('f')),
    FIND(Key.named(Name.F5)),
    HELP(Key.named(Name.F1)),
    TOGGLE_LIST(Key.named(Name.F2));

    private static final Map<Key, Command> BOUND =
            Arrays.stream(values())
                    .flatMap(command -> command.keys.stream().map(key -> Map.entry(key, command)))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final List<Key> keys;

    Command(Key... keys) {
        this.keys = List.of(keys);
    }

    static Optional<Command> of(Key key) {
        return Optional.ofNullable(BOUND.get(key));
    }
}
