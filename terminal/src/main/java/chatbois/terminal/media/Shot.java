package chatbois.terminal.media;

import chatbois.cellart.worker.Look;

/// A picture as it is to stand on the screen.
public record Shot(Source source, Look look) {}
