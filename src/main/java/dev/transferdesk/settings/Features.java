package dev.transferdesk.settings;

/**
 * The switches as they stand now.
 *
 * @param enabled off: no transfer and no invite, the desk stays readable
 * @param coldTransfer the Transfer action
 * @param multiParticipant the Participants tab with Invite, Remove and Leave
 * @param pendingInvites how many invites may be outstanding in one conversation
 */
public record Features(boolean enabled, boolean coldTransfer, boolean multiParticipant, int pendingInvites) {

    /** Both switches that it hangs on. */
    public boolean allowsColdTransfer() {
        return enabled && coldTransfer;
    }

    /** Both switches that inviting and removing hang on. */
    public boolean allowsInvites() {
        return enabled && multiParticipant;
    }
}
