package dev.transferdesk.desk;

import dev.transferdesk.directory.Directory;
import dev.transferdesk.events.Webhooks;
import dev.transferdesk.transfer.Transfer;
import dev.transferdesk.transfer.TransferHistory;
import dev.transferdesk.watchdog.Repairs;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the transfers that a supervisor wants to see. */
@Component
class TransferBoard {

    static final int LATEST = 500;
    static final int MOST = 50;
    private static final int REPAIRS = 20;

    private final TransferHistory history;
    private final BoardRows rows;
    private final Directory directory;
    private final Webhooks webhooks;
    private final Repairs repairs;

    TransferBoard(TransferHistory history, BoardRows rows, Directory directory, Webhooks webhooks, Repairs repairs) {
        this.history = history;
        this.rows = rows;
        this.directory = directory;
        this.webhooks = webhooks;
        this.repairs = repairs;
    }

    enum Show {
        ALL, IN_FLIGHT, STUCK, ENDED;

        static Show of(String name) {
            return Stream.of(values()).filter(it -> it.key().equals(name)).findFirst().orElse(ALL);
        }

        /** As it stands in an address. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param text part of the name of the customer, of the sender or of the target */
    record Search(Show show, String text) {}

    Board find(Search search) {

        var latest = history.latest(LATEST);
        var names = WorkerNames.in(directory);
        var matching = latest.stream().filter(it -> matches(it, search.text(), names)).toList();
        var open = rows.of(matching.stream().filter(Transfer::isOpen).toList(), names);
        var ended = matching.stream().filter(it -> !it.isOpen()).toList();
        var show = search.show();
        var stuck = open.stream().filter(BoardRow::isStuck).toList();

        return new Board(search,
                show == Show.ALL || show == Show.IN_FLIGHT ? open.stream().filter(it -> !it.isStuck()).toList()
                        : List.of(),
                show == Show.ENDED ? List.of() : stuck,
                show == Show.ALL || show == Show.ENDED ? rows.of(ended.stream().limit(MOST).toList(), names)
                        : List.of(),
                (show == Show.ALL || show == Show.ENDED) && (ended.size() > MOST || latest.size() == LATEST),
                repairs.latest(REPAIRS),
                webhooks.arriving() ? webhooks.lastReceived() : Optional.empty());
    }

    private static boolean matches(Transfer transfer, String text, WorkerNames names) {

        var wanted = text.strip().toLowerCase(Locale.ROOT);

        return wanted.isEmpty()
                || Stream.of(transfer.customer(), transfer.target().name(), transfer.sender(),
                        names.senderOf(transfer))
                        .anyMatch(it -> it.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
