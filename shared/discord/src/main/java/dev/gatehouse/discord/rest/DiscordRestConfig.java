package dev.gatehouse.discord.rest;

import dev.gatehouse.contracts.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How a client reaches Discord.
 *
 * @param baseUrl where the API lies, with its version and without a slash at the end
 * @param token the bot's token, without the word Bot
 * @param userAgent {@code DiscordBot ($url, $version)}, which Discord requires
 * @param connectTimeout how long to wait for a connection
 * @param requestTimeout how long to wait for the whole of one answer
 * @param attempts how often a call is sent at most, 1 or more
 * @param globalPerSecond calls a second over all routes of the bot
 * @param metrics told about each attempt
 * @param random for the jitter of retries and for nonces
 * @see <a href="https://docs.discord.com/developers/reference">Reference</a>
 */
public record DiscordRestConfig(
    URI baseUrl,
    Secret token,
    String userAgent,
    Duration connectTimeout,
    Duration requestTimeout,
    int attempts,
    int globalPerSecond,
    RestMetrics metrics,
    RandomGenerator random) {
  public static final URI DISCORD = URI.create("https://discord.com/api/v10");

  private static final String USER_AGENT = "DiscordBot (https://gatehouse.dev, 0.1.0)";

  public DiscordRestConfig {
    if (baseUrl.getScheme() == null || !baseUrl.getScheme().matches("https?")) {
      throw new IllegalArgumentException(
          "DISCORD_API_URL must be an http or https address, was '" + baseUrl + "'");
    }
    if (!userAgent.startsWith("DiscordBot (")) {
      throw new IllegalArgumentException("userAgent must be 'DiscordBot ($url, $version)'");
    }
    if (attempts < 1 || globalPerSecond < 1) {
      throw new IllegalArgumentException("attempts and globalPerSecond must be 1 or more");
    }
    baseUrl = withoutSlash(baseUrl);
  }

  /** The real Discord, with the limits that it documents. */
  public static DiscordRestConfig of(Secret token) {
    return new DiscordRestConfig(
        DISCORD,
        token,
        USER_AGENT,
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        5,
        50,
        RestMetrics.NONE,
        RandomGenerator.getDefault());
  }

  /** The same for another address: {@code DISCORD_API_URL}. */
  public DiscordRestConfig withBaseUrl(URI url) {
    return new DiscordRestConfig(
        url,
        token,
        userAgent,
        connectTimeout,
        requestTimeout,
        attempts,
        globalPerSecond,
        metrics,
        random);
  }

  /**
   * Says who calls: {@code DiscordBot ($url, $version)}, with the bot's own address and version.
   */
  public DiscordRestConfig withUserAgent(String callers) {
    return new DiscordRestConfig(
        baseUrl,
        token,
        callers,
        connectTimeout,
        requestTimeout,
        attempts,
        globalPerSecond,
        metrics,
        random);
  }

  public DiscordRestConfig withMetrics(RestMetrics observer) {
    return new DiscordRestConfig(
        baseUrl,
        token,
        userAgent,
        connectTimeout,
        requestTimeout,
        attempts,
        globalPerSecond,
        observer,
        random);
  }

  private static URI withoutSlash(URI url) {
    String text = url.toString();
    return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
  }
}
