package chatbois.client.home;

import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// What is kept here is for its user's eyes only, from the first instant: keys, and others' words.
public final class OnlyOwner {
    public static final FileAttribute<?> FILE = only("rw-------");
    public static final FileAttribute<?> FOLDER = only("rwx------");

    private OnlyOwner() {}

    private static FileAttribute<?> only(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
