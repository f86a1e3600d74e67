package dev.transferdesk.sandbox;

import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MapPropertySource;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The wire with a thing at its end that counts how often it was changed. */
final class WireFixture implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Credentials ACCOUNT = new Credentials("AC0", "token", "SK0", "secret");

    private final AnnotationConfigServletWebServerApplicationContext context;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private WireFixture(AnnotationConfigServletWebServerApplicationContext context) {
        this.context = context;
    }

    static WireFixture start() {
        var context = new AnnotationConfigServletWebServerApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", Map.of("server.port", 0)));
        context.register(Setup.class, WireFilter.class, RequestLog.class, Faults.class, Latency.class,
                Connections.class, BasicAuthentication.class);
        context.refresh();
        return new WireFixture(context);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int changes() {
        return bean(Thing.class).changes.get();
    }

    void fail(String method, String path, String kind, int times) {
        bean(Faults.class).add(Fault.of(method, path, kind), times);
    }

    void reset() {
        context.publishEvent(new Reset());
        bean(Thing.class).changes.set(0);
    }

    HttpResponse<String> get(String path) throws IOException {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String form) throws IOException {
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpRequest.Builder request(String path) {
        return anonymous(path).header("Authorization", BasicAuthentication.basic("AC0", "token"));
    }

    HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + context.getWebServer().getPort() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }

    @ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, HttpEncodingAutoConfiguration.class })
    static class Setup {

        @Bean
        InstantSource clock() {
            return InstantSource.fixed(NOON);
        }

        @Bean
        Credentials account() {
            return ACCOUNT;
        }

        @Bean
        Subjects subjects() {
            return mock(Subjects.class);
        }

        @Bean
        Thing thing() {
            return new Thing();
        }

        @Bean
        ServletRegistrationBean<Thing> thingAtItsPath(Thing thing) {
            return new ServletRegistrationBean<>(thing, "/");
        }
    }

    static class Thing extends HttpServlet {

        private final AtomicInteger changes = new AtomicInteger();

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            switch (request.getRequestURI()) {
                case "/v1/broken" -> throw new IllegalStateException("as the test wanted it");
                case "/v1/nothing" -> response.sendError(404);
                default -> answer(200, response);
            }
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
            changes.incrementAndGet();
            answer(201, response);
        }

        @Override
        protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
            changes.incrementAndGet();
            response.setStatus(204);
        }

        private static void answer(int status, HttpServletResponse response) throws IOException {
            response.setStatus(status);
            response.setHeader("ETag", "\"7\"");
            response.setContentType("application/json");
            response.getWriter().write("{\"sid\":\"TH1\"}");
        }
    }
}
