package chatbois.server.store;

import chatbois.log.MemberId;

/// That a member takes nothing from another one.
public record Block(MemberId member, MemberId blocked) {}
