package chatbois.terminal.command;

import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Who may read what is saved here: only the user, since others' words are in it.
final class Secrecy {
    static final FileAttribute<?> FILE = only("rw-------");
    static final FileAttribute<?> FOLDER = only("rwx------");

    private Secrecy() {}

    private static FileAttribute<?> only(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
