package dev.transferdesk.transfer;

import dev.transferdesk.directory.Directory;
import dev.transferdesk.directory.DirectoryQueue;
import dev.transferdesk.routing.RoutingCheck;
import dev.transferdesk.routing.TransferTarget;
import dev.transferdesk.routing.TransferTarget.ToQueue;
import dev.transferdesk.routing.TransferTarget.ToWorker;
import dev.transferdesk.settings.Settings;
import dev.transferdesk.settings.TransferPolicy;
import dev.transferdesk.settings.TransferPolicy.NextRung;
import dev.transferdesk.transfer.Ladder.Rung;
import dev.transferdesk.twilio.TwilioException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the ladder of a transfer from what the settings say and what the sender has changed. */
@Component
public class Ladders {

    private static final int MOST_RUNGS = 6;
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Settings settings;
    private final Directory directory;

    Ladders(Settings settings, Directory directory) {
        this.settings = settings;
        this.directory = directory;
    }

    /** What comes after a target where nobody says otherwise, with how long the target has; the target is left out. */
    public Ladder standard(RoutingCheck routing) {

        var policy = settings.policy();

        return new Ladder(rungs(policy.ladder()), policy.senderPatience(), fallback(policy, routing));
    }

    /** How long this target has where nobody says otherwise. */
    public Duration patience(TransferTarget target) {
        return target.isQueue() ? settings.policy().queuePatience() : settings.policy().agentPatience();
    }

    /**
     * Leaves the sender out, who is the last one anyway.
     *
     * @return nothing where the request asks for what can't be
     */
    Optional<Ladder> of(TransferKind kind, TransferTarget target, TransferRequest request, Situation situation) {

        var standard = standard(situation.routing());
        var sender = situation.task().worker().value();
        var first = request.seconds().isBlank() ? Optional.of(patience(target)) : duration(request.seconds());
        var rest = kind == TransferKind.INVITE ? Optional.of(List.<Rung>of())
                : request.then().map(this::asked).orElseGet(() -> Optional.of(standard.rungs()));

        return first.flatMap(patience -> rest.map(it -> new Ladder(
                withoutRepetition(new Rung(target, patience), it, sender), standard.senderPatience(),
                standard.fallback())))
                .filter(it -> it.rungs().size() <= MOST_RUNGS);
    }

    /** Those after the first that are the sender's own wish, and not the settings'. */
    List<TransferTarget> wished(Ladder ladder) {

        var standard = settings.policy().ladder().stream().map(NextRung::target).toList();

        return ladder.rungs()
                .stream()
                .skip(1)
                .map(Rung::target)
                .filter(it -> !standard.contains(it.sid()))
                .toList();
    }

    private static List<Rung> withoutRepetition(Rung first, List<Rung> rest, String sender) {

        var known = List.of(first.target().sid(), sender);

        return Stream.concat(Stream.of(first), rest.stream().filter(it -> !known.contains(it.target().sid())))
                .toList();
    }

    private Optional<List<Rung>> asked(List<TransferRequest.NextRung> then) {

        var rungs = new ArrayList<Rung>();

        for (var next : then) {
            var rung = TransferTarget.parse(next.target())
                    .flatMap(target -> duration(next.seconds()).map(it -> new Rung(named(target), it)));
            if (rung.isEmpty()) {
                return Optional.empty();
            }
            rungs.add(rung.get());
        }

        return Optional.of(rungs);
    }

    private List<Rung> rungs(List<NextRung> then) {
        return then.stream()
                .flatMap(it -> TransferTarget.parse(it.target())
                        .map(target -> new Rung(named(target), it.patience()))
                        .stream())
                .toList();
    }

    private Optional<TransferTarget> fallback(TransferPolicy policy, RoutingCheck routing) {
        return policy.fallbackQueue().or(routing::defaultQueue).flatMap(TransferTarget::parse).map(this::named);
    }

    /** A name that can't be looked up is no reason not to ask. */
    private TransferTarget named(TransferTarget target) {
        try {
            return switch (target) {
                case ToWorker(var worker, _) -> new ToWorker(worker, directory.nameOf(worker));
                case ToQueue(var queue, var sid) ->
                    new ToQueue(queue, directory.queue(queue).map(DirectoryQueue::name).orElse(sid));
            };
        } catch (TwilioException unavailable) {
            return target;
        }
    }

    private static Optional<Duration> duration(String seconds) {
        try {
            return Optional.of(Duration.ofSeconds(Long.parseLong(seconds.strip())))
                    .filter(it -> it.compareTo(SHORTEST) >= 0 && it.compareTo(LONGEST) <= 0);
        } catch (NumberFormatException | ArithmeticException notANumber) {
            return Optional.empty();
        }
    }
}
