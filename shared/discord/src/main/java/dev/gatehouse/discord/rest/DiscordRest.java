package dev.gatehouse.discord.rest;

import dev.gatehouse.contracts.Secret;
import dev.gatehouse.discord.model.Application;
import dev.gatehouse.discord.model.ApplicationCommand;
import dev.gatehouse.discord.model.ApplicationCommandCreate;
import dev.gatehouse.discord.model.ApplicationEdit;
import dev.gatehouse.discord.model.Channel;
import dev.gatehouse.discord.model.ChannelType;
import dev.gatehouse.discord.model.Emoji;
import dev.gatehouse.discord.model.GatewayBot;
import dev.gatehouse.discord.model.Message;
import dev.gatehouse.discord.model.MessageCreate;
import dev.gatehouse.discord.model.MessageEdit;
import dev.gatehouse.discord.model.MessageQuery;
import dev.gatehouse.discord.model.Role;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.model.ThreadStart;
import dev.gatehouse.discord.model.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.LongSupplier;

/**
 * Discord's REST API with typed calls. Each call blocks until its answer is there: it waits for
 * rate limits and repeats what failed in passing. Safe for use by many threads; one instance per
 * bot and process, since the limits are kept in it.
 *
 * <p>Every call throws a {@link DiscordException}: {@link DiscordApiException} when Discord
 * answered with an error, {@link DiscordConnectionException} when it did not answer, {@link
 * DiscordRefusedException} when the call was not made to protect the bot. Whether a change was made
 * is decided by the status alone: an id that its answer does not tell is {@link Snowflake#UNKNOWN}.
 *
 * @see <a href="https://docs.discord.com/developers/reference">Reference</a>
 */
public final class DiscordRest {
  private final TypedCalls calls;
  private final MessageBodies bodies;
  private final RateLimits limits;

  private DiscordRest(TypedCalls calls, MessageBodies bodies, RateLimits limits) {
    this.calls = calls;
    this.bodies = bodies;
    this.limits = limits;
  }

  /**
   * A client over the JDK's HTTP client.
   *
   * @param nanoTime as {@link System#nanoTime}; rate limits are waited for by it
   */
  public static DiscordRest create(DiscordRestConfig config, LongSupplier nanoTime) {
    return create(config, new HttpExchange(config), Time.system(nanoTime));
  }

  /** A client over any exchange: the stack of decorators is the same. */
  static DiscordRest create(DiscordRestConfig config, Exchange bottom, Time time) {
    RateLimits limits = new RateLimits(time);
    Exchange stack = RestPipeline.over(bottom, config, limits, time);
    return new DiscordRest(
        new TypedCalls(stack), new MessageBodies(new Nonces(config.random())), limits);
  }

  /**
   * What is left of the limit that the route falls under; {@link RateLimitStatus#UNKNOWN} at first.
   */
  public RateLimitStatus pace(Route route) {
    return limits.pace(route);
  }

  /**
   * Sends a message. Without a nonce it is given one, so that a repetition after a lost answer
   * yields the same message.
   */
  public Message createMessage(Snowflake channel, MessageCreate body) {
    ApiRequest request = bodies.create(Routes.createMessage(channel), body);
    return calls.write(request, Message.class, known(channel, Snowflake.UNKNOWN));
  }

  public Message editMessage(Snowflake channel, Snowflake message, MessageEdit body) {
    ApiRequest request = bodies.edit(Routes.editMessage(channel, message), body);
    return calls.write(request, Message.class, known(channel, message));
  }

  public void deleteMessage(Snowflake channel, Snowflake message) {
    calls.send(ApiRequest.of(Routes.deleteMessage(channel, message)));
  }

  /** Reads messages, newest first. */
  public List<Message> messages(Snowflake channel, MessageQuery query) {
    ApiRequest request = ApiRequest.of(Routes.messages(channel));
    return calls.sendForList(request.withQuery(QueryParameters.of(query)), Message.class);
  }

  public Message message(Snowflake channel, Snowflake message) {
    return calls.send(ApiRequest.of(Routes.message(channel, message)), Message.class);
  }

  /** Adds our reaction; doing so again changes nothing. */
  public void addReaction(Snowflake channel, Snowflake message, Emoji emoji) {
    calls.send(ApiRequest.of(Routes.addReaction(channel, message, emoji.identifier())));
  }

  /** Shows that we are typing, for ten seconds or until we send a message. */
  public void triggerTyping(Snowflake channel) {
    calls.send(ApiRequest.of(Routes.triggerTyping(channel)).asRepeatable());
  }

  /** Starts a thread from a message, which can have only one; its id is that of the message. */
  public Channel startThread(Snowflake channel, Snowflake message, ThreadStart body) {
    ApiRequest request = ApiRequest.of(Routes.startThread(channel, message));
    SequencedMap<String, Object> known = new LinkedHashMap<>();
    known.put("type", ChannelType.PUBLIC_THREAD);
    known.put("id", message);
    return calls.write(request.withBody(MessageBodies.json(body)), Channel.class, known);
  }

  public Channel channel(Snowflake channel) {
    return calls.send(ApiRequest.of(Routes.channel(channel)), Channel.class);
  }

  /** The roles of a guild. */
  public List<Role> roles(Snowflake guild) {
    return calls.sendForList(ApiRequest.of(Routes.roles(guild)), Role.class);
  }

  /** The direct conversation with a user, made when there is none. */
  public Channel createDm(Snowflake user) {
    ApiBody body = MessageBodies.json(Map.of("recipient_id", user));
    ApiRequest request = ApiRequest.of(Routes.createDm()).withBody(body).asRepeatable();
    return calls.send(request, Channel.class);
  }

  /** The first response to an interaction. */
  public Message original(Snowflake application, Secret token) {
    return calls.send(ApiRequest.of(Routes.original(application, token)), Message.class);
  }

  /**
   * Edits the first response to an interaction; that is also how a deferred one gets its content.
   * Waits a little when the acknowledgement has not reached Discord yet.
   */
  public Message editOriginal(Snowflake application, Secret token, MessageEdit body) {
    ApiRequest request = bodies.edit(Routes.editOriginal(application, token), body);
    return calls.write(request, Message.class, known(Snowflake.UNKNOWN, Snowflake.UNKNOWN));
  }

  public void deleteOriginal(Snowflake application, Secret token) {
    calls.send(ApiRequest.of(Routes.deleteOriginal(application, token)));
  }

  /**
   * Sends another response to an interaction. Discord does not recognise a repetition of these, so
   * one whose answer was lost is not sent again.
   */
  public Message createFollowup(Snowflake application, Secret token, MessageCreate body) {
    ApiRequest request = bodies.followup(Routes.createFollowup(application, token), body);
    return calls.write(request, Message.class, known(Snowflake.UNKNOWN, Snowflake.UNKNOWN));
  }

  public Message editFollowup(
      Snowflake application, Secret token, Snowflake message, MessageEdit body) {
    Route route = Routes.editFollowup(application, token, message);
    return calls.write(bodies.edit(route, body), Message.class, known(Snowflake.UNKNOWN, message));
  }

  public void deleteFollowup(Snowflake application, Secret token, Snowflake message) {
    calls.send(ApiRequest.of(Routes.deleteFollowup(application, token, message)));
  }

  /** The bot's own user: a way to learn whether the token is good. */
  public User currentUser() {
    return calls.send(ApiRequest.of(Routes.currentUser()), User.class);
  }

  public Application currentApplication() {
    return calls.send(ApiRequest.of(Routes.currentApplication()), Application.class);
  }

  public Application editCurrentApplication(ApplicationEdit body) {
    ApiRequest request = ApiRequest.of(Routes.editCurrentApplication());
    SequencedMap<String, Object> known = new LinkedHashMap<>();
    known.put("name", "");
    known.put("id", Snowflake.UNKNOWN);
    return calls.write(request.withBody(MessageBodies.json(body)), Application.class, known);
  }

  public GatewayBot gatewayBot() {
    return calls.send(ApiRequest.of(Routes.gatewayBot()), GatewayBot.class);
  }

  /** Replaces all global commands of the application by these. */
  public List<ApplicationCommand> overwriteGlobalCommands(
      Snowflake application, List<ApplicationCommandCreate> commands) {
    return overwrite(Routes.overwriteGlobalCommands(application), commands);
  }

  /** Replaces all commands of the application in one guild by these; they show at once. */
  public List<ApplicationCommand> overwriteGuildCommands(
      Snowflake application, Snowflake guild, List<ApplicationCommandCreate> commands) {
    return overwrite(Routes.overwriteGuildCommands(application, guild), commands);
  }

  private List<ApplicationCommand> overwrite(Route route, List<ApplicationCommandCreate> commands) {
    ApiRequest request = ApiRequest.of(route).withBody(MessageBodies.json(commands));
    return calls.writeList(request, ApplicationCommand.class);
  }

  /** What is known of a message that was written, whatever the answer says. */
  private static SequencedMap<String, Object> known(Snowflake channel, Snowflake message) {
    SequencedMap<String, Object> known = new LinkedHashMap<>();
    known.put("channel_id", channel);
    known.put("id", message);
    return known;
  }
}
