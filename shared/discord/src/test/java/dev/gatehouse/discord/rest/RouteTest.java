package dev.gatehouse.discord.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.contracts.Secret;
import dev.gatehouse.discord.model.Snowflake;
import org.junit.jupiter.api.Test;

final class RouteTest {

  @Test
  void fillsItsParametersInOrder() {
    Route route = Routes.editMessage(Snowflake.of(1), Snowflake.of(2));
    assertEquals("/channels/1/messages/2", route.path());
    assertEquals("channels/1", route.topLevelResource());
    assertEquals("PATCH /channels/{channel}/messages/{message}", route.toString());
  }

  @Test
  void encodesWhatCouldLeadElsewhere() {
    Route route = Routes.addReaction(Snowflake.of(1), Snowflake.of(2), "../\uD83D\uDC40?");
    assertEquals("/channels/1/messages/2/reactions/..%2F%F0%9F%91%80%3F/@me", route.path());
    assertEquals("%2E%2E", PathSegment.encode(".."));
  }

  @Test
  void countsAnInteractionUnderItsToken() {
    Route route = Routes.editOriginal(Snowflake.of(1), Secret.of("to/ken"));
    assertEquals("/webhooks/1/to%2Fken/messages/@original", route.path());
    assertEquals("webhooks/1/to/ken", route.topLevelResource());
    assertEquals("PATCH /webhooks/{application}/{token}/messages/@original", route.toString());
  }

  @Test
  void hasNoTopLevelResourceElsewhere() {
    assertEquals("", Routes.overwriteGlobalCommands(Snowflake.of(1)).topLevelResource());
    assertEquals("", Routes.gatewayBot().topLevelResource());
  }
}
