package chatbois.protocol;

import chatbois.log.Malformed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A host and a port, written `host:port`, with an IPv6 host in brackets.
public record Address(String host, int port) {
    public static final int DEFAULT_PORT = 7777;
    private static final int MAX_LENGTH = 255;
    private static final Pattern FORM =
            Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[A-Za-z0-9._-]+)(?::([0-9]{1,5}))?");

    public Address {
        if (port < 0 || port > 65_535) {
            throw new Malformed("a port is a number from 0 to 65535, not " + port);
        }
    }

    /// Without a port the default is meant.
    public static Address parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (text.length() > MAX_LENGTH || !matcher.matches()) {
            throw new Malformed("an address looks like example.org:7777 or [::1]:7777");
        }
        String host = matcher.group(1);
        boolean bracketed = host.startsWith("[");
        String port = matcher.group(2);
        return new Address(
                bracketed ? host.substring(1, host.length() - 1) : host,
                port == null ? DEFAULT_PORT : Integer.parseInt(port));
    }

    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
