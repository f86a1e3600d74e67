package dev.transferdesk.live;

import dev.transferdesk.events.TwilioEvent;
import dev.transferdesk.settings.SettingChanged;
import dev.transferdesk.settings.Settings;
import dev.transferdesk.transfer.Transfer;
import dev.transferdesk.transfer.TransferChanged;
import dev.transferdesk.transfer.TransferHistory;
import dev.transferdesk.twilio.AtOnce;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds out whose pages something concerns that has happened. */
@Component
class News {

    private static final Logger log = LoggerFactory.getLogger(News.class);

    private final Streams streams;
    private final TransferHistory history;
    private final Settings settings;
    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();

    News(Streams streams, TransferHistory history, Settings settings) {
        this.streams = streams;
        this.history = history;
        this.settings = settings;
    }

    /** After those who forget what they remembered, since pages ask them as soon as they are told. */
    @Order(Ordered.LOWEST_PRECEDENCE)
    @EventListener
    void hear(TwilioEvent event) {

        var topics = Stream.of(event.worker().map(Topic::worker).stream(),
                event.conversation().map(Topic::conversation).stream(), people(event))
                .flatMap(it -> it)
                .toArray(Topic[]::new);

        if (topics.length > 0) {
            streams.tell(topics);
        }
    }

    /** Several changes of one transfer within a moment are one. */
    @EventListener
    void hear(TransferChanged change) {
        if (changed.add(change.transfer())) {
            AtOnce.leave(() -> tell(change.transfer()));
        }
    }

    @EventListener
    void hear(SettingChanged change) {
        streams.tellSwitches(String.join(" ", settings.features().allowed()));
    }

    private static Stream<Topic> people(TwilioEvent event) {
        return event.type().startsWith("worker.") ? Stream.of(Topic.PEOPLE) : Stream.empty();
    }

    private void tell(UUID transfer) {
        try {
            changed.remove(transfer);
            history.find(transfer).ifPresent(this::tell);
        } catch (RuntimeException broken) {
            log.warn("Pages that show {} are not told of its change, and see it when they ask next", transfer, broken);
        }
    }

    private void tell(Transfer transfer) {
        streams.tell(Topic.TRANSFERS, Topic.sender(transfer.sender()), Topic.worker(transfer.senderWorker()),
                Topic.conversation(transfer.conversation()));
    }
}
