package chatbois.protocol;

import chatbois.log.Malformed;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A host and a port, written `host:port`, with an IPv6 host in brackets.
public record Address(String host, int port) {
    public static final int DEFAULT_PORT = 7777;
    private static final int MAX_LENGTH = 255;
    private static final String NAME = "[A-Za-z0-9._-]+";
    private static final String IPV6 = "[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*(?:%[A-Za-z0-9._-]+)?";
    private static final Pattern HOST = Pattern.compile(NAME + "|" + IPV6);
    private static final Pattern FORM =
            Pattern.compile("(?:\\[(" + IPV6 + ")]|(" + NAME + "))(?::([0-9]{1,5}))?");

    public Address {
        if (port < 0 || port > 65_535) {
            throw new Malformed("a port is a number from 0 to 65535, not " + port);
        }
        if (host.length() > MAX_LENGTH || !HOST.matcher(host).matches()) {
            throw new Malformed("a host is a name, an IPv4 address or an IPv6 address");
        }
        if (written(host, port).length() > MAX_LENGTH) {
            throw new Malformed("an address has at most " + MAX_LENGTH + " characters");
        }
    }

    /// Without a port the default is meant.
    public static Address parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (text.length() > MAX_LENGTH || !matcher.matches()) {
            throw new Malformed("an address looks like example.org:7777 or [::1]:7777");
        }
        String port = matcher.group(3);
        return new Address(
                Objects.requireNonNullElse(matcher.group(1), matcher.group(2)),
                port == null ? DEFAULT_PORT : Integer.parseInt(port));
    }

    @Override
    public String toString() {
        return written(host, port);
    }

    private static String written(String host, int port) {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
