package dev.transferdesk.conversation;

import java.util.Locale;

/** How the customer writes, as the task's {@code channelType} says it. */
public enum ChannelType {

    WEB, SMS, WHATSAPP, EMAIL, MESSENGER, OTHER;

    static ChannelType of(String channelType) {
        return switch (channelType.toLowerCase(Locale.ROOT)) {
            case "web", "chat" -> WEB;
            case "sms" -> SMS;
            case "whatsapp" -> WHATSAPP;
            case "email" -> EMAIL;
            case "messenger" -> MESSENGER;
            default -> OTHER;
        };
    }
}
