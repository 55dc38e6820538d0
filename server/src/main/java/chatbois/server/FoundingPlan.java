package chatbois.server;

import chatbois.protocol.Address;

/// What has to be decided before a community can be founded.
///
/// @param name what it is called
/// @param address where its members reach it, as invites say
/// @param maxMembers how many members it takes in at most
public record FoundingPlan(String name, Address address, int maxMembers) {}
