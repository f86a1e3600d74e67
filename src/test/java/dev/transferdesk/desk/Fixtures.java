package dev.transferdesk.desk;

import dev.transferdesk.conversation.ChannelType;
import dev.transferdesk.conversation.Customer;
import dev.transferdesk.conversation.Line;
import dev.transferdesk.conversation.Person.Role;
import dev.transferdesk.desk.OfferCard.Way;
import dev.transferdesk.desk.Progress.StepLine;
import dev.transferdesk.desk.Progress.Tone;
import dev.transferdesk.desk.TaskItem.Pending;
import dev.transferdesk.desk.TaskView.Actions;
import dev.transferdesk.desk.TaskView.InviteRow;
import dev.transferdesk.desk.TaskView.PersonRow;
import dev.transferdesk.directory.Presence;
import dev.transferdesk.twilio.ReservationSid;
import dev.transferdesk.twilio.TaskSid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The people, conversations and transfers that the previewed pages show. */
final class Fixtures {

    static final Instant NOW = Clock.systemUTC().instant();

    static final Viewer ALICE = new Viewer("Alice Alvarez",
            Optional.of(new Presence("Available", Presence.Tone.AVAILABLE)),
            true, true, true);
    static final Viewer NOBODY = new Viewer("Nora Newcomer", Optional.empty(), false, false, false);

    static final Customer DANA = new Customer("Dana Customer", ChannelType.WEB);
    static final Customer PHONE = new Customer("+1 555 010 0199", ChannelType.SMS);
    static final Customer KENJI = new Customer("Kenji Tanaka", ChannelType.EMAIL);
    static final Customer MAYA = new Customer("Maya Lindqvist", ChannelType.WHATSAPP);
    static final Customer LONG = new Customer(
            "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh née Cholmondeley-Warner of the Outer Hebrides",
            ChannelType.MESSENGER);
    static final Customer UNBROKEN = new Customer(
            "customer.with.a.very.long.address.and.no.place.to.break@subdomain.example.org",
            ChannelType.EMAIL);
    static final Customer HEBREW = new Customer("דנה לקוחה (VIP)", ChannelType.WEB);
    static final Customer THAI = new Customer("สมชาย ใจดีมากเหลือเกินและชื่อยาวมาก", ChannelType.SMS);
    static final Customer CHINESE = new Customer("欧阳娜娜与她的非常非常长的名字", ChannelType.OTHER);

    static final Actions FREE = new Actions(true, true, true, "", true, false, "", false);
    static final Actions WITH_OTHERS = new Actions(true, true, true, "", true, true, "", false);
    static final Actions INVITED = new Actions(true, false, false, "INVITE_OPEN", true, true, "", true);
    static final Actions IN_FLIGHT = new Actions(true, false, false, "TRANSFER_UNDER_WAY", true, false,
            "TRANSFER_UNDER_WAY", false);
    static final Actions SWITCHED_OFF = new Actions(false, false, false, "", false, false, "", false);

    private Fixtures() {}

    static TaskSid task(int number) {
        return new TaskSid("WT%032x".formatted(number));
    }

    static Instant ago(long seconds) {
        return NOW.minusSeconds(seconds);
    }

    static TaskItem item(int number, Customer customer, String lastMessage) {
        return new TaskItem(task(number), customer, Optional.of(ago(60L * number)), lastMessage, Optional.empty());
    }

    static TaskItem pending(TaskItem item, String step, String target) {
        return new TaskItem(item.task(), item.customer(), item.lastAt(), item.lastMessage(),
                Optional.of(new Pending(step, target, ago(72))));
    }

    static List<TaskItem> threeTasks() {
        return List.of(item(1, DANA, "I was charged twice for the same order."), item(2, PHONE, "Thanks, that worked"),
                item(3, KENJI, ""));
    }

    static List<TaskItem> strangeTasks() {
        return List.of(item(1, LONG, "A" + "a".repeat(80) + "h! And then some more words that go on and on"),
                item(2, UNBROKEN, "ok"), item(3, HEBREW, "שלום, חויבתי פעמיים על אותה הזמנה"),
                pending(item(4, THAI, "ถูกเรียกเก็บเงินสองครั้ง"), "OFFERED",
                        "Billing and Collections, Second Level, EMEA"),
                item(5, CHINESE, "同一订单被收费两次"));
    }

    static List<TaskItem> manyTasks() {
        return IntStream.rangeClosed(1, 25)
                .mapToObj(it -> item(it, new Customer("Customer " + it, ChannelType.values()[it % 6]), "Message " + it))
                .toList();
    }

    static OfferCard offer(int number, Customer customer, boolean invite, Optional<String> queue,
            Optional<String> note, List<Line> said) {
        return new OfferCard(new ReservationSid("WR%032x".formatted(number)), task(90 + number), customer,
                "Bob Brandt", queue, note, invite ? Way.INVITE : Way.TRANSFER, ago(48), said);
    }

    static List<OfferCard> offers() {
        return List.of(
                offer(1, MAYA, false, Optional.of("Billing"),
                        Optional.of("Wants the March invoice corrected. I promised an answer today."),
                        lines(3)),
                offer(2, LONG, true, Optional.empty(), Optional.of("Please help. ".repeat(60)),
                        lines(6).subList(3, 6)));
    }

    /** From nobody, by somebody with a name that is too long, and where nothing was said. */
    static List<OfferCard> strangeOffers() {

        var files = new Line(1, LONG.name(), Optional.of(Role.AGENT), Optional.empty(), "", 3, ago(5));
        var hebrew = new Line(2, HEBREW.name(), Optional.of(Role.AGENT), Optional.empty(), "שלום. ".repeat(40), 0,
                ago(4));

        return List.of(offer(1, HEBREW, false, Optional.empty(), Optional.empty(), List.of(files, hebrew)),
                offer(2, UNBROKEN, false, Optional.of("Billing and Collections, Second Level, EMEA"), Optional.empty(),
                        List.of()));
    }

    static List<Line> lines(int count) {
        return IntStream.range(0, count).mapToObj(it -> line(it, count)).toList();
    }

    private static Line line(int index, int count) {

        var sentAt = ago((count - index) * 47L);

        return switch (index % 6) {
            case 0 -> new Line(index, "Dana Customer", Optional.of(Role.CUSTOMER), Optional.empty(),
                    "I was charged twice for the same order. The number is 8841.", 0, sentAt);
            case 1 -> new Line(index, "Dana Customer", Optional.of(Role.CUSTOMER), Optional.empty(), "Can you check?",
                    index % 4 == 1 ? 1 : 0, sentAt);
            case 2 -> new Line(index, "Alice Alvarez", Optional.of(Role.AGENT), Optional.empty(),
                    "Let me have a look.\nThis takes a minute or two, since I have to ask the bank which of the charges went "
                            + "through and whether one of them is only a reservation that will vanish by itself.",
                    0, sentAt);
            case 3 -> new Line(index, "Dana Customer", Optional.of(Role.CUSTOMER), Optional.empty(),
                    "https://shop.example.org/orders/8841/a-very-long-address-without-any-place-to-break-it/"
                            + "x".repeat(90),
                    0, sentAt);
            case 4 -> new Line(index, "System", Optional.empty(), Optional.empty(), "Bob Brandt joined", 0, sentAt);
            default ->
                new Line(index, "Bob Brandt", Optional.of(Role.AGENT), Optional.empty(), "مرحبا، سأساعدك في ذلك", 3,
                        sentAt);
        };
    }

    static PersonRow you() {
        return new PersonRow("Alice Alvarez", true, true, Optional.of(ago(761)), Optional.empty());
    }

    static PersonRow agent(String name, int number) {
        return new PersonRow(name, true, false, Optional.of(ago(300)), Optional.of("UT%032x".formatted(number)));
    }

    static PersonRow person(Customer customer) {
        return new PersonRow(customer.name(), false, false, Optional.of(ago(1300)), Optional.empty());
    }

    static InviteRow invite(String target, boolean queue, String by) {
        return new InviteRow("WT%032x".formatted(target.hashCode() & 0xffff), target, queue, Optional.of(ago(72)), by);
    }

    static Progress progress(String customer, String target, boolean invite, Tone tone, String outcome, String cancel,
            StepLine... steps) {

        var id = UUID.nameUUIDFromBytes((customer + target + invite + outcome).getBytes());
        var subject = Stream.of(steps)
                .filter(it -> !it.step().equals("LEFT"))
                .reduce((_, last) -> last)
                .orElseThrow()
                .subject();

        return new Progress(id, task(1), customer, target, invite, steps[0].at(), tone, outcome, stateOf(outcome),
                subject.isEmpty() ? target : subject, subject.isEmpty() ? target : subject, "Alice Alvarez",
                List.of(steps), cancel, invite ? task(77).value() : "",
                cancel.equals("undo") ? Optional.of(ago(-9)) : Optional.empty(), "");
    }

    private static String stateOf(String outcome) {
        return switch (outcome) {
            case "UNDERWAY", "NEXT", "COMING_BACK" -> "OFFERED";
            case "CALLING_OFF" -> "WITHDRAWING";
            case "NOBODY" -> "TIMED_OUT";
            case "GIVEN_UP_AFTER_LEAVING" -> "GIVEN_UP";
            default -> outcome;
        };
    }

    static StepLine step(String step, String subject, long secondsAgo) {
        return new StepLine(step, subject, ago(secondsAgo));
    }

    static Progress underway() {
        return progress("Dana Customer", "Ana Ruiz", false, Tone.UNDERWAY, "NEXT", "takeback",
                step("REQUESTED", "", 113), step("OFFERED", "Ana Ruiz", 112), step("DECLINED", "Ana Ruiz", 72),
                step("MOVED", "Billing", 72), step("OFFERED", "Tom Weber", 70));
    }

    static Progress invited() {
        return progress("Dana Customer", "Billing", true, Tone.UNDERWAY, "UNDERWAY", "cancel",
                step("REQUESTED", "", 72), step("OFFERED", "Tom Weber", 60));
    }

    static Progress accepted() {
        return progress("Kenji Tanaka", "Billing", false, Tone.DONE, "DONE", "", step("REQUESTED", "", 100),
                step("OFFERED", "Ana Ruiz", 98), step("DECLINED", "Ana Ruiz", 80),
                step("OFFERED", "Tom Weber", 79), step("ACCEPTED", "Tom Weber", 61), step("LEFT", "Alice Alvarez", 60));
    }

    static Progress failed() {
        return progress("Maya Lindqvist", "Ana Ruiz", false, Tone.FAILED, "FAILED", "", step("REQUESTED", "", 3700),
                step("FAILED", "Ana Ruiz", 3698));
    }

    static Progress unanswered() {
        return progress(LONG.name(), "Billing and Collections, Second Level, EMEA", false, Tone.FAILED,
                "NOBODY", "",
                step("REQUESTED", "", 400), step("OFFERED", "Sibyl Okafor", 390),
                step("TIMED_OUT", "Sibyl Okafor", 100),
                step("MOVED", "Tier 2", 100), step("TIMED_OUT", "Tier 2", 10));
    }

    static Progress comingBack() {
        return progress(LONG.name(), "Ana Ruiz", false, Tone.UNDERWAY, "COMING_BACK", "",
                step("REQUESTED", "", 120), step("LEFT", "Alice Alvarez", 119), step("OFFERED", "Ana Ruiz", 118),
                step("DECLINED", "Ana Ruiz", 60), step("MOVED", "Alice Alvarez", 60),
                step("OFFERED", "Alice Alvarez", 59));
    }

    static Progress callingOff() {
        return progress("Dana Customer", "Ana Ruiz", false, Tone.UNDERWAY, "CALLING_OFF", "",
                step("REQUESTED", "", 20), step("OFFERED", "Ana Ruiz", 18));
    }

    static Progress heldBack(String customer, boolean invite) {
        return progress(customer, "Ana Ruiz", invite, Tone.UNDERWAY, "HELD_BACK", "undo",
                step("HELD_BACK", "Ana Ruiz", 1));
    }

    static Progress undone() {
        return progress("Dana Customer", "Ana Ruiz", false, Tone.DONE, "UNDONE", "", step("HELD_BACK", "Ana Ruiz", 9),
                step("UNDONE", "Ana Ruiz", 5));
    }

    /** What spoke against it came up only while it was held back. */
    static Progress notSent() {

        var it = progress("Dana Customer", "Ana Ruiz", false, Tone.FAILED, "FAILED", "",
                step("HELD_BACK", "Ana Ruiz", 9), step("FAILED", "Ana Ruiz", 4));

        return new Progress(it.id(), it.task(), it.customer(), it.target(), it.invite(), it.since(), it.tone(),
                it.outcome(), it.state(), it.subject(), it.present(), it.sender(), it.steps(), it.cancel(),
                it.invitedTask(), it.sendAt(), "OFFLINE");
    }

    static Progress givenUp() {
        return progress("Dana Customer", "Billing", false, Tone.FAILED, "GIVEN_UP_AFTER_LEAVING", "",
                step("REQUESTED", "", 400), step("LEFT", "Alice Alvarez", 399), step("SUPERVISED", "Sam Sato", 20),
                step("GIVEN_UP", "The customer has called meanwhile", 19));
    }

    static TaskView view(Customer customer, Actions actions, List<Progress> bars, List<PersonRow> people,
            List<InviteRow> invites, List<Line> lines, List<Progress> history) {
        return new TaskView(task(1), customer, NOW.minus(Duration.ofSeconds(761)), actions, bars, people, invites,
                lines,
                lines.size() > 40, history);
    }
}
