package dev.transferdesk.desk;

import dev.transferdesk.routing.TransferWorkflow;
import dev.transferdesk.routing.TransferWorkflow.Missing;
import dev.transferdesk.twilio.TwilioException;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

/** Tells administrators why transfers are off for want of a workflow; looked up only by a page that says so. */
@ControllerAdvice
class WorkflowAdvice {

    private final TransferWorkflow workflow;

    WorkflowAdvice(TransferWorkflow workflow) {
        this.workflow = workflow;
    }

    @ModelAttribute
    void tell(Model model) {
        model.addAttribute("workflowProblem", new LazyContextVariable<@Nullable Missing>() {

            @Override
            protected @Nullable Missing loadValue() {
                return problem();
            }
        });
    }

    private @Nullable Missing problem() {
        try {
            return workflow.find() instanceof Missing missing ? missing : null;
        } catch (TwilioException unavailable) {
            return null;
        }
    }
}
