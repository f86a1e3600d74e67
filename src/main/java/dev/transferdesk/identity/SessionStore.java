package dev.transferdesk.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.session.autoconfigure.SessionTimeout;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;

/** Keeps sessions in the database, so that nobody has to sign in again because the desk was restarted. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession
class SessionStore {

    /** Of two requests that add the same at once, the usual statement fails one. */
    private static final String ADD = """
            insert into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
            values (?, ?, ?)
            on conflict do nothing
            """;

    @Bean
    @Primary
    QuietSessions<?> quietSessions(JdbcIndexedSessionRepository stored, ApplicationEventPublisher events) {
        SessionRepository<?> any = stored;
        return new QuietSessions<>(any, events);
    }

    @Bean
    @Primary
    HttpSessionIdResolver askedOnce(CookieHttpSessionIdResolver cookies) {
        return new AskedOnce(cookies);
    }

    /** What is configured of cookies applies where there is one of these. */
    @Bean
    CookieHttpSessionIdResolver cookies(CookieSerializer cookies) {

        var resolver = new CookieHttpSessionIdResolver();
        resolver.setCookieSerializer(cookies);

        return resolver;
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> asConfigured(SessionTimeout timeout) {
        return it -> {
            it.setCreateSessionAttributeQuery(ADD);
            it.setConversionService(conversion());
            if (timeout.getTimeout() != null) {
                it.setDefaultMaxInactiveInterval(timeout.getTimeout());
            }
        };
    }

    /** No two statements of a session need each other, and one that finds it gone must not fail those before it. */
    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    /** Nothing is handed from a request to the next one, so nobody is to look for it in the session each time. */
    @Bean(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
    FlashMapManager nothingToHandOn() {
        return new FlashMapManager() {

            @Override
            public @Nullable FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
                return null;
            }

            @Override
            public void saveOutputFlashMap(FlashMap flash, HttpServletRequest request, HttpServletResponse response) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static ConversionService conversion() {

        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, new StoredAttribute());

        return conversion;
    }
}
