package dev.transferdesk.system;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openqa.selenium.chrome.ChromeDriver;

/** A page as a browser gets it that has been nowhere before, and what it took. */
final class FirstLoad {

    /** What the page is made of has come; a poll or a stream later on is no part of it. */
    private static final String FILES = """
            return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .filter(it => !['xmlhttprequest', 'fetch'].includes(it.initiatorType) && !it.name.includes('/live'))
              .map(it => ({ name: it.name.replace(location.origin, ''), by: it.initiatorType,
                            bytes: it.encodedBodySize, unpacked: it.decodedBodySize, status: it.responseStatus }))""";
    private static final String NAMED = """
            return [location, ...document.querySelectorAll('link[href], script[src], img[src]')]
              .map(it => (it.href || it.src).replace(location.origin, ''))""";
    private static final String OBSERVED = """
            const [type, done] = arguments
            new PerformanceObserver((list, it) => { it.disconnect(); done(list.getEntries().map(e => e.toJSON())) })
              .observe({ type, buffered: true })
            setTimeout(() => done([]), 500)""";

    private final ChromeDriver browser;
    private final List<File> files;

    /** @param bytes as they came, without headers */
    record File(String name, String by, long bytes, long unpacked, long status) {

        boolean isText() {
            return !name.endsWith(".svg");
        }

        /** Below two kilobytes the server does not try. */
        boolean isCompressed() {
            return bytes < unpacked || unpacked < 2048;
        }
    }

    FirstLoad(Page page, String path) {
        this.browser = page.browser;
        browser.executeCdpCommand("Network.clearBrowserCache", Map.of());
        page.go(path);
        Patience.until(() -> {
            if (!"complete".equals(page.run("return document.readyState"))) {
                throw new AssertionError("It has not been loaded");
            }
        });
        this.files = files(browser);
    }

    List<File> files() {
        return files;
    }

    long bytes() {
        return files.stream().filter(File::isText).mapToLong(File::bytes).sum();
    }

    long bytesOf(String suffix) {
        return files.stream().filter(it -> it.name().endsWith(suffix)).mapToLong(File::bytes).sum();
    }

    /** What only a stylesheet or a script has asked for. */
    List<String> unnamed() {

        @SuppressWarnings("unchecked")
        var named = Set.copyOf((List<String>) browser.executeScript(NAMED));

        return files.stream().map(File::name).filter(it -> !named.contains(it)).toList();
    }

    double layoutShift() {
        return observed("layout-shift").stream().mapToDouble(it -> ((Number) it.get("value")).doubleValue()).sum();
    }

    /** Milliseconds until the largest part of it was there. */
    double largestPaint() {
        return observed("largest-contentful-paint").stream()
                .mapToDouble(it -> ((Number) it.get("startTime")).doubleValue())
                .max()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> observed(String type) {
        return (List<Map<String, Object>>) browser.executeAsyncScript(OBSERVED, type);
    }

    @SuppressWarnings("unchecked")
    private static List<File> files(ChromeDriver browser) {
        return ((List<Map<String, Object>>) browser.executeScript(FILES)).stream()
                .map(it -> new File((String) it.get("name"), (String) it.get("by"), number(it, "bytes"),
                        number(it, "unpacked"), number(it, "status")))
                .toList();
    }

    private static long number(Map<String, Object> file, String name) {
        return ((Number) file.get(name)).longValue();
    }
}
