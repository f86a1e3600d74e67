package dev.transferdesk.twilio;

/** Where invites and participants of a conversation live: an interaction and its one channel. */
public record InteractionChannel(InteractionSid interaction, ChannelSid channel) {}
