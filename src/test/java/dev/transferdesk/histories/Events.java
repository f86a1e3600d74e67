package dev.transferdesk.histories;

import dev.transferdesk.events.ArrivingEvents;
import dev.transferdesk.events.TwilioEvent;
import dev.transferdesk.events.TwilioEvent.Source;
import dev.transferdesk.histories.World.Happening;
import dev.transferdesk.twilio.Reservation;
import java.util.Optional;
import java.util.Random;

/** Brings webhooks to the desk, in any order, some twice, some late, some never. */
final class Events {

    private Events() {}

    static void deliver(World world, Story story, Desks desks, Random chance) {

        if (world.happenings.isEmpty()) {
            return;
        }

        var place = chance.nextInt(world.happenings.size());
        var it = world.happenings.get(place);
        var process = desks.any(chance);

        story.tell("webhook to %s: %s %s".formatted(process.name(), it.type(), it.job().sid));
        process.run(() -> ArrivingEvents.take(process::part, Integer.toString(it.number()), event(it)));

        if (chance.nextInt(4) > 0) {
            world.happenings.remove(place);
        }
    }

    private static TwilioEvent event(Happening it) {
        return new TwilioEvent(Source.TASKROUTER, it.type(), Optional.of(it.job().sid),
                it.reservation().map(Reservation::sid), it.reservation().map(Reservation::worker),
                Optional.of(it.job().chat.conversation), it.job().attributes.deepCopy(), it.at());
    }
}
