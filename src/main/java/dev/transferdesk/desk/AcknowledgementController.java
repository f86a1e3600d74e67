package dev.transferdesk.desk;

import dev.transferdesk.identity.Agent;
import dev.transferdesk.identity.CurrentAgent;
import dev.transferdesk.transfer.TransferHistory;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Closes the bar of a transfer that has ended; the page takes it away by itself. */
@Controller
class AcknowledgementController {

    private final TransferHistory history;

    AcknowledgementController(TransferHistory history) {
        this.history = history;
    }

    @PostMapping("/transfers/{id}/acknowledgement")
    @ResponseStatus(HttpStatus.OK)
    void acknowledge(@PathVariable UUID id, @CurrentAgent Agent agent) {
        if (!history.acknowledge(id, agent.getUsername())) {
            throw new TaskPartMissing();
        }
    }
}
