package dev.transferdesk.sandbox;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something to go wrong.
 *
 * @param method of the calls it is for, or {@code *}
 * @param path of the calls it is for, or for webhooks their target's path or their event; {@code *} stands for anything
 * @param conversation SID of the one that calls must be about, or {@code *}
 * @param name   of the kind, as it was asked for
 */
record Fault(String method, String path, String conversation, String name, Kind kind) {

    static Fault of(String method, String path, String name) {
        return of(method, path, "*", name);
    }

    static Fault of(String method, String path, String conversation, String name) {
        return new Fault(method, path, conversation, name, kind(name));
    }

    sealed interface Kind {}

    /** Goes wrong with calls to the API. */
    sealed interface OfCall extends Kind {}

    /** Nothing happens but the answer. */
    record Status(int status) implements OfCall {}

    /** What was asked for happens, and the answer is an error all the same. */
    record StatusAfter(int status) implements OfCall {}

    record ResetBefore() implements OfCall {}

    record ResetAfter() implements OfCall {}

    record Delay(Duration duration) implements OfCall {}

    /** What was asked for happens, and half of the answer arrives. */
    record Garbage() implements OfCall {}

    /** What was asked for happens, and the answer has no body. */
    record Empty() implements OfCall {}

    /** Goes wrong with webhooks. */
    sealed interface OfWebhook extends Kind {}

    record Drop() implements OfWebhook {}

    record Twice() implements OfWebhook {}

    record Late(Duration duration) implements OfWebhook {}

    boolean concerns(String method, String path) {
        return (this.method.equals("*") || this.method.equalsIgnoreCase(method)) && matches(path);
    }

    /** Also of a call that is about none. */
    boolean concerns(Optional<String> conversation) {
        return this.conversation.equals("*") || conversation.filter(this.conversation::equals).isPresent();
    }

    boolean matches(String text) {
        return Pattern.matches(Stream.of(path.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                text);
    }

    private static Kind kind(String text) {
        var colon = text.indexOf(':');
        var name = colon < 0 ? text : text.substring(0, colon);
        var argument = colon < 0 ? "" : text.substring(colon + 1);
        return switch (name) {
            case "status" -> new Status(status(argument));
            case "status-after" -> new StatusAfter(status(argument));
            case "delay" -> new Delay(millis(argument));
            case "webhook-late" -> new Late(millis(argument));
            default -> simple(text);
        };
    }

    private static Kind simple(String text) {
        return switch (text) {
            case "reset-before" -> new ResetBefore();
            case "reset-after" -> new ResetAfter();
            case "garbage" -> new Garbage();
            case "empty" -> new Empty();
            case "webhook-drop" -> new Drop();
            case "webhook-twice" -> new Twice();
            default -> throw new BadInput("There is no such kind of fault: " + text);
        };
    }

    private static int status(String text) {
        if (!text.matches("[45]\\d\\d")) {
            throw new BadInput("Not an error's status: " + text);
        }
        return Integer.parseInt(text);
    }

    private static Duration millis(String text) {
        if (!text.matches("\\d{1,7}")) {
            throw new BadInput("Not a number of milliseconds: " + text);
        }
        return Duration.ofMillis(Long.parseLong(text));
    }
}
