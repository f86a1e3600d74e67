package dev.transferdesk.contract;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the calls that a flow makes, whatever the conversation.
 *
 * @param path with {@code *} for SIDs, but for those that tell what kind of thing is meant
 * @param before how many calls of the kind come before it
 */
record CallKind(String method, String path, int before) {

    private static final Pattern SID = Pattern.compile("(?<=/)([A-Z]{2})[0-9a-f]{32}(?=/|$)");

    static CallKind of(Call call) {
        return new CallKind(call.method(), SID.matcher(call.path()).replaceAll("$1*"), 0);
    }

    CallKind after(int others) {
        return new CallKind(method, path, others);
    }

    boolean reads() {
        return method.equals("GET");
    }

    boolean matches(Call call) {
        return method.equals(call.method()) && call.path()
                .matches(Stream.of(path.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    /** With this conversation only; whatever comes before it is left alone. */
    void befall(Mishap mishap, Sandbox sandbox, Case one) {
        if (before > 0) {
            sandbox.fault(method, path, one, "delay:0", before);
        }
        sandbox.fault(method, path, one, mishap.kind, mishap.times);
    }

    @Override
    public String toString() {
        return "%s %s%s".formatted(method, path, before > 0 ? " (last)" : "");
    }
}
