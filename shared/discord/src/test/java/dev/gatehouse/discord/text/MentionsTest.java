package dev.gatehouse.discord.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MentionsTest {

  @Test
  void takesBothFormsOfAMentionOut() {
    assertThat(Mentions.without("<@!21> why, <@22>? <@21>", "21")).isEqualTo("why, <@22>?");
  }

  @Test
  void writesMentions() {
    assertThat(Mentions.user("21")).isEqualTo("<@21>");
    assertThat(Mentions.channel("21")).isEqualTo("<#21>");
  }

  @Test
  void escapesWhatDiscordWouldFormat() {
    assertThat(Mentions.escape("**bold** <@21> `x`"))
        .isEqualTo("\\*\\*bold\\*\\* \\<@21\\> \\`x\\`");
  }
}
