package dev.transferdesk.system;

/** A customer's conversation with an agent, by what identifies it at the sandbox. */
record Chat(String customer, String conversation, String interaction, String channel, String task) {}
