package dev.transferdesk.desk;

import dev.transferdesk.settings.TransferPolicy.Release;
import dev.transferdesk.transfer.Transfer;
import dev.transferdesk.transfer.TransferState;
import java.util.Locale;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.servlet.view.FragmentsRendering;

/** One sentence that tells what became of a click. Failures stay until they are closed. */
record Flash(String key, Tone tone, Object... arguments) {

    enum Tone {
        DONE, FAILED
    }

    static Flash done(String key, Object... arguments) {
        return new Flash(key, Tone.DONE, arguments);
    }

    static Flash failed(String key, Object... arguments) {
        return new Flash(key, Tone.FAILED, arguments);
    }

    /** What the sender is told of a transfer that Twilio has taken, or that is held back. */
    static Flash of(Transfer transfer) {

        var target = transfer.target().name();

        if (transfer.state() == TransferState.HELD_BACK) {
            return done("flash.HELD_BACK", target);
        }

        if (transfer.state() == TransferState.UNDONE) {
            return done("flash.UNDONE", transfer.customer());
        }

        if (transfer.isInvite()) {
            return done("flash.INVITED", target);
        }

        if (transfer.releasedAt().isPresent()) {
            return done("flash.TRANSFERRED", target);
        }

        return transfer.course().release() == Release.ON_ACCEPT ? done("flash.TRANSFERRING", target)
                : failed("flash.STILL_IN", target);
    }

    FragmentsRendering.Builder addTo(FragmentsRendering.Builder answer) {
        return answer.fragment("_flash :: flash", asModel());
    }

    void addTo(Model model) {
        model.addAllAttributes(asModel());
    }

    private Map<String, Object> asModel() {
        return Map.of("flashKey", key, "flashArgs", arguments, "flashTone", tone.name().toLowerCase(Locale.ROOT));
    }
}
