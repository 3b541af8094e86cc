package dev.gatehouse.simulator.state;

import dev.gatehouse.simulator.json.Snowflake;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Makes applications: registered ones by name, others for a token that nobody has seen. */
public final class BotAuthentication {
  private final World world;
  private final boolean strict;

  /**
   * In the given world.
   *
   * @param strict whether an unseen token is refused
   */
  public BotAuthentication(World world, boolean strict) {
    this.world = world;
    this.strict = strict;
  }

  /** The application of a bot token; an unseen token makes one, unless that is refused. */
  public Optional<Application> authenticate(String token) {
    return world.with(() -> {
      Optional<Application> known = world.applications().byToken(token);
      boolean refused = strict || token.isBlank();
      return known.isPresent() || refused ? known : Optional.of(unseen(token));
    });
  }

  /** An application that stays when the simulator goes back to the start. */
  public Application register(String name, String token) {
    return world.with(
        () -> world.applications().byToken(token).orElseGet(() -> enrol(name, token, true)));
  }

  private Application unseen(String token) {
    return enrol("bot-" + (world.applications().all().size() + 1), token, false);
  }

  private Application enrol(String name, String token, boolean registered) {
    User bot = new User(idFor(token), name, null, true);
    Application application = new Application(bot, name, SigningKey.generate(), registered);
    world.applications().put(application, token);
    world.directory().put(bot);
    new Guilds(world).join(world.directory().defaultGuild(), application);
    world.publish(new WorldEvent.ApplicationChanged(application));
    return application;
  }

  /** A real token starts with its bot's id in Base64, which some clients read. */
  private long idFor(String token) {
    return idIn(token).filter(id -> world.directory().user(id).isEmpty()).orElseGet(world::nextId);
  }

  private static Optional<Long> idIn(String token) {
    try {
      byte[] decoded = Base64.getUrlDecoder().decode(token.split("\\.", 2)[0]);
      return Snowflake.parse(new String(decoded, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
