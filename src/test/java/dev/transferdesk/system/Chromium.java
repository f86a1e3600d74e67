package dev.transferdesk.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine and its driver, installed first where a Debian has none. */
record Chromium(Path browser, Path driver) {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome",
            "google-chrome-stable", "chrome");

    private static final List<String> DRIVERS = List.of("chromedriver", "chromium.chromedriver");

    private static final List<String> WELL_KNOWN = List.of("/usr/bin", "/usr/local/bin", "/snap/bin",
            "/opt/google/chrome",
            "/usr/lib/chromium", "/usr/lib/chromium-browser", "/opt/homebrew/bin",
            "/Applications/Google Chrome.app/Contents/MacOS", "/Applications/Chromium.app/Contents/MacOS");

    private static final String MISSING = """
            No Chromium or Chrome with its ChromeDriver on this machine, and they can only be installed here by root on \
            Debian or Ubuntu. Install both (the packages chromium and chromium-driver, for instance) so that they are \
            on the PATH.""";

    static Chromium find() {
        return look().or(Chromium::install).orElseThrow(() -> new IllegalStateException(MISSING));
    }

    private static Optional<Chromium> look() {
        return first(BROWSERS).flatMap(browser -> first(DRIVERS).map(driver -> new Chromium(browser, driver)));
    }

    private static Optional<Path> first(List<String> names) {
        return names.stream()
                .flatMap(name -> folders().map(folder -> Path.of(folder, name)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static Stream<String> folders() {

        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");

        return Stream.concat(Stream.of(path.split(File.pathSeparator)), WELL_KNOWN.stream())
                .filter(folder -> !folder.isBlank());
    }

    private static Optional<Chromium> install() {

        if (!Files.isExecutable(Path.of("/usr/bin/apt-get")) || !"root".equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }

        run("apt-get", "update");
        run("apt-get", "install", "-y", "--no-install-recommends", "chromium", "chromium-driver");

        return look();
    }

    private static void run(String... command) {

        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("DEBIAN_FRONTEND", "noninteractive");

        try {
            var running = process.start();
            var said = new String(running.getInputStream().readAllBytes());
            if (running.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + said);
            }
        } catch (IOException e) {
            throw new IllegalStateException(String.join(" ", command) + " could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
