package dev.gatehouse.discord.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.discord.model.ActionRow;
import dev.gatehouse.discord.model.AllowedMentions;
import dev.gatehouse.discord.model.ApplicationCommandCreate;
import dev.gatehouse.discord.model.Button;
import dev.gatehouse.discord.model.ButtonStyle;
import dev.gatehouse.discord.model.CommandOption;
import dev.gatehouse.discord.model.CommandOptionType;
import dev.gatehouse.discord.model.FileUpload;
import dev.gatehouse.discord.model.MessageCreate;
import dev.gatehouse.discord.model.MessageEdit;
import dev.gatehouse.discord.model.Snowflake;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RequestJsonTest {

  @Test
  void aMessageNotifiesNobodyButTheAuthorOfTheMessageRepliedTo() {
    assertJson(
        """
        {"content":"hi","allowed_mentions":{"parse":[],"replied_user":true},
         "message_reference":{"message_id":"7","fail_if_not_exists":false},
         "flags":0}
        """,
        MessageCreate.text("hi").replyingTo(Snowflake.of(7)));
  }

  @Test
  void anEditSaysOnlyWhatChanges() {
    assertJson(
        """
        {"content":"","components":[],"allowed_mentions":{"parse":[],"replied_user":true}}
        """,
        MessageEdit.text("").withComponents(List.of()));
  }

  @Test
  void filesStayOutOfTheJson() {
    var file = new FileUpload("a.txt", "text/plain", new byte[] {1});
    assertJson(
        """
        {"allowed_mentions":{"parse":[],"replied_user":true}}
        """,
        MessageEdit.empty().withFiles(List.of(file)));
  }

  @Test
  void aButtonHasItsType() {
    assertJson(
        """
        {"type":1,"components":[
          {"type":2,"style":4,"label":"Stop","custom_id":"stop","disabled":false}]}
        """,
        ActionRow.of(Button.of(ButtonStyle.DANGER, "stop", "Stop")));
  }

  @Test
  void aCommandLeavesOutWhatItDoesNotUse() {
    var question = CommandOption.value(CommandOptionType.STRING, "question", "What", true);
    assertJson(
        """
        {"type":1,"name":"ask","description":"Ask","options":[
          {"type":3,"name":"question","description":"What","required":true,"max_length":4000,
           "min_length":1}]}
        """,
        ApplicationCommandCreate.slash("ask", "Ask", List.of(question.withLength(1, 4000))));
  }

  @Test
  void mentionsOfOneKindAreEitherParsedOrNamed() {
    assertThatThrownBy(
            () -> new AllowedMentions(List.of("users"), List.of(Snowflake.of(1)), List.of(), false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNonceHasAtMost25Characters() {
    MessageCreate message = MessageCreate.text("hi");
    assertThatThrownBy(() -> message.withNonce("x".repeat(26)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertJson(String expected, Object written) {
    assertThat(Payloads.tree(DiscordJson.write(written)))
        .isEqualTo(Payloads.tree(expected.getBytes(UTF_8)));
  }
}
