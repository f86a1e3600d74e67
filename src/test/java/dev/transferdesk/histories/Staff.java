package dev.transferdesk.histories;

import static dev.transferdesk.twilio.FakeTwilio.sid;

import dev.transferdesk.twilio.FakeTwilio;
import dev.transferdesk.twilio.Queue;
import dev.transferdesk.twilio.QueueSid;
import dev.transferdesk.twilio.Worker;
import dev.transferdesk.twilio.WorkerSid;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who works here. */
enum Staff {

    ALICE, BOB, CAROL, DAN, ERIN;

    /** Where tasks wait for whoever is next. */
    enum Team {

        EVERYONE(EnumSet.allOf(Staff.class)), BILLING(EnumSet.of(BOB, CAROL)), SUPPORT(EnumSet.of(CAROL, DAN));

        final Set<Staff> members;

        Team(Set<Staff> members) {
            this.members = members;
        }

        QueueSid queue() {
            return new QueueSid(sid("WQ", 1 + ordinal()));
        }

        String title() {
            return titled(name());
        }

        Queue asTwilioHasIt() {
            return new Queue(queue(), title(), "1==1");
        }

        static Optional<Team> of(String queue) {
            return Arrays.stream(values()).filter(it -> it.queue().value().equals(queue)).findFirst();
        }
    }

    WorkerSid worker() {
        return new WorkerSid(sid("WK", 0xa + ordinal()));
    }

    /** User name on the desk and identity in conversations. */
    String identity() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String title() {
        return titled(name());
    }

    Worker asTwilioHasIt(boolean available) {
        return new Worker(worker(), identity(), FakeTwilio.json("{'full_name': '%s'}".formatted(title())),
                available ? "Available" : "Offline", available);
    }

    static Staff of(WorkerSid worker) {
        return Arrays.stream(values()).filter(it -> it.worker().equals(worker)).findFirst().orElseThrow();
    }

    static Optional<Staff> of(String worker) {
        return Arrays.stream(values()).filter(it -> it.worker().value().equals(worker)).findFirst();
    }

    /** Whom a transfer may be for, by SID. */
    static List<String> targets() {
        return java.util.stream.Stream
                .concat(Arrays.stream(values()).map(it -> it.worker().value()),
                        Arrays.stream(Team.values()).map(it -> it.queue().value()))
                .toList();
    }

    static String nameOf(String target) {
        return of(target).map(Staff::title).or(() -> Team.of(target).map(Team::title)).orElse(target);
    }

    private static String titled(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
