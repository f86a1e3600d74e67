package dev.transferdesk.conversation;

import dev.transferdesk.twilio.Tasks;
import org.springframework.stereotype.Component;

/** Answers to offers. Both throw a {@code CONFLICT} when the offer no longer stands. */
@Component
public class Offers {

    private final Tasks tasks;
    private final AgentTasks agentTasks;

    Offers(Tasks tasks, AgentTasks agentTasks) {
        this.tasks = tasks;
        this.agentTasks = agentTasks;
    }

    public void accept(Offer offer) {
        try {
            tasks.accept(offer.task().sid(), offer.reservation());
        } finally {
            agentTasks.answered(offer);
        }
    }

    /** TaskRouter may offer it to the same agent again. */
    public void decline(Offer offer) {
        try {
            tasks.reject(offer.task().sid(), offer.reservation());
        } finally {
            agentTasks.answered(offer);
        }
    }
}
