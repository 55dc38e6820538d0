package chatbois.terminal.command;

import chatbois.protocol.Refused;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/// What a failure is called in front of a member.
public final class Sentences {
    private Sentences() {}

    public static String of(Throwable failure) {
        return switch (failure) {
            case CompletionException e when e.getCause() != null -> of(e.getCause());
            case ExecutionException e when e.getCause() != null -> of(e.getCause());
            case Refused refused -> refused.refusal().sentence();
            case IOException e -> sentence(e);
            case IllegalArgumentException e -> sentence(e);
            default -> sentence(failure);
        };
    }

    private static String sentence(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? "That failed: " + e : message;
    }
}
