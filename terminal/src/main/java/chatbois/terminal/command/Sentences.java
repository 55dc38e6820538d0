package chatbois.terminal.command;

import chatbois.client.session.SessionState;
import chatbois.protocol.Refused;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
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
            case AccessDeniedException e -> e.getFile() + " can't be opened: permission denied";
            case NoSuchFileException e -> e.getFile() + " does not exist";
            case FileAlreadyExistsException e when e.getReason() == null ->
                    e.getFile() + " exists already";
            case NotDirectoryException e -> e.getFile() + " is not a directory";
            case FileSystemException e -> e.getFile() + ": " + reason(e);
            case IOException e -> sentence(e);
            case IllegalArgumentException e -> sentence(e);
            default -> sentence(failure);
        };
    }

    /// Why a session has stopped, and what helps.
    public static String of(SessionState.Stopped stopped) {
        String why = stopped.why();
        boolean told = stopped.isOver() || why.contains("/reconnect");
        return told ? why : why + " /reconnect tries once more.";
    }

    private static String reason(FileSystemException e) {
        return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    }

    private static String sentence(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? "That failed: " + e : message;
    }
}
