package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class AmountsTest {

    @ParameterizedTest
    @CsvSource({"60s,60000", "60,60000", "500ms,500", "5m,300000", "2h,7200000"})
    void times(String text, long milliseconds) {
        assertThat(new Amounts.Time().convert(text)).isEqualTo(Duration.ofMillis(milliseconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0s", "-1s", "1d", "s", "1.5s", "99999999999s"})
    void whatIsNoTime(String text) {
        assertThatThrownBy(() -> new Amounts.Time().convert(text)).isInstanceOf(TypeConversionException.class);
    }

    @Test
    void sizes() {
        assertThat(new Amounts.Size().convert("4g")).isEqualTo(4L << 30);
        assertThat(new Amounts.Size().convert("512M")).isEqualTo(512L << 20);
        assertThatThrownBy(() -> new Amounts.Size().convert("4096")).isInstanceOf(TypeConversionException.class);
    }
}
