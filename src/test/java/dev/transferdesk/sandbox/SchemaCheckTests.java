package dev.transferdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaCheckTests {

    private static final String SCHEMA = """
            {'type': 'object', 'properties': {
              'sid': {'type': 'string', 'pattern': '^WT[0-9]$', 'minLength': 3, 'maxLength': 3, 'nullable': true},
              'age': {'type': 'integer'},
              'status': {'$ref': '#/components/schemas/status'},
              'at': {'type': 'string', 'format': 'date-time'},
              'url': {'type': 'string', 'format': 'uri'},
              'links': {'type': 'object', 'format': 'uri-map'},
              'tags': {'type': 'array', 'items': {'type': 'boolean'}},
              'any': {}}}""";

    private static final String VALUE = """
            {'sid': 'WT1', 'age': 3, 'status': 'open', 'at': '2026-03-01T09:00:00Z', 'url': 'https://example.com/a',
             'links': {'b': 'https://example.com/b'}, 'tags': [true], 'any': {'thing': null}}""";

    @Test
    void findsNothingInWhatIsAsDescribed() {
        assertThat(violations(VALUE)).isEmpty();
        assertThat(violations(VALUE.replace("'WT1'", "null").replace("{'thing': null}", "null"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'sid': 'WT1',          | ``                          | /sid is missing
            'age': 3               | 'age': '3'                  | /age is no integer: "3"
            'age': 3               | 'age': null                 | /age must not be null
            'age': 3               | 'age': 3, 'more': 1         | /more is not described
            'WT1'                  | 'WTx'                       | /sid has not the right form: WTx
            'open'                 | 'ajar'                      | /status is no such value: ajar
            09:00:00Z              | 09:00:00+01:00              | /at is not in UTC: 2026-03-01T09:00:00+01:00
            2026-03-01T09:00:00Z   | yesterday                   | /at is no date and time: yesterday
            'https://example.com/a' | '/a'                       | /url is no URI: "/a"
            'https://example.com/b' | 7                          | /links/b is no URI: 7
            [true]                 | [true, 'x']                 | /tags/1 is no boolean: "x"
            [true]                 | {}                          | /tags is no array: {}
            """)
    void findsWhatIsNot(String original, String replacement, String violation) {
        assertThat(violations(VALUE.replace(original, replacement))).contains(violation);
    }

    private static List<String> violations(String value) {
        var document = json("{'components': {'schemas': {'status': {'type': 'string', 'enum': ['open', 'closed']}}}}");
        return new SchemaCheck(document).violations(json(value), json(SCHEMA));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
