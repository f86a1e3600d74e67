package dev.transferdesk.transfer;

import java.util.UUID;

/** The right to advance a transfer, for as long as nobody else has taken it over. Every change says whose it is. */
record Hold(UUID transfer, String token) {}
