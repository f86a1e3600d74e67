package dev.transferdesk.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTests {

    @Test
    void keepsEveryValueAndItsType() {

        var text = "{\"big\":123456789012345678901234567890,\"price\":1.10,\"exact\":0.1234567890123456789012345,"
                + "\"yes\":true,\"nothing\":null,\"list\":[1,\"1\",[]],\"deep\":{\"名前\":\"Ωμέγα 🙂\"},\"empty\":\"\"}";

        assertThat(Json.text(Json.object(text))).isEqualTo(text);
    }

    @Test
    void keepsPowersOfTen() {
        assertThat(Json.object(Json.text(Json.object("{\"x\":1e3}"))).get("x").decimalValue())
                .isEqualTo(new BigDecimal("1e3"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " ", "null", "[]", "1", "\"x\"", "{", "{} {}", "no JSON" })
    void anythingButAnObjectIsAnEmptyOne(String text) {
        assertThat(Json.object(text)).isEmpty();
    }
}
