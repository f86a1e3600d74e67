package dev.transferdesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionSyntaxTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                          | 0  | Expected an attribute or a value but found the end
            type                        | 4  | Expected an operator but found the end
            type ==                     | 7  | Expected an attribute or a value but found the end
            == 1                        | 0  | Expected an attribute or a value but found '=='
            a = 1                       | 2  | '=' is not an operator
            a <> 1                      | 2  | '<>' is not an operator
            a === 1                     | 2  | '===' is not an operator
            task-type == 1              | 4  | Attribute names cannot have hyphens
            a == 1 &&                   | 7  | Extraneous input '&'
            a == 1 b == 2               | 7  | Expected AND, OR or the end but found 'b'
            a == 1 AND                  | 10 | Expected an attribute or a value but found the end
            (a == 1                     | 7  | Expected ')' but found the end
            a == 1)                     | 6  | Expected AND, OR or the end but found ')'
            a == 'x                     | 5  | String without an end
            a == ['x']                  | 5  | A list may stand only after IN or NOT IN
            ['x'] HAS a                 | 0  | A list may stand only after IN or NOT IN
            a IN ['x'                   | 9  | Expected ',' or ']' but found the end
            a IN ['x',]                 | 10 | Expected a value but found ']'
            a IN [b]                    | 6  | Expected a value but found 'b'
            a IN [['x']]                | 6  | Expected a value but found '['
            NOT a == 1                  | 0  | Expected an attribute or a value but found 'NOT'
            a NOT HAS 1                 | 6  | Expected IN after NOT but found 'HAS'
            a..b == 1                   | 2  | '' is not an attribute's name
            .a == 1                     | 0  | '' is not an attribute's name
            a. == 1                     | 2  | '' is not an attribute's name
            a[99999999999] == 1         | 1  | '[99999999999]' is not an index
            a[b] == 1                   | 1  | Expected an operator but found '['
            2x == 1                     | 1  | Extraneous input 'x'
            - == 1                      | 0  | Extraneous input '-'
            a == 1 AND 😀 == 1          | 11 | Extraneous input '😀'
            """)
    void saysWhatIsWrongAndWhere(String text, int position, String message) {
        assertThatExceptionOfType(ExpressionSyntaxException.class).isThrownBy(() -> Expression.parse(text))
                .withMessage("%s, at character %d", message, position + 1)
                .satisfies(e -> assertThat(e.position()).isEqualTo(position));
    }

    @Test
    void refusesWhatIsTooLongOrTooDeep() {
        assertThatExceptionOfType(ExpressionSyntaxException.class).isThrownBy(() -> Expression.parse("1==1" + " "
                .repeat(20_000))).withMessageStartingWith("Longer than 20000 characters");
        assertThatExceptionOfType(ExpressionSyntaxException.class)
                .isThrownBy(() -> Expression.parse("(".repeat(19_000)))
                .withMessage("Too many parentheses within parentheses, at character 101");
    }

    @Test
    void keepsItsText() {
        assertThat(Expression.parse(" a  ==  1 ")).hasToString(" a  ==  1 ").isEqualTo(Expression.parse(" a  ==  1 "));
    }
}
