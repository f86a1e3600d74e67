package dev.transferdesk.soak;

import dev.transferdesk.contract.Case;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/**
 * One flow in a conversation of its own, which is to be interrupted at its n-th point.
 *
 * @param stopAt 0 where nothing interrupts it
 * @param others what stands in the conversation's attributes besides, and must go on to
 */
record Journey(String key, Flow flow, int stopAt, Case at, JsonNode others, String request, Clicks clicks) {

    Journey(Flow flow, int stopAt, Case at, JsonNode others) {
        this(at.conversation(), flow, stopAt, at, others, UUID.randomUUID().toString(), new Clicks());
    }

    List<String> sids() {
        return List.of(at.conversation(), at.interaction(), at.channel(), at.task());
    }

    /** Every other receiver answers while the desk is down; the others when it is ready for it. */
    boolean waitsForTheDesk() {
        return stopAt % 2 == 0;
    }

    @Override
    public String toString() {
        return "%s #%d".formatted(flow, stopAt);
    }

    /** What the sender has clicked; a desk that dies meanwhile answers nothing. */
    static final class Clicks {

        private CompletableFuture<String> last = CompletableFuture.completedFuture("");

        boolean areAnswered() {
            return last.isDone();
        }

        synchronized void click(Runnable request) {
            if (last.isDone()) {
                last = CompletableFuture.runAsync(request, it -> Thread.ofVirtual().start(it))
                        .handle((_, failed) -> failed == null ? "" : String.valueOf(failed.getCause()));
            }
        }
    }
}
