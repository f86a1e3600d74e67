package dev.transferdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.webAppContextSetup;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

@SpringJUnitWebConfig
class SecurityRulesTests {

    MockMvcTester desk;

    @BeforeEach
    void opens(@Autowired WebApplicationContext context) {
        desk = MockMvcTester.create(webAppContextSetup(context).apply(springSecurity()).build());
    }

    @Test
    void aBrowserIsSentToTheSignInPage() {
        assertThat(desk.get().uri("/tasks").exchange()).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/login");
    }

    @Test
    void htmxIsToldToSendTheWholePageThere() {
        assertThat(desk.get().uri("/tasks").header("HX-Request", "true").exchange())
                .hasStatus(HttpStatus.UNAUTHORIZED)
                .hasHeader("HX-Redirect", "/login");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/login", "/css/app.css", "/js/desk.js", "/webjars/htmx.org/dist/htmx.min.js",
        "/actuator/health" })
    void whatTheSignInPageNeedsIsOpen(String address) {
        assertThat(desk.get().uri(address).exchange()).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/admin/settings", "/admin", "/admin/users/1", "/actuator/prometheus", "/actuator" })
    void administrationIsForAdministrators(String address) {
        assertThat(asA(Role.AGENT, address)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(asA(Role.SUPERVISOR, address)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(asA(Role.ADMIN, address)).hasStatusOk();
    }

    @ParameterizedTest
    @EnumSource
    void everybodySignedInReachesTheDesk(Role role) {
        assertThat(asA(role, "/tasks")).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = { "POST", "PUT", "DELETE" })
    void aChangeNeedsTheToken(String method) {

        var change = desk.method(HttpMethod.valueOf(method)).uri("/tasks");

        assertThat(change.with(user("alice").roles("AGENT")).exchange()).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(change.with(user("alice").roles("AGENT")).with(csrf()).exchange()).hasStatusOk();
    }

    @Test
    void whoSignsRequestsNeedsNoAccountAndNoToken() {

        var answer = desk.post().uri("/webhooks/taskrouter").exchange();

        assertThat(answer).hasStatusOk().doesNotContainHeader("Set-Cookie");
        assertThat(answer.getRequest().getSession(false)).isNull();
        assertThat(desk.post().uri("/webhook").exchange()).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void aTokenInTheAddressOfAPageSignsNobodyIn() {
        assertThat(desk.get().uri("/tasks?token=anything&Token=anything").exchange()).hasStatus(HttpStatus.FOUND);
    }

    @Test
    void scriptsAndStylesComeFromTheDeskOnly() {

        var page = asA(Role.AGENT, "/tasks");

        assertThat(page).headers()
                .hasHeaderSatisfying("Content-Security-Policy", it -> assertThat(it).singleElement()
                        .asString()
                        .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'")
                        .doesNotContain("unsafe-inline", "unsafe-eval", "*", "http:"));
        assertThat(page).hasHeader("X-Content-Type-Options", "nosniff");
    }

    @Test
    void signingInLeadsToTheTasks() {
        assertThat(signIn("secret")).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/tasks");
        assertThat(signIn("wrong")).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/login?error");
    }

    @Test
    void signingOutNeedsMoreThanALink() {
        assertThat(asA(Role.AGENT, "/logout")).hasStatusOk().bodyText().isEqualTo("fine");
    }

    private MvcTestResult asA(Role role, String address) {
        return desk.get().uri(address).with(user("somebody").roles(role.name())).exchange();
    }

    private MvcTestResult signIn(String password) {
        return desk.post()
                .uri("/login")
                .param("username", "alice")
                .param("password", password)
                .with(csrf())
                .exchange();
    }

    /** Answers everything, so that only the rules decide. */
    @RestController
    static class Anything {

        @RequestMapping("/**")
        String answer() {
            return "fine";
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @EnableWebSecurity
    @Import({ SecurityRules.class, Anything.class })
    static class Setup {

        @Bean
        UserDetailsService users(PasswordEncoder passwords) {
            return new InMemoryUserDetailsManager(new Agent(new DeskUser("alice", "Alice Alvarez",
                    passwords.encode("secret"), Role.AGENT, Optional.empty(), true)));
        }
    }
}
