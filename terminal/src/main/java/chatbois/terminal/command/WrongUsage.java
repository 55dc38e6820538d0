package chatbois.terminal.command;

/// A command's words are not what it takes. The message says what to type.
public final class WrongUsage extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    WrongUsage(String message) {
        super(message);
    }

    static WrongUsage alone(Verb verb) {
        return new WrongUsage(
                "Type /%s alone: it %s. Nothing was done.".formatted(verb.word(), verb.help()));
    }

    static WrongUsage of(Verb verb) {
        return new WrongUsage("Type " + verb.form() + ".");
    }
}
