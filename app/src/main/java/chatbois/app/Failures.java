package chatbois.app;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Turns an exception into a sentence for a person.
final class Failures {
    private Failures() {}

    static String sentence(Throwable e) {
        return switch (e) {
            case AccessDeniedException denied ->
                    denied.getFile() + " can't be opened: permission denied";
            case NoSuchFileException missing -> missing.getFile() + " does not exist";
            case FileAlreadyExistsException exists -> exists.getFile() + " exists already";
            case NotDirectoryException file -> file.getFile() + " is not a directory";
            case FileSystemException file when file.getReason() == null ->
                    file.getFile() + ": " + file.getClass().getSimpleName();
            case FileSystemException file -> file.getFile() + ": " + file.getReason();
            default -> e.getMessage() == null ? "failed: " + e : e.getMessage();
        };
    }
}
