package dev.transferdesk.system;

import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** The sizes and colours in which pages have to hold. */
enum Screen {

    DESK_LIGHT(1280, 900, "light"), DESK_DARK(1280, 900, "dark"), PANEL_LIGHT(360, 720, "light"),
    PANEL_DARK(360, 720, "dark"), NARROWEST(320, 568, "light");

    private final int width;
    private final int height;
    private final String scheme;

    Screen(int width, int height, String scheme) {
        this.width = width;
        this.height = height;
        this.scheme = scheme;
    }

    /** Windows can't be made as narrow as a side panel, so the size is emulated. */
    void applyTo(ChromeDriver browser) {
        browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        browser.executeCdpCommand("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme),
                        Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }
}
