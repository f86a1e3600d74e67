package dev.transferdesk.sandbox;

import java.util.concurrent.ThreadLocalRandom;

import tools.jackson.databind.node.ObjectNode;

/** How a customer reaches the company. */
enum Medium {

    WEB("web", "chat", "Web", "", "webchat"),
    SMS("sms", "sms", "SMS", "", "+15550100000"),
    WHATSAPP("whatsapp", "chat", "Whatsapp", "whatsapp:", "whatsapp:+15550100001"),
    EMAIL("email", "email", "Email", "", "help@example.com");

    /** In Flex's words. */
    final String type;
    /** The task channel that its tasks are on. */
    final String taskChannel;
    /** In the words of Flex Insights. */
    final String communicationChannel;
    private final String prefix;
    private final String proxyAddress;

    Medium(String type, String taskChannel, String communicationChannel, String prefix, String proxyAddress) {
        this.type = type;
        this.taskChannel = taskChannel;
        this.communicationChannel = communicationChannel;
        this.prefix = prefix;
        this.proxyAddress = proxyAddress;
    }

    static Medium named(String name) {
        return switch (name.toLowerCase()) {
            case "web", "webchat", "chat" -> WEB;
            case "sms" -> SMS;
            case "whatsapp" -> WHATSAPP;
            case "email", "e-mail" -> EMAIL;
            default -> throw new BadInput("channel must be web, sms, whatsapp or email");
        };
    }

    /** Nobody else's, so that a conversation is never refused for an address that is in use. */
    String addressOf(String customer) {
        var number = ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);

        return switch (this) {
            case WEB -> "web-" + Integer.toHexString(number) + "-" + slug(customer);
            case SMS, WHATSAPP -> prefix + "+1555" + number;
            case EMAIL -> slug(customer) + "." + number + "@example.net";
        };
    }

    ObjectNode binding(String address) {
        var binding = Json.object().put("type", type).put("address", address).put("proxy_address", proxyAddress);

        return this == EMAIL ? binding.put("level", "to") : binding;
    }

    /** As Insights lists a customer's address. */
    String contactKey() {
        return this == EMAIL ? "email" : "phone";
    }

    private static String slug(String name) {
        var slug = name.toLowerCase().replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");

        return slug.isEmpty() ? "customer" : slug;
    }
}
