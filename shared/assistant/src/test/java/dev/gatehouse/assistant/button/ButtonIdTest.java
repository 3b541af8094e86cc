package dev.gatehouse.assistant.button;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ButtonIdTest {
  @Test
  void aStopButtonNamesItsTurn() {
    assertThat(new ButtonId.Stop("t1").text()).isEqualTo("stop:t1");
    assertThat(ButtonId.parse("stop:t1")).isEqualTo(new ButtonId.Stop("t1"));
  }

  @Test
  void aTurnIdMayHoldAColon() {
    ButtonId stop = new ButtonId.Stop("discord:1:2");

    assertThat(ButtonId.parse(stop.text())).isEqualTo(stop);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "stop", "stop:", "start:t1", "STOP:t1"})
  void whatIsNoneOfOursIsUnknown(String text) {
    assertThat(ButtonId.parse(text)).isEqualTo(new ButtonId.Unknown(text));
  }
}
