package dev.transferdesk.desk;

import dev.transferdesk.directory.Directory;
import dev.transferdesk.directory.DirectoryWorker;
import dev.transferdesk.transfer.Transfer;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.WorkerSid;
import java.util.Map;
import java.util.stream.Collectors;

/** What workers are called, asked for once for a long list: it is needed most when Twilio can't be reached. */
record WorkerNames(Map<WorkerSid, String> bySid) {

    static WorkerNames in(Directory directory) {
        try {
            return new WorkerNames(directory.workers()
                    .stream()
                    .collect(Collectors.toMap(DirectoryWorker::sid, DirectoryWorker::name, (one, _) -> one)));
        } catch (TwilioException unavailable) {
            return new WorkerNames(Map.of());
        }
    }

    /** Of the agent whose conversation it was. */
    String senderOf(Transfer transfer) {

        var otherwise = transfer.sender().equals(Transfer.WATCHDOG) ? transfer.senderWorker().value()
                : transfer.sender();

        return bySid.getOrDefault(transfer.senderWorker(), otherwise);
    }
}
