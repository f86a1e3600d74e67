package dev.transferdesk.desk;

import dev.transferdesk.transfer.TransferRequest;
import dev.transferdesk.transfer.TransferRequest.NextRung;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the transfer dialog. Any may be missing: the request says so in words.
 *
 * @param then SIDs of those to ask next; an empty one stands for nobody, so that nobody can be asked
 * @param thenSeconds how long each of them has
 */
record TransferForm(@Nullable String target, @Nullable String note, @Nullable String request, @Nullable String seconds,
        @Nullable List<String> then, @Nullable List<String> thenSeconds) {

    TransferRequest asRequest() {
        return new TransferRequest(orEmpty(target).strip(), orEmpty(note), orEmpty(request), orEmpty(seconds).strip(),
                then == null ? Optional.empty()
                        : Optional.of(rungs(then, thenSeconds == null ? List.of() : thenSeconds)));
    }

    private static List<NextRung> rungs(List<String> targets, List<String> seconds) {
        return IntStream.range(0, Math.max(targets.size(), seconds.size()))
                .mapToObj(it -> new NextRung(at(it, targets), at(it, seconds)))
                .filter(it -> !it.target().isEmpty() || !it.seconds().isEmpty())
                .toList();
    }

    private static String at(int index, List<String> fields) {
        return index < fields.size() ? orEmpty(fields.get(index)).strip() : "";
    }

    /** Without the one character that a database has no room for. */
    private static String orEmpty(@Nullable String field) {
        return field == null ? "" : field.replace("\0", "");
    }
}
