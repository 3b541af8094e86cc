package dev.gatehouse.discord.rest;

import static dev.gatehouse.discord.rest.Route.Method.DELETE;
import static dev.gatehouse.discord.rest.Route.Method.GET;
import static dev.gatehouse.discord.rest.Route.Method.PATCH;
import static dev.gatehouse.discord.rest.Route.Method.POST;
import static dev.gatehouse.discord.rest.Route.Method.PUT;

import dev.gatehouse.contracts.Secret;
import dev.gatehouse.discord.model.Snowflake;

/** The endpoints that Gatehouse calls. */
public final class Routes {
  private static final String MESSAGES = "/channels/{channel}/messages";
  private static final String MESSAGE = MESSAGES + "/{message}";
  private static final String ORIGINAL = "/messages/@original";
  private static final String FOLLOWUP = "/messages/{message}";

  private Routes() {}

  public static Route createMessage(Snowflake channel) {
    return Route.ofBot(POST, MESSAGES, channel);
  }

  public static Route messages(Snowflake channel) {
    return Route.ofBot(GET, MESSAGES, channel);
  }

  public static Route message(Snowflake channel, Snowflake message) {
    return Route.ofBot(GET, MESSAGE, channel, message);
  }

  public static Route editMessage(Snowflake channel, Snowflake message) {
    return Route.ofBot(PATCH, MESSAGE, channel, message);
  }

  public static Route deleteMessage(Snowflake channel, Snowflake message) {
    return Route.ofBot(DELETE, MESSAGE, channel, message);
  }

  public static Route addReaction(Snowflake channel, Snowflake message, String emoji) {
    return Route.ofBot(PUT, MESSAGE + "/reactions/{emoji}/@me", channel, message, emoji);
  }

  public static Route startThread(Snowflake channel, Snowflake message) {
    return Route.ofBot(POST, MESSAGE + "/threads", channel, message);
  }

  public static Route triggerTyping(Snowflake channel) {
    return Route.ofBot(POST, "/channels/{channel}/typing", channel);
  }

  public static Route channel(Snowflake channel) {
    return Route.ofBot(GET, "/channels/{channel}", channel);
  }

  public static Route roles(Snowflake guild) {
    return Route.ofBot(GET, "/guilds/{guild}/roles", guild);
  }

  public static Route createDm() {
    return Route.ofBot(POST, "/users/@me/channels");
  }

  public static Route currentUser() {
    return Route.ofBot(GET, "/users/@me");
  }

  public static Route currentApplication() {
    return Route.ofBot(GET, "/applications/@me");
  }

  public static Route editCurrentApplication() {
    return Route.ofBot(PATCH, "/applications/@me");
  }

  public static Route gatewayBot() {
    return Route.ofBot(GET, "/gateway/bot");
  }

  public static Route overwriteGlobalCommands(Snowflake application) {
    return Route.ofBot(PUT, "/applications/{application}/commands", application);
  }

  public static Route overwriteGuildCommands(Snowflake application, Snowflake guild) {
    return Route.ofBot(
        PUT, "/applications/{application}/guilds/{guild}/commands", application, guild);
  }

  public static Route original(Snowflake application, Secret token) {
    return Route.ofInteraction(GET, ORIGINAL, application, token.reveal());
  }

  public static Route editOriginal(Snowflake application, Secret token) {
    return Route.ofInteraction(PATCH, ORIGINAL, application, token.reveal());
  }

  public static Route deleteOriginal(Snowflake application, Secret token) {
    return Route.ofInteraction(DELETE, ORIGINAL, application, token.reveal());
  }

  public static Route createFollowup(Snowflake application, Secret token) {
    return Route.ofInteraction(POST, "", application, token.reveal());
  }

  public static Route editFollowup(Snowflake application, Secret token, Snowflake message) {
    return Route.ofInteraction(PATCH, FOLLOWUP, application, token.reveal(), message);
  }

  public static Route deleteFollowup(Snowflake application, Secret token, Snowflake message) {
    return Route.ofInteraction(DELETE, FOLLOWUP, application, token.reveal(), message);
  }
}
