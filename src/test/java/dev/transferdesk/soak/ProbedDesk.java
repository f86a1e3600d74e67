package dev.transferdesk.soak;

import dev.transferdesk.Application;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import org.h2.tools.Server;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * The desk as it is, in a process of its own that a {@link Probe} watches. It takes orders from its {@link Parent}.
 */
final class ProbedDesk {

    static final String SAYS = "PROBE ";

    private ProbedDesk() {}

    public static void main(String[] args) throws SQLException {

        var probe = new Probe(ProbedDesk::say);
        Parent.obey(order -> obey(probe, List.of(order.split(" "))));

        var application = new SpringApplication(Application.class);
        application.addInitializers(context -> watch(context, probe));
        var environment = application.run(args).getEnvironment();

        var database = Server.createTcpServer("-tcpPort", "0", "-ifExists").start();
        say("serving %s %d".formatted(environment.getProperty("local.server.port"), database.getPort()));
    }

    private static void watch(ConfigurableApplicationContext context, Probe probe) {
        context.getBeanFactory().registerSingleton("noTests", new NoTests());
        context.getBeanFactory().addBeanPostProcessor(new ProbedBeans(probe));
    }

    /** {@code arm KEY STOP-AT SID...} */
    private static void obey(Probe probe, List<String> order) {
        probe.arm(order.get(1), Integer.parseInt(order.get(2)), order.subList(3, order.size()));
        say("armed " + order.get(1));
    }

    private static void say(String line) {
        System.out.println(SAYS + line);
    }

    /** The classes of tests lie beside the desk's, and are none of its beans. */
    private static final class NoTests extends TypeExcludeFilter {

        private static final URI TESTS = URI.create(
                ProbedDesk.class.getProtectionDomain().getCodeSource().getLocation().toString());

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
            return reader.getResource().getURI().toString().startsWith(TESTS.toString());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof NoTests;
        }

        @Override
        public int hashCode() {
            return NoTests.class.hashCode();
        }
    }
}
