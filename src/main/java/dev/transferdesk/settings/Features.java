package dev.transferdesk.settings;

import java.util.List;
import java.util.stream.Stream;

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

    /** The keys of the modes that are switched on as things are. */
    public List<String> allowed() {
        return Stream.of(Switch.COLD_TRANSFER, Switch.MULTI_PARTICIPANT)
                .filter(it -> it == Switch.COLD_TRANSFER ? allowsColdTransfer() : allowsInvites())
                .map(Switch::key)
                .toList();
    }

    /** Both switches that inviting and removing hang on. */
    public boolean allowsInvites() {
        return enabled && multiParticipant;
    }
}
