package dev.transferdesk.system;

import static dev.transferdesk.system.Person.ADA;
import static dev.transferdesk.system.Person.ALICE;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.transferdesk.system.FirstLoad.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.logging.Level;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.logging.LogType;

/** What a page costs a browser that has never seen the desk, over loopback. */
@Story
class FirstLoadTests {

    private static final int MOST_BYTES = 120_000;
    /** Where pages begin to be thought slow: other tests run beside this one. */
    private static final double LONGEST_MILLIS = 2500;

    /** WCAG 2.2, 2.5.8: links within text are exempt, and what is not to be seen or cannot be pressed. */
    private static final String SMALL_TARGETS = """
            return [...document.querySelectorAll('a[href], button, input, select, textarea, [role=option]')]
              .filter(it => it.checkVisibility() && !it.matches('.skip, p a'))
              .map(it => [it.id || it.outerHTML.slice(0, 60), [it, ...(it.labels ?? [])]])
              .filter(([, targets]) => targets.map(it => it.getBoundingClientRect())
                .every(({ height, width }) => height < 24 || width < 24))
              .map(([name]) => name)""";

    @Test
    void theList(Stage stage) {
        stage.customerOf(ALICE, "Hello?");
        check("list", stage.enter(ALICE), "/tasks");
    }

    @Test
    void aConversation(Stage stage) {

        var ines = stage.customerOf(ALICE, "My parcel has not arrived.");
        stage.sandbox().write(ines, "The number is 8841.");

        check("conversation", stage.enter(ALICE, ines), "/tasks/" + ines.task());
    }

    @Test
    void theSettings(Stage stage) {
        check("settings", stage.enter(ADA), "/admin/settings");
    }

    @Test
    void theSignInPage(Stage stage) {
        check("sign-in", stage.visitor(), "/login");
    }

    private static void check(String name, Page page, String path) {

        page.go(path);
        page.browser.manage().logs().get(LogType.BROWSER);
        var load = new FirstLoad(page, path);
        var shift = load.layoutShift();
        var paint = load.largestPaint();

        System.out.printf("First load of %s: %d files, %d bytes compressed (CSS %d, JS %d, the rest HTML), "
                + "layout shift %.3f, largest paint after %.0f ms%n", name, load.files().size(), load.bytes(),
                load.bytesOf(".css"), load.bytesOf(".js"), shift, paint);

        assertSoftly(it -> {
            it.assertThat(load.bytes()).as("compressed bytes of HTML, CSS and JS").isLessThan(MOST_BYTES);
            it.assertThat(load.unnamed()).as("asked for in a second round").isEmpty();
            it.assertThat(shift).as("layout shift").isZero();
            it.assertThat(paint).as("largest contentful paint").isLessThan(LONGEST_MILLIS);
            it.assertThat(load.files()).as("files missing").allMatch(file -> file.status() == 200);
            it.assertThat(load.files()).as("text sent as it is").filteredOn(File::isText).allMatch(File::isCompressed);
            load.files()
                    .stream()
                    .skip(1)
                    .forEach(file -> it.assertThat(cacheControl(page, file))
                            .as(file.name())
                            .startsWith("max-age="));
            checkMarkup(it, page);
            checkNarrow(it, page, path);
            it.assertThat(page.browser.manage().logs().get(LogType.BROWSER).getAll())
                    .as("complaints")
                    .noneMatch(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue());
        });
        page.meetsNoBarrier();
    }

    private static void checkMarkup(SoftAssertions it, Page page) {
        it.assertThat(page.run("return document.doctype?.name")).as("doctype").isEqualTo("html");
        it.assertThat(page.run("return document.characterSet")).as("charset").isEqualTo("UTF-8");
        it.assertThat(page.run("return document.documentElement.lang")).as("lang").isEqualTo("en-GB");
        it.assertThat((String) page.run("return document.title")).as("title").isNotBlank();
        it.assertThat((String) page.run("return document.querySelector('meta[name=viewport]').content"))
                .as("viewport")
                .contains("width=device-width")
                .doesNotContain("user-scalable", "maximum-scale");
        it.assertThat(page.run("return document.querySelectorAll('meta[name=description]').length"))
                .as("description")
                .isEqualTo(1L);
        it.assertThat(page.run("return document.querySelectorAll('h1').length")).as("h1").isEqualTo(1L);
        it.assertThat(page.run("return document.querySelectorAll('main').length")).as("main").isEqualTo(1L);
        it.assertThat(page.run(
                "return document.querySelectorAll('head script:not([defer], [type=module], [async]), [onclick], [style]').length"))
                .as("scripts that hold up the page, and inline ones")
                .isEqualTo(0L);
        it.assertThat(page.run("return [...document.images].filter(it => !it.width || !it.height).length"))
                .as("pictures without a size")
                .isEqualTo(0L);
    }

    private static void checkNarrow(SoftAssertions it, Page page, String path) {

        Screen.PANEL_LIGHT.applyTo(page.browser);
        page.go(path);

        it.assertThat(page.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels to scroll sideways at 360")
                .isEqualTo(0L);
        it.assertThat(page.run(SMALL_TARGETS))
                .as("targets below 24 pixels")
                .asInstanceOf(
                        org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .isEmpty();
    }

    private static String cacheControl(Page page, File file) {
        try (var http = HttpClient.newHttpClient()) {
            return http
                    .send(HttpRequest.newBuilder(URI.create(page.desk + file.name())).build(),
                            BodyHandlers.discarding())
                    .headers()
                    .firstValue("Cache-Control")
                    .orElse("");
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
