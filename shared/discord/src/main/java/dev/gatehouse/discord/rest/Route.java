package dev.gatehouse.discord.rest;

import dev.gatehouse.discord.model.Snowflake;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An endpoint with its parameters filled in. Prints without them, since a path may hold the token
 * of an interaction.
 */
public final class Route {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

  private final Method method;
  private final String template;
  private final String path;
  private final String topLevelResource;
  private final Credential credential;

  private Route(
      Method method, String template, String path, String resource, Credential credential) {
    this.method = method;
    this.template = template;
    this.path = path;
    this.topLevelResource = resource;
    this.credential = credential;
  }

  /** The methods that Discord's API uses. */
  public enum Method {
    GET(true),
    PUT(true),
    PATCH(true),
    DELETE(true),
    POST(false);

    private final boolean idempotent;

    Method(boolean idempotent) {
      this.idempotent = idempotent;
    }

    /** Whether a repetition leaves things as one call does; so are Discord's PATCH calls. */
    boolean idempotent() {
      return idempotent;
    }
  }

  /** What shows that a call is allowed. */
  public enum Credential {
    /** The bot's token, in a header. Such calls count towards the global limit. */
    BOT,
    /** The token of an interaction, in the path. Such calls are outside the global limit. */
    INTERACTION_TOKEN
  }

  /**
   * A route of the bot.
   *
   * @param template the path with its parameters in braces, such as {@code
   *     /channels/{channel}/messages}; a first parameter after channels or guilds is the top-level
   *     resource
   * @param parameters one for each pair of braces, in order
   */
  static Route ofBot(Method method, String template, Object... parameters) {
    return new Route(
        method,
        template,
        fill(template, parameters),
        topLevelResource(template, parameters),
        Credential.BOT);
  }

  /** A route below {@code /webhooks/{application}/{token}}. */
  static Route ofInteraction(
      Method method, String rest, Snowflake application, String token, Object... parameters) {
    String path = "/webhooks/" + application + "/" + encode(token) + fill(rest, parameters);
    String template = "/webhooks/{application}/{token}" + rest;
    String resource = "webhooks/" + application + "/" + token;
    return new Route(method, template, path, resource, Credential.INTERACTION_TOKEN);
  }

  public Method method() {
    return method;
  }

  /** The path without parameters: a name for metrics and logs. */
  public String template() {
    return template;
  }

  Credential credential() {
    return credential;
  }

  /** The path below the base address, with its parameters; may hold a token. */
  String path() {
    return path;
  }

  /**
   * The channel, guild or webhook that limits are counted for, or empty; may hold a token.
   *
   * @see <a href="https://docs.discord.com/developers/topics/rate-limits">Rate limits</a>
   */
  String topLevelResource() {
    return topLevelResource;
  }

  @Override
  public String toString() {
    return method + " " + template;
  }

  private static String topLevelResource(String template, Object... parameters) {
    boolean has = template.startsWith("/channels/{") || template.startsWith("/guilds/{");
    return has ? template.substring(1, template.indexOf('{')) + parameters[0] : "";
  }

  private static String fill(String template, Object... parameters) {
    Matcher matcher = PARAMETER.matcher(template);
    StringBuilder path = new StringBuilder();
    int next = 0;
    while (matcher.find()) {
      String value = encode(parameters[next++].toString());
      matcher.appendReplacement(path, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(path).toString();
  }

  private static String encode(String segment) {
    return PathSegment.encode(segment);
  }
}
