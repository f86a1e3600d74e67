package dev.transferdesk.conversation;

/** The customer of a task, under the name that the task gives them, else their address. */
public record Customer(String name, ChannelType channel) {}
