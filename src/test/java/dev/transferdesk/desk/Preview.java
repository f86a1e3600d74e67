package dev.transferdesk.desk;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import dev.transferdesk.desk.PageStates.State;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Serves every page in every state under {@code /preview/STATE}, without Twilio and database. A state stays as it is, unless
 * the address asks for something to happen: {@code ?message}, {@code ?gone}, {@code ?down}.
 */
@TestConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(excludeName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
public class Preview {

    private final PageStates states = new PageStates();

    /** Starts it on a free port of this machine. */
    public static ConfigurableApplicationContext start() {
        return start("0");
    }

    /** For whoever wants to look: the address is {@code http://localhost:4020/preview/}. */
    public static void main(String[] args) {
        start("4020");
    }

    private static ConfigurableApplicationContext start(String port) {
        return new SpringApplicationBuilder(Preview.class).web(WebApplicationType.SERVLET)
                .properties(Map.of("server.address", "127.0.0.1", "server.port", port, "spring.config.name", "preview",
                        "spring.web.resources.chain.strategy.content.enabled", "true", "spring.security.user.password",
                        "unused", "spring.main.banner-mode", "off", "logging.level.root", "warn", "sandbox.enabled",
                        "false"))
                .run();
    }

    /** The names of all states. */
    public static Set<String> states() {
        return new PageStates().all().keySet();
    }

    @Bean
    SecurityFilterChain asStrictAsCanBe(HttpSecurity http) {
        return http.authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .headers(it -> it.contentSecurityPolicy(csp -> csp.policyDirectives("default-src 'self'")))
                .build();
    }

    @Bean
    TargetWords targetWords(MessageSource texts) {
        return new TargetWords(texts);
    }

    @Bean
    RouterFunction<ServerResponse> pages() {
        return route().GET("/preview/{state}", this::page)
                .GET("/admin/settings/policy", this::policy)
                .GET("/admin/transfers", this::board)
                .GET("/tasks/{task}/transfer", this::dialog)
                .GET("/tasks/{task}/targets", this::targets)
                .GET("/tasks/{task}/messages", this::earlier)
                .POST("/tasks/{task}/transfers", _ -> refusal())
                .POST("/tasks/{task}/invites", _ -> invited())
                .PUT("/favourites", _ -> ServerResponse.noContent().header("HX-Trigger", "favourites-changed").build())
                .GET("/tasks/{task}", this::poll)
                .GET("/tasks", this::poll)
                .GET("/transfers", this::sent)
                .build();
    }

    /** What the page shows already, and what its address asks for. */
    private ServerResponse poll(ServerRequest request) {

        var page = URI.create(request.headers().firstHeader("Referer"));
        var happening = page.getQuery() == null ? "" : page.getQuery();
        var state = states.all().get(page.getPath().substring("/preview/".length()));

        if (happening.contains("down")) {
            return ServerResponse.status(503).render("error/alert :: alert", Map.of("status", 503));
        }

        if (happening.contains("gone")) {
            return ServerResponse.status(404).render("desk/live :: gone", state.without("selected").model());
        }

        var after = Integer.parseInt(request.param("after").orElse("-1"));
        var next = state.since(happening.contains("message") ? Math.min(after, 4) : after);

        return ServerResponse.ok()
                .render(next.model().containsKey("selected") ? "desk/live :: task" : "desk/live :: list", next.model());
    }

    private ServerResponse page(ServerRequest request) {

        var state = states.all()
                .getOrDefault(request.pathVariable("state"),
                        new State("error/error", Map.of("status", 404)));

        return ServerResponse.ok().render(state.view(), state.model());
    }

    private ServerResponse board(ServerRequest request) {
        return ServerResponse.ok().render("transfer/watched :: live", shownBy(request).model());
    }

    private ServerResponse sent(ServerRequest request) {
        return ServerResponse.ok().render("desk/live :: sent", shownBy(request).model());
    }

    private ServerResponse policy(ServerRequest request) {
        return ServerResponse.ok().render("settings/policy :: policy", shownBy(request).model());
    }

    /** What the page that asks shows. */
    private State shownBy(ServerRequest request) {
        var page = URI.create(request.headers().firstHeader("Referer"));
        return states.all().get(page.getPath().substring("/preview/".length()));
    }

    /** Which dialog it is goes by the page that asks. */
    private ServerResponse dialog(ServerRequest request) {

        var page = request.headers().firstHeader("Referer");
        var wanted = page.contains("?") ? page.substring(page.indexOf('?') + 1) : "";
        var targets = switch (wanted) {
            case "none" -> TargetFixtures.none();
            case "incomplete" -> TargetFixtures.incomplete();
            case "favourites" -> TargetFixtures.withFavourites();
            default -> TargetFixtures.all();
        };
        var dialog = new TransferDialog(Fixtures.task(1), "Dana Customer", !wanted.equals("invite"), true,
                UUID.randomUUID(), 2000,
                wanted.equals("long") ? PolicyFixtures.longDialog() : PolicyFixtures.usualDialog(),
                wanted.equals("invite") ? "INVITE_OPEN" : "");

        return ServerResponse.ok().render("transfer/dialog :: dialog", Map.of("dialog", dialog, "targets", targets));
    }

    private ServerResponse targets(ServerRequest request) {
        return ServerResponse.ok()
                .render("transfer/targets :: targets",
                        Map.of("targets", TargetFixtures.found(request.param("q").orElse("")), "task",
                                Fixtures.task(1)));
    }

    private ServerResponse earlier(ServerRequest request) {
        return ServerResponse.ok()
                .render("conversation/transcript :: messages",
                        Map.of("lines", Fixtures.lines(20), "task", Fixtures.task(1), "hasEarlier", false));
    }

    private static ServerResponse invited() {
        return ServerResponse.ok()
                .header("HX-Trigger", "transfer-sent")
                .render("_flash :: flash", Map.of("flashKey", "flash.INVITED", "flashArgs", new Object[]{ "Ana Ruiz" },
                        "flashTone", "done"));
    }

    private static ServerResponse refusal() {
        return ServerResponse.unprocessableContent()
                .render("transfer/dialog :: refusal",
                        Map.of("refusalKey", "OFFLINE", "refusalArgs", new Object[]{ "Ana Ruiz" }));
    }
}
