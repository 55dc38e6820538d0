package chatbois.terminal.command;

import java.util.ArrayList;
import java.util.List;

/// What a command asks for at one place, as its form says.
public enum Argument {
    MEMBER,
    /// A member whom one has blocked.
    BLOCKED,
    /// A chat that one is in.
    CHAT,
    /// A chat that one can come into.
    INVITATION,
    ROLE,
    CHAT_ROLE,
    COMMAND,
    /// An emoji by its name.
    EMOJI,
    SETTING,
    /// What the setting before it can be.
    VALUE,
    /// What a key can do.
    ACTION,
    /// One of the themes that there are.
    THEME,
    /// A word of the member's own.
    ALIAS,
    /// A file on this machine.
    FILE,
    /// Anything else, in which members and chats may be mentioned.
    TEXT;

    /// The arguments of a form such as `CHAT [MEMBER ...]`, the last of which may go on for ever.
    record Form(List<Argument> arguments, boolean repeats) {
        Form {
            arguments = List.copyOf(arguments);
        }

        static Form of(String usage) {
            List<Argument> arguments = new ArrayList<>();
            boolean repeats = false;
            boolean instead = false;
            for (String word : usage.replaceAll("[\\[\\]]", "").split(" ", -1)) {
                repeats |= word.equals("...");
                if (word.equals("|")) {
                    instead = true;
                } else if (!instead && !word.equals("...")) {
                    arguments.add(named(word));
                } else if (instead && word.equals("INVITE")) {
                    arguments.set(arguments.size() - 1, INVITATION);
                } else {
                    instead = false;
                }
            }
            return new Form(arguments, repeats);
        }

        private static Argument named(String word) {
            return switch (word) {
                case "MEMBER", "WHO" -> MEMBER;
                case "BLOCKED" -> BLOCKED;
                case "CHAT" -> CHAT;
                case "ROLE" -> ROLE;
                case "CHAT-ROLE" -> CHAT_ROLE;
                case "COMMAND" -> COMMAND;
                case "EMOJI" -> EMOJI;
                case "SETTING" -> SETTING;
                case "VALUE" -> VALUE;
                case "WHAT" -> ACTION;
                case "THEME" -> THEME;
                case "ALIAS" -> ALIAS;
                case "FILE" -> FILE;
                default -> TEXT;
            };
        }

        Argument at(int index) {
            if (index < arguments.size()) {
                return arguments.get(index);
            }
            return repeats ? arguments.getLast() : TEXT;
        }

        /// Whether all that follows is this argument, blanks too.
        boolean takesRest(int index) {
            boolean last = index == arguments.size() - 1 && !repeats;
            return last && (at(index) == CHAT || at(index) == INVITATION);
        }
    }
}
