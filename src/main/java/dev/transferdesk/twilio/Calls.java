package dev.transferdesk.twilio;

import static dev.transferdesk.twilio.TwilioFailure.Kind.NOT_FOUND;

import com.twilio.base.Page;
import com.twilio.base.Reader;
import com.twilio.base.Resource;
import com.twilio.http.TwilioRestClient;
import dev.transferdesk.twilio.Trouble.ErrorAnswer;
import dev.transferdesk.twilio.Trouble.Unreadable;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to Twilio: every request goes through here, under a name such as {@code tasks.find}, and comes back as a value
 * of ours or as a {@link TwilioException}. What turns an answer into a value belongs into the call, so that an answer
 * nobody understands is a failure of that call.
 */
final class Calls {

    /** More than any workspace fills; ends the reading of a list whose pages go in circles. */
    private static final int MOST_PAGES = 500;

    private static final Logger log = LoggerFactory.getLogger(Calls.class);

    private final TwilioRestClient client;
    private final BackOff backOff;
    private final CallReports reports;

    Calls(TwilioRestClient client, BackOff backOff, MeterRegistry meters) {
        this.client = client;
        this.backOff = backOff;
        this.reports = new CallReports(meters);
    }

    <T> T read(String operation, Function<TwilioRestClient, T> call) {
        return perform(operation, Effect.READ, call);
    }

    /** Reads what may not be there. */
    <T> Optional<T> find(String operation, Function<TwilioRestClient, T> call) {
        try {
            return Optional.of(read(operation, call));
        } catch (TwilioException e) {
            if (e.is(NOT_FOUND)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    <T> T write(String operation, Function<TwilioRestClient, T> call) {
        return perform(operation, Effect.WRITE, call);
    }

    /** Not made again when Twilio was too busy for it: the caller has to look first what has changed meanwhile. */
    <T> T writeOnce(String operation, Function<TwilioRestClient, T> call) {
        return perform(operation, Effect.WRITE, () -> once(call));
    }

    /** Takes a task or reservation to another state. */
    <T> T transition(String operation, Function<TwilioRestClient, T> call) {
        return perform(operation, Effect.TRANSITION, call);
    }

    /** Reads on only as far as the stream is. An entry that makes no sense is left out: it must not hide the others. */
    <R extends Resource, T> Stream<T> list(String operation, Reader<R> reader, Function<R, T> mapping) {
        return pages(operation, reader)
                .flatMap(page -> page.getRecords().stream())
                .flatMap(entry -> understood(operation, entry, mapping).stream());
    }

    private <R extends Resource> Stream<Page<R>> pages(String operation, Reader<R> reader) {

        var left = new AtomicInteger(MOST_PAGES);

        return Stream.iterate(Optional.of(read(operation, client -> reader.firstPage(client))), Optional::isPresent,
                page -> page.filter(Page::hasNextPage).map(it -> read(operation, client -> next(reader, it, left))))
                .flatMap(Optional::stream);
    }

    private <R extends Resource> Page<R> next(Reader<R> reader, Page<R> page, AtomicInteger left) {

        if (left.decrementAndGet() <= 0) {
            throw new TroubledCall(new Unreadable("a list without end"));
        }

        return reader.nextPage(page, client);
    }

    private <R, T> Optional<T> understood(String operation, R entry, Function<R, T> mapping) {
        try {
            return Optional.of(mapping.apply(entry));
        } catch (RuntimeException e) {
            log.warn("{}: left out an entry that makes no sense: {}", operation, e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private <T> T perform(String operation, Effect effect, Function<TwilioRestClient, T> call) {
        return perform(operation, effect, () -> backOff.repeating(() -> once(call)));
    }

    private <T> T perform(String operation, Effect effect, Supplier<T> call) {

        var report = reports.begin(operation);

        try {
            var answer = call.get();
            report.succeeded();
            return answer;
        } catch (TroubledCall e) {
            var failure = failure(operation, effect, e.trouble());
            report.failed(failure);
            throw new TwilioException(failure, e);
        }
    }

    private <T> T once(Function<TwilioRestClient, T> call) {
        try {
            return call.apply(client);
        } catch (TroubledCall e) {
            throw e;
        } catch (RuntimeException e) {
            throw TroubledCall.unreadable(e);
        }
    }

    private static TwilioFailure failure(String operation, Effect effect, Trouble trouble) {

        var answer = trouble instanceof ErrorAnswer it ? Optional.of(it) : Optional.<ErrorAnswer>empty();

        return new TwilioFailure(effect.kindOf(trouble), operation,
                answer.map(it -> OptionalInt.of(it.status())).orElseGet(OptionalInt::empty),
                answer.map(ErrorAnswer::code).orElseGet(OptionalInt::empty), trouble.text());
    }
}
