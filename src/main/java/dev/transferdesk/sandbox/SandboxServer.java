package dev.transferdesk.sandbox;

import java.util.List;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Starts the sandbox: inside another application's process, or as one of its own. */
public final class SandboxServer implements AutoCloseable {

    private final AnnotationConfigServletWebServerApplicationContext context;

    private SandboxServer(AnnotationConfigServletWebServerApplicationContext context) {
        this.context = context;
    }

    /** Serves until the process ends; takes {@code --sandbox.port=4010} and the other {@code sandbox.*} settings. */
    public static void main(String[] args) {
        var given = new StandardEnvironment();
        given.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
        var settings = SandboxSettings.of(given);

        var application = new SpringApplication(SandboxApplication.class);
        application.setEnvironment(environment(settings));
        application.setInitializers(List.of(
                context -> context.getBeanFactory().registerSingleton("settings", settings)));

        var server = new SandboxServer((AnnotationConfigServletWebServerApplicationContext) application.run());
        Announcement.standAlone(server.port());
    }

    /** Starts inside a process that logs already. No application is run, so none of its listeners is run twice. */
    static SandboxServer start(Environment given) {
        var settings = SandboxSettings.of(given);
        var context = new AnnotationConfigServletWebServerApplicationContext();
        context.setEnvironment(environment(settings));
        context.setId("sandbox");
        context.getBeanFactory().registerSingleton("settings", settings);
        context.register(SandboxApplication.class);
        try {
            context.refresh();
        } catch (ApplicationContextException failure) {
            throw failure.contains(PortInUseException.class) ? new SandboxPortInUse(settings.port()) : failure;
        }

        return new SandboxServer(context);
    }

    /** Holds nothing else: what the process is given besides is meant for the desk, its server's port first of all. */
    private static ConfigurableEnvironment environment(SandboxSettings settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment.getPropertySources().addFirst(new MapPropertySource("sandbox", properties(settings)));

        return environment;
    }

    private static Map<String, Object> properties(SandboxSettings settings) {
        return Map.ofEntries(
                Map.entry("server.port", settings.port()),
                Map.entry("server.address", "127.0.0.1"),
                Map.entry("spring.application.name", "sandbox"),
                Map.entry("spring.config.name", "sandbox"),
                Map.entry("spring.main.banner-mode", "off"),
                Map.entry("spring.messages.basename", "sandbox-messages"),
                Map.entry("spring.messages.fallback-to-system-locale", false),
                Map.entry("spring.mvc.static-path-pattern", "/assets/**"),
                Map.entry("spring.thymeleaf.check-template-location", false),
                Map.entry("spring.threads.virtual.enabled", true),
                Map.entry("spring.web.resources.cache.cachecontrol.no-cache", true),
                Map.entry("spring.web.resources.static-locations", "classpath:/static/sandbox/"));
    }

    int port() {
        return context.getWebServer().getPort();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
