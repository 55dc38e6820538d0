package chatbois.app.host;

import picocli.CommandLine.IVersionProvider;

/// The version of this program, from its jar.
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"chatbois " + (version == null ? "0 (not packaged)" : version)};
    }
}
