package dev.transferdesk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transferdesk.Database;
import dev.transferdesk.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class SettingsControllerTests {

    final Settings settings = SettingsFixture.allOn(1, Database.H2.emptied(), new SettableClock());
    final MockMvcTester desk = MockMvcTester.create(MockMvcBuilders
            .standaloneSetup(new SettingsController(settings))
            .setSingleView((_, _, _) -> {})
            .build());

    @Test
    void aSwitchIsThrown() {

        assertThat(call(HttpMethod.PUT, "/admin/settings/cold_transfer?value=false")).hasStatusOk();

        assertThat(settings.features().coldTransfer()).isFalse();
        assertThat(settings.latestChanges()).singleElement().satisfies(it -> assertThat(it.who()).isEqualTo("ada"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET", "POST", "DELETE", "HEAD" })
    void nothingButPutThrowsIt(String method) {

        assertThat(call(HttpMethod.valueOf(method), "/admin/settings/cold_transfer?value=false"))
                .hasStatus(HttpStatus.METHOD_NOT_ALLOWED);

        assertThat(settings.features().coldTransfer()).isTrue();
    }

    @Test
    void whatIsNoSwitchIsNotFound() {
        assertThat(call(HttpMethod.PUT, "/admin/settings/everything?value=false")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "?value=", "?value=perhaps" })
    void whatIsNoValueThrowsNothing(String query) {

        assertThat(call(HttpMethod.PUT, "/admin/settings/cold_transfer" + query)).hasStatus4xxClientError();

        assertThat(settings.features().coldTransfer()).isTrue();
    }

    private MvcTestResult call(HttpMethod method, String address) {
        return desk.method(method).uri(address).principal(() -> "ada").exchange();
    }
}
