package dev.transferdesk.transfer;

/** Whether the sender leaves, {@code COLD}, or stays, {@code INVITE}. */
public enum TransferKind {
    COLD, INVITE
}
