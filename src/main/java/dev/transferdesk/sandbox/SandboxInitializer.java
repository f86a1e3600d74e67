package dev.transferdesk.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.util.StringUtils;

/**
 * Starts the sandbox with an application that has no Twilio credentials, and points it there. With any of them
 * configured, nothing happens: half a configuration must fail, not talk to a pretended Twilio.
 */
class SandboxInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final List<String> CREDENTIALS = List.of("twilio.account-sid", "twilio.auth-token",
            "twilio.api-key-sid", "twilio.api-key-secret", "twilio.base-url", "twilio.workspace-sid", "ACCOUNT_SID",
            "AUTH_TOKEN",
            "TWILIO_FLEX_WORKSPACE_SID");

    /** What a newcomer wants to see; whoever configures something else gets that. */
    private static final Map<String, Object> DEFAULTS = Map.of("features.conversation-transfer.enabled", true,
            "features.conversation-transfer.cold-transfer", true, "features.conversation-transfer.multi-participant",
            true);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("sandboxExcludeFilter", new SandboxExcludeFilter());

        if (asked(context.getEnvironment())) {
            serveOnly(context.getEnvironment());
        } else if (wanted(context.getEnvironment())) {
            startBeside(context);
        }
    }

    private static boolean asked(ConfigurableEnvironment environment) {
        var arguments = environment.getPropertySources().get("commandLineArgs");

        return arguments != null && arguments.containsProperty("sandbox");
    }

    private static boolean wanted(ConfigurableEnvironment environment) {
        return environment.getProperty("sandbox.enabled", Boolean.class, true)
                && CREDENTIALS.stream().noneMatch(name -> configured(environment, name));
    }

    private static boolean configured(ConfigurableEnvironment environment, String name) {
        var value = name.contains(".")
                ? Binder.get(environment).bind(name, String.class).orElse("")
                : environment.getProperty(name, "");

        return StringUtils.hasText(value);
    }

    /** The application behind this call never comes up; the process is the sandbox's alone. */
    private static void serveOnly(ConfigurableEnvironment environment) {
        var server = SandboxServer.start(environment);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "sandbox-stop"));
        Announcement.standAlone(server.port());
        try {
            Thread.currentThread().join();
        } catch (InterruptedException _) {
            server.close();
        }
    }

    private static void startBeside(ConfigurableApplicationContext context) {
        var server = SandboxServer.start(context.getEnvironment());
        context.getBeanFactory().registerSingleton("sandboxServer", server);
        stopAfter(context, server);
        addTo(context.getEnvironment(), properties(server.port()));
        DeskWebhooks.of(context.getEnvironment()).ifPresent(it -> it.connect(context.getEnvironment(), server));
        Announcement.insideTheDesk(server.port());
    }

    /** Registered first and so destroyed last: nobody calls a Twilio that has gone. */
    private static void stopAfter(ConfigurableApplicationContext context, SandboxServer server) {
        if (context
                .getBeanFactory() instanceof DefaultSingletonBeanRegistry registry) {
            registry.registerDisposableBean("sandboxServer", server::close);
        }
    }

    private static void addTo(ConfigurableEnvironment environment, Map<String, Object> properties) {
        var sources = environment.getPropertySources();
        var source = new MapPropertySource("sandbox", properties);
        if (sources.contains(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)) {
            sources.addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, source);
        } else {
            sources.addFirst(source);
        }
        sources.addLast(new MapPropertySource("sandbox-defaults", DEFAULTS));
    }

    private static Map<String, Object> properties(int port) {
        var properties = new HashMap<String, Object>();
        properties.put("twilio.base-url", Announcement.url(port));
        properties.put("twilio.account-sid", Credentials.SANDBOX.accountSid());
        properties.put("twilio.auth-token", Credentials.SANDBOX.authToken());
        properties.put("twilio.workspace-sid", Workspace.SID);
        properties.put("desk.sandbox-url", Announcement.url(port));
        properties.put("desk.notice", "This desk runs on the local sandbox: nobody real is behind it. Sign in as "
                + DemoUser.names() + " with the password " + DemoUser.PASSWORD + ".");
        for (var user : DemoUser.values()) {
            properties.putAll(user.properties());
        }

        return properties;
    }

    /** Keeps the sandbox's beans out of the scans of the application that it is part of. */
    private static final class SandboxExcludeFilter extends TypeExcludeFilter {

        private static final String PACKAGE = SandboxInitializer.class.getPackageName() + ".";

        @Override
        public boolean match(MetadataReader reader,
                MetadataReaderFactory factory) {
            return reader.getClassMetadata().getClassName().startsWith(PACKAGE);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof SandboxExcludeFilter;
        }

        @Override
        public int hashCode() {
            return SandboxExcludeFilter.class.hashCode();
        }
    }
}
