package dev.transferdesk.desk;

import dev.transferdesk.transfer.TransferRequest;
import org.jspecify.annotations.Nullable;

/** The fields of the transfer dialog. Any may be missing: the request says so in words. */
record TransferForm(@Nullable String target, @Nullable String note, @Nullable String request) {

    TransferRequest asRequest() {
        return new TransferRequest(orEmpty(target).strip(), orEmpty(note), orEmpty(request));
    }

    /** Without the one character that a database has no room for. */
    private static String orEmpty(@Nullable String field) {
        return field == null ? "" : field.replace("\0", "");
    }
}
