package dev.transferdesk.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;

/** Who may call what, and what a browser may do with our pages. */
@Configuration(proxyBeanMethods = false)
class SecurityRules {

    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final RequestHeaderRequestMatcher BY_HTMX = new RequestHeaderRequestMatcher("HX-Request", "true");

    private static final RequestHeaderRequestMatcher BY_STREAM = new RequestHeaderRequestMatcher(HttpHeaders.ACCEPT,
            MediaType.TEXT_EVENT_STREAM_VALUE);

    /** Whoever signs requests needs neither an account nor a page's token, and is kept no session. */
    @Bean
    @Order(1)
    SecurityFilterChain webhookRules(HttpSecurity http) {
        return http
                .securityMatcher("/webhooks/**")
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    SecurityFilterChain rules(HttpSecurity http, UserDetailsService users) {
        return http
                .securityContext(it -> it.securityContextRepository(new SignIns(users)))
                .authorizeHttpRequests(it -> it
                        .requestMatchers("/login", "/css/**", "/js/**", "/webjars/**", "/favicon.ico", "/favicon.svg")
                        .permitAll()
                        .requestMatchers("/actuator/health/**", "/error")
                        .permitAll()
                        .requestMatchers("/admin/transfers/**")
                        .hasAnyRole(Role.SUPERVISOR.name(), Role.ADMIN.name())
                        .requestMatchers("/admin/**", "/actuator/**")
                        .hasRole(Role.ADMIN.name())
                        .anyRequest()
                        .authenticated())
                .formLogin(it -> it.loginPage("/login").defaultSuccessUrl("/tasks").failureHandler(forgetting()))
                .logout(it -> it.logoutSuccessUrl("/login?logout"))
                .requestCache(it -> it.requestCache(rememberingPages()))
                .exceptionHandling(it -> it.authenticationEntryPoint(new SignInFirst()))
                .csrf(it -> it.csrfTokenRequestHandler(new TokenOutsideAddress()))
                .headers(it -> it.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY)))
                .build();
    }

    @Bean
    PasswordEncoder passwords() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** The usual one leaves what was typed in the session, which is stored. */
    private static AuthenticationFailureHandler forgetting() {
        var redirect = new DefaultRedirectStrategy();
        return (request, response, _) -> redirect.sendRedirect(request, response, "/login?error");
    }

    /** A poll or a stream that found the session gone is no page to return to after signing in. */
    private static HttpSessionRequestCache rememberingPages() {

        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(new AndRequestMatcher(new NegatedRequestMatcher(BY_HTMX),
                new NegatedRequestMatcher(BY_STREAM),
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**")));

        return cache;
    }

    /** Sends a browser to the sign-in page; htmx is told to do so as a whole, or it would put that page into a part. */
    private static final class SignInFirst implements AuthenticationEntryPoint {

        private final AuthenticationEntryPoint redirect = new LoginUrlAuthenticationEntryPoint("/login");

        @Override
        public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
                throws IOException, ServletException {

            if (BY_HTMX.matches(request)) {
                response.setHeader("HX-Redirect", request.getContextPath() + "/login");
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
            } else {
                redirect.commence(request, response, refused);
            }
        }
    }
}
