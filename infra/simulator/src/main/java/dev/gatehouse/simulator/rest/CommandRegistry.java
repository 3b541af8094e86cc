package dev.gatehouse.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.state.WorldEvent;
import dev.gatehouse.simulator.validation.CommandRules;
import dev.gatehouse.simulator.validation.Rejection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps commands in Discord's full form. Used under the world's lock. */
final class CommandRegistry {
  private static final int TYPED_COMMANDS = 100;
  private static final int MENU_COMMANDS = 15;

  private final World world;

  CommandRegistry(World world) {
    this.world = world;
  }

  /** Global commands, or those of a guild. */
  List<ObjectNode> list(Application application, @Nullable Long guildId) {
    return application.commands().stream().filter(command -> belongsTo(command, guildId)).toList();
  }

  static boolean belongsTo(ObjectNode command, @Nullable Long guildId) {
    return Json.id(command, "guild_id").equals(Optional.ofNullable(guildId));
  }

  /** The command of the same name and type, which a new one would take the place of. */
  Optional<ObjectNode> same(Application application, @Nullable Long guildId, JsonNode form) {
    return list(application, guildId).stream()
        .filter(command -> command.path("name").equals(form.path("name")))
        .filter(command -> type(command) == type(form))
        .findFirst();
  }

  /** Adds a command, or overwrites the one of the same name and type. */
  ObjectNode put(Application application, @Nullable Long guildId, JsonNode form) {
    Optional<Long> old = same(application, guildId, form).flatMap(c -> Json.id(c, "id"));
    if (old.isEmpty()) {
      requireRoom(application, guildId, type(form));
    }
    return replace(application, guildId, old.orElseGet(world::nextId), form);
  }

  private void requireRoom(Application application, @Nullable Long guildId, int type) {
    int limit = type == CommandRules.CHAT_INPUT ? TYPED_COMMANDS : MENU_COMMANDS;
    long used =
        list(application, guildId).stream().filter(command -> type(command) == type).count();
    if (used >= limit) {
      throw Rejection.of(
          400, 30032, "Maximum number of application commands reached (" + limit + ").");
    }
  }

  ObjectNode replace(Application application, @Nullable Long guildId, long id, JsonNode form) {
    ObjectNode command = Json.object();
    command.put("id", Long.toString(id));
    command.put("application_id", Long.toString(application.id()));
    command.put("version", Long.toString(world.nextId()));
    command.put("type", type(form));
    command.set("name", form.path("name"));
    command.put("description", form.path("description").asText(""));
    copy(form, command, "name_localizations");
    copy(form, command, "description_localizations");
    copy(form, command, "default_member_permissions");
    command.put("dm_permission", form.path("dm_permission").asBoolean(true));
    copy(form, command, "contexts");
    command.set(
        "integration_types",
        Json.field(form, "integration_types").orElseGet(() -> Json.array().add(0)));
    command.put("nsfw", form.path("nsfw").asBoolean());
    Json.field(form, "options").ifPresent(options -> command.set("options", options));
    if (guildId != null) {
      command.put("guild_id", Long.toString(guildId));
    }
    application.putCommand(id, command);
    return command;
  }

  private static void copy(JsonNode from, ObjectNode to, String field) {
    to.set(field, Json.field(from, field).orElse(null));
  }

  private static int type(JsonNode command) {
    return command.path("type").asInt(CommandRules.CHAT_INPUT);
  }

  void changed(Application application) {
    world.publish(new WorldEvent.CommandsChanged(application));
  }
}
