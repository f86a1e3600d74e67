package dev.transferdesk.sandbox;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is to go wrong next. The oldest fault that fits a call or a webhook is spent on it, one at a time. */
@Component
class Faults {

    private final List<Armed> armed = new ArrayList<>();

    synchronized void add(Fault fault, int times) {
        armed.add(new Armed(fault, times));
    }

    synchronized Optional<Fault.OfCall> forCall(String method, String path, Optional<String> conversation) {
        return spend(Fault.OfCall.class, fault -> fault.concerns(method, path) && fault.concerns(conversation));
    }

    synchronized Optional<Fault.OfWebhook> forWebhook(Callback callback) {
        var path = URI.create(callback.url()).getPath();
        return spend(Fault.OfWebhook.class, fault -> fault.concerns("POST", path) || fault.matches(callback.event()));
    }

    synchronized List<Armed> all() {
        return List.copyOf(armed);
    }

    @EventListener(Reset.class)
    synchronized void clear() {
        armed.clear();
    }

    /** Those of one conversation. */
    synchronized void clear(String conversation) {
        armed.removeIf(it -> it.fault().conversation().equals(conversation));
    }

    private <T extends Fault.Kind> Optional<T> spend(Class<T> kind, Predicate<Fault> fits) {
        for (var i = 0; i < armed.size(); i++) {
            var fault = armed.get(i).fault();
            if (kind.isInstance(fault.kind()) && fits.test(fault)) {
                use(i);
                return Optional.of(kind.cast(fault.kind()));
            }
        }
        return Optional.empty();
    }

    private void use(int index) {
        var left = armed.get(index).times() - 1;
        if (left == 0) {
            armed.remove(index);
        } else {
            armed.set(index, new Armed(armed.get(index).fault(), left));
        }
    }

    /** @param times how often it is still to happen */
    record Armed(Fault fault, int times) {}
}
