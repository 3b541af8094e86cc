package dev.gatehouse.discordchat;

import dev.gatehouse.discord.model.Channel;
import dev.gatehouse.discord.model.Role;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.rest.DiscordException;
import dev.gatehouse.discord.rest.DiscordRest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The names of a server's channels and roles, looked up and kept for some minutes. What cannot be
 * seen has no name here; neither has a channel of another server, of which nobody may learn by
 * naming its id.
 */
final class DiscordNames {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordNames.class);
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final int MOST_KEPT = 1000;

  private final DiscordRest rest;
  private final InstantSource clock;
  private final Map<Snowflake, Known<Optional<Channel>>> channels = new LinkedHashMap<>();
  private final Map<Snowflake, Known<Map<Snowflake, String>>> roles = new LinkedHashMap<>();

  DiscordNames(DiscordRest rest, InstantSource clock) {
    this.rest = rest;
    this.clock = clock;
  }

  synchronized Optional<String> channel(Snowflake guild, Snowflake channel) {
    return known(channels, channel, () -> Optional.of(rest.channel(channel)), Optional.empty())
        .filter(found -> guild.equals(found.guildId()))
        .map(Channel::name);
  }

  synchronized Optional<String> role(Snowflake guild, Snowflake role) {
    return Optional.ofNullable(known(roles, guild, () -> rolesOf(guild), Map.of()).get(role));
  }

  private Map<Snowflake, String> rolesOf(Snowflake guild) {
    return rest.roles(guild).stream()
        .collect(Collectors.toUnmodifiableMap(Role::id, Role::name, (first, second) -> first));
  }

  private <T> T known(Map<Snowflake, Known<T>> kept, Snowflake id, Supplier<T> call, T otherwise) {
    Instant now = clock.instant();
    Known<T> before = kept.get(id);
    if (before != null && now.isBefore(before.until())) {
      return before.value();
    }
    T value = looked(call, otherwise);
    kept.remove(id);
    kept.put(id, new Known<>(value, now.plus(KEPT)));
    if (kept.size() > MOST_KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
    return value;
  }

  private static <T> T looked(Supplier<T> call, T otherwise) {
    try {
      return call.get();
    } catch (DiscordException e) {
      LOG.debug("a name is not known: {}", e.getMessage());
      return otherwise;
    }
  }

  private record Known<T>(T value, Instant until) {}
}
