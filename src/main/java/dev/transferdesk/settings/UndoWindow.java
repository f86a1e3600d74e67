package dev.transferdesk.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** How long a transfer is held back so that its sender can undo it. With none, it is sent at once. */
public record UndoWindow(Duration time) {

    /** The longest there may be: whoever waits for the customer should not wait for second thoughts. */
    public static final int MOST_SECONDS = 10;

    private static final Pattern SECONDS = Pattern.compile("\\d{1,2}");

    public UndoWindow {
        if (!allows(time)) {
            throw new IllegalArgumentException("No undo window: " + time);
        }
    }

    /** Nothing where it is no number of whole seconds, or too many. */
    public static Optional<UndoWindow> of(String seconds) {
        return Optional.of(seconds.strip())
                .filter(it -> SECONDS.matcher(it).matches())
                .map(it -> Duration.ofSeconds(Long.parseLong(it)))
                .filter(UndoWindow::allows)
                .map(UndoWindow::new);
    }

    /** What the configuration asks for; where that can't be, the start ends with the name of the key. */
    static UndoWindow configured(Duration time) {

        if (!allows(time)) {
            throw new InvalidConfigurationPropertyValueException("transfers.undo-window", time,
                    "It must be whole seconds, from 0 s to %d s".formatted(MOST_SECONDS));
        }

        return new UndoWindow(time);
    }

    public boolean isNone() {
        return time.isZero();
    }

    public long seconds() {
        return time.toSeconds();
    }

    private static boolean allows(Duration time) {
        return time.getNano() == 0 && !time.isNegative() && time.toSeconds() <= MOST_SECONDS;
    }
}
