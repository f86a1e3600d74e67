package dev.transferdesk.twilio;

/** An invite that Twilio has taken. An invite can't be fetched later, its task can. */
public record Invited(InviteSid invite, TaskSid task) {}
