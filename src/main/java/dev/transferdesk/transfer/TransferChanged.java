package dev.transferdesk.transfer;

import java.util.UUID;

/** What the record says of a transfer is not what it said before; this process has written it. */
public record TransferChanged(UUID transfer) {}
