package chatbois.protocol;

/// How much a server writes down about itself; each level has all that the ones before it have.
public enum LogLevel {
    /// What is wrong.
    QUIET,

    /// What happens: starts and ends, logins, backups.
    NORMAL,

    /// What was refused, to whom, and with which code.
    VERBOSE,

    /// Every request by its name, never what it says.
    DEBUG
}
