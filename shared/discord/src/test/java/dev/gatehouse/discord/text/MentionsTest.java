package dev.gatehouse.discord.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class MentionsTest {

  @Test
  void takesBothFormsOfAMentionOut() {
    assertEquals("why, <@22>?", Mentions.without("<@!21> why, <@22>? <@21>", "21"));
  }

  @Test
  void writesMentions() {
    assertEquals("<@21>", Mentions.user("21"));
    assertEquals("<#21>", Mentions.channel("21"));
  }

  @Test
  void escapesWhatDiscordWouldFormat() {
    assertEquals("\\*\\*bold\\*\\* \\<@21\\> \\`x\\`", Mentions.escape("**bold** <@21> `x`"));
  }
}
