package dev.transferdesk.transfer;

import java.time.Instant;
import java.util.UUID;

/** Says when a transfer is to be looked at next, whatever becomes of this process. */
interface TransferAlarms {

    /** Unless one is set already. */
    void set(UUID transfer, Instant at);

    /** Looks at it now. */
    void ring(UUID transfer);
}
