package dev.gatehouse.discord.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.contracts.Secret;
import dev.gatehouse.discord.model.Snowflake;
import org.junit.jupiter.api.Test;

final class RouteTest {

  @Test
  void fillsItsParametersInOrder() {
    Route route = Routes.editMessage(Snowflake.of(1), Snowflake.of(2));
    assertThat(route.path()).isEqualTo("/channels/1/messages/2");
    assertThat(route.topLevelResource()).isEqualTo("channels/1");
    assertThat(route.toString()).isEqualTo("PATCH /channels/{channel}/messages/{message}");
  }

  @Test
  void encodesWhatCouldLeadElsewhere() {
    Route route = Routes.addReaction(Snowflake.of(1), Snowflake.of(2), "../\uD83D\uDC40?");
    assertThat(route.path()).isEqualTo("/channels/1/messages/2/reactions/..%2F%F0%9F%91%80%3F/@me");
    assertThat(PathSegment.encode("..")).isEqualTo("%2E%2E");
  }

  @Test
  void countsAnInteractionUnderItsToken() {
    Route route = Routes.editOriginal(Snowflake.of(1), Secret.of("to/ken"));
    assertThat(route.path()).isEqualTo("/webhooks/1/to%2Fken/messages/@original");
    assertThat(route.topLevelResource()).isEqualTo("webhooks/1/to/ken");
    assertThat(route.toString())
        .isEqualTo("PATCH /webhooks/{application}/{token}/messages/@original");
  }

  @Test
  void hasNoTopLevelResourceElsewhere() {
    assertThat(Routes.overwriteGlobalCommands(Snowflake.of(1)).topLevelResource()).isEqualTo("");
    assertThat(Routes.gatewayBot().topLevelResource()).isEqualTo("");
  }
}
