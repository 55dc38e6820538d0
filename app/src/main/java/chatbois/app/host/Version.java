package chatbois.app.host;

import picocli.CommandLine.IVersionProvider;

/// The version of this program, from its jar.
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"chatbois " + number()};
    }

    static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "0 (not packaged)" : version;
    }
}
