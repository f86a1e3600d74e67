package dev.transferdesk.conversation;

import dev.transferdesk.audit.AuditLog;
import dev.transferdesk.twilio.ReservationSid;
import dev.transferdesk.twilio.TaskSid;
import dev.transferdesk.twilio.Tasks;
import dev.transferdesk.twilio.TwilioException;
import dev.transferdesk.twilio.TwilioFailure.Kind;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** Answers to offers. The methods throw {@link TwilioException} when Twilio can't be asked. */
@Component
public class Offers {

    private final Tasks tasks;
    private final AgentTasks agentTasks;
    private final AuditLog audit;

    Offers(Tasks tasks, AgentTasks agentTasks, AuditLog audit) {
        this.tasks = tasks;
        this.agentTasks = agentTasks;
        this.audit = audit;
    }

    /**
     * @param who user name of the agent
     * @return false when the offer no longer stood
     */
    public boolean accept(Offer offer, String who) {
        return answer(offer, who, "offer.accept", tasks::accept);
    }

    /**
     * TaskRouter may offer it to the same agent again.
     *
     * @param who user name of the agent
     * @return false when the offer no longer stood
     */
    public boolean decline(Offer offer, String who) {
        return answer(offer, who, "offer.decline", tasks::reject);
    }

    private boolean answer(Offer offer, String who, String action, BiConsumer<TaskSid, ReservationSid> answer) {
        try {
            var answered = audit.around(who, action, offer.reservation().value(), () -> {
                answer.accept(offer.task().sid(), offer.reservation());
                return true;
            });
            agentTasks.answered(offer);
            return answered;
        } catch (TwilioException failed) {
            if (failed.is(Kind.CONFLICT) || failed.is(Kind.NOT_FOUND)) {
                agentTasks.answered(offer);
                return false;
            }
            agentTasks.forget(offer);
            throw failed;
        }
    }
}
