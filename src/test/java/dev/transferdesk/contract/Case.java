package dev.transferdesk.contract;

/** A customer's conversation that a test has begun, by the SIDs that belong to it. */
public record Case(String conversation, String interaction, String channel, String task) {

    public String invites() {
        return "/v1/Interactions/%s/Channels/%s/Invites".formatted(interaction, channel);
    }

    public String channelUrl() {
        return "/v1/Interactions/%s/Channels/%s".formatted(interaction, channel);
    }

    public String participant(String sid) {
        return "/v1/Interactions/%s/Channels/%s/Participants/%s".formatted(interaction, channel, sid);
    }

    public String conversationUrl() {
        return "/v1/Conversations/" + conversation;
    }
}
