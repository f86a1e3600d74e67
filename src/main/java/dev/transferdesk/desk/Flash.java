package dev.transferdesk.desk;

import java.util.Locale;
import java.util.Map;
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

    FragmentsRendering.Builder addTo(FragmentsRendering.Builder answer) {
        return answer.fragment("_flash :: flash", Map.of("flashKey", key, "flashArgs", arguments, "flashTone",
                tone.name().toLowerCase(Locale.ROOT)));
    }
}
