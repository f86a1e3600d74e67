package dev.transferdesk.settings;

import dev.transferdesk.settings.PolicyProperties.Rungs;
import dev.transferdesk.settings.TransferPolicy.NextRung;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** The ladder that the configuration asks for; where it can't be, the start ends with the name of the key. */
final class ConfiguredLadder {

    private static final String LADDER = "transfers.ladder";

    private ConfiguredLadder() {}

    static StandardLadder of(PolicyProperties properties) {

        var rungs = properties.ladder();

        return new StandardLadder(within(Patience.AGENT, rungs.agent(), LADDER + ".agent"),
                within(Patience.QUEUE, rungs.queue(), LADDER + ".queue"), then(rungs),
                within(Patience.AGENT, rungs.sender(), LADDER + ".sender"), fallback(properties.fallbackQueue()));
    }

    private static List<NextRung> then(Rungs rungs) {

        var then = rungs.then().stream().map(it -> it.after(rungs)).toList();

        require(then.size() <= StandardLadder.MOST_FURTHER, LADDER + ".then", then.size() + " rungs",
                "There may be %d of them".formatted(StandardLadder.MOST_FURTHER));
        for (var place = 0; place < then.size(); place++) {
            check(then.get(place), "%s.then[%d]".formatted(LADDER, place));
        }

        return then;
    }

    private static void check(NextRung rung, String key) {
        require(StandardLadder.isTarget(rung.target()), key + ".target", rung.target(),
                "It must be WK or WQ and 32 hexadecimal digits");
        within(Patience.with(rung.target()), rung.patience(), key + ".for");
    }

    private static Duration within(Patience bounds, Duration time, String key) {

        require(bounds.allows(time), key, time, "It must be whole seconds, from %d s to %d s".formatted(
                bounds.least().toSeconds(), bounds.most().toSeconds()));

        return time;
    }

    private static Optional<String> fallback(String queue) {

        require(queue.isBlank() || StandardLadder.isQueue(queue.strip()), "transfers.fallback-queue", queue,
                "It must be WQ and 32 hexadecimal digits");

        return Optional.of(queue.strip()).filter(it -> !it.isEmpty());
    }

    private static void require(boolean met, String key, Object value, String reason) {
        if (!met) {
            throw new InvalidConfigurationPropertyValueException(key, value, reason);
        }
    }
}
