package dev.transferdesk.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** Somebody at one page of the desk who pays attention to its sounds. */
final class Listener {

    /** Each sound is two notes. */
    private static final String COUNT_SOUNDS = """
            window.sounds = 0
            const start = OscillatorNode.prototype.start
            OscillatorNode.prototype.start = function (...at) {
              window.sounds += 0.5
              return start.apply(this, at)
            }""";

    private static final String COUNT_POLLS = """
            window.polls = 0
            document.addEventListener('htmx:afterRequest', event => event.detail.elt.id === 'poll' && window.polls++)""";

    private final DeskPage page;
    private final String tab;

    /** The page that the browser shows is loaded anew for it. */
    Listener(DeskPage page) {
        this.page = page;
        this.tab = page.browser.getWindowHandle();
        page.browser.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", COUNT_SOUNDS));
        page.reload();
    }

    DeskPage page() {
        return page;
    }

    void look() {
        page.browser.switchTo().window(tab);
    }

    /** Sounds since the page was loaded. */
    int heard() {
        look();
        return ((Number) page.run("return window.sounds")).intValue();
    }

    void hears(int sounds) {
        Patience.until(() -> assertThat(heard()).isEqualTo(sounds));
    }

    /** Nor is there anything to come of what the page knows. */
    void hasHeard(int sounds) {
        awaitsPoll();
        assertThat(heard()).isEqualTo(sounds);
    }

    void awaitsPoll() {
        look();
        page.run(COUNT_POLLS);
        Patience.until(() -> assertThat((Number) page.run("return window.polls")).isNotEqualTo(0L));
    }
}
