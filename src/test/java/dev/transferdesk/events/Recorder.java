package dev.transferdesk.events;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.event.EventListener;

/** Hears what the desk is told. */
@TestConfiguration(proxyBeanMethods = false)
class Recorder {

    private final List<TwilioEvent> heard = new CopyOnWriteArrayList<>();

    @EventListener
    void hear(TwilioEvent event) {
        heard.add(event);
    }

    List<TwilioEvent> of(String type) {
        return heard.stream().filter(it -> it.type().equals(type)).toList();
    }
}
