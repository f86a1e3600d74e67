package dev.transferdesk.transfer;

import dev.transferdesk.routing.TransferTarget;
import dev.transferdesk.routing.TransferTarget.ToQueue;
import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.transfer.Ladder.Rung;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A ladder as its column has it: {@code {"rungs":[{"target":"WK…","name":"Bob","seconds":40}],"sender":60,"fallback":{…}}}. */
final class LadderText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LadderText() {}

    static String write(Ladder ladder) {

        var json = JSON.createObjectNode();
        var rungs = json.putArray("rungs");
        ladder.rungs().forEach(it -> target(rungs.addObject(), it.target()).put("seconds", it.patience().toSeconds()));
        json.put("sender", ladder.senderPatience().toSeconds());
        ladder.fallback().ifPresent(it -> target(json.putObject("fallback"), it));

        return json.toString();
    }

    /** @param target all that there is on the ladder of a transfer from before there were any */
    static Ladder read(String text, TransferTarget target) {

        var json = JSON.readTree(text);
        var rungs = json.has("rungs") ? json.path("rungs").valueStream().map(LadderText::rung).toList()
                : List.of(new Rung(target, Duration.ofSeconds(60)));

        return new Ladder(rungs,
                Duration.ofSeconds(json.path("sender").asInt(60)),
                json.has("fallback") ? Optional.of(target(json.path("fallback"))) : Optional.empty());
    }

    private static Rung rung(JsonNode json) {
        return new Rung(target(json), Duration.ofSeconds(json.path("seconds").asInt(60)));
    }

    private static ObjectNode target(ObjectNode json, TransferTarget target) {
        return json.put("target", target.sid()).put("name", TransferRows.shortened(target.name()));
    }

    private static TransferTarget target(JsonNode json) {

        var name = json.path("name").asString("");

        return switch (TransferTarget.parse(json.path("target").asString("")).orElseThrow()) {
            case ToWorker(var worker, _) -> new ToWorker(worker, name);
            case ToQueue(var queue, _) -> new ToQueue(queue, name);
        };
    }
}
