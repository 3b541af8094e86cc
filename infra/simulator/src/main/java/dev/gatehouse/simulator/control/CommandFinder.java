package dev.gatehouse.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the command that a person means. Used under the world's lock. */
final class CommandFinder {
  private final World world;

  CommandFinder(World world) {
    this.world = world;
  }

  /** A command and whose it is. */
  record Found(Application application, ObjectNode command) {}

  Found find(ControlCall call, Channel channel) {
    String name = call.text("name");
    Optional<Long> applicationId = call.optionalId("application_id");
    boolean targeted = call.optionalId("target_id").isPresent();
    List<Found> found = new ArrayList<>();
    for (Application application : candidates(applicationId)) {
      application.commands().stream()
          .filter(command -> command.path("name").asText().equals(name))
          .filter(command -> command.path("type").asInt(1) == 1 != targeted)
          .filter(command -> isIn(command, channel))
          .forEach(command -> found.add(new Found(application, command)));
    }
    return only(name, found);
  }

  private List<Application> candidates(Optional<Long> id) {
    return id.isEmpty()
        ? world.applications().all()
        : List.of(new Finder(world).application(id.get()));
  }

  private static boolean isIn(ObjectNode command, Channel channel) {
    Optional<Long> guildId = Json.id(command, "guild_id");
    return guildId.isEmpty() || guildId.equals(Optional.ofNullable(channel.guildId()));
  }

  /** A guild's own command hides the global one of the same application. */
  private static Found only(String name, List<Found> found) {
    if (found.isEmpty()) {
      throw ControlError.missing("name", "No application has a command " + name + " here.");
    }
    if (found.stream().map(Found::application).distinct().count() > 1) {
      throw ControlError.conflict(
          "application_id", "Several applications have a command " + name + ".");
    }
    return found.stream()
        .filter(each -> each.command().has("guild_id"))
        .findFirst()
        .orElse(found.getFirst());
  }
}
