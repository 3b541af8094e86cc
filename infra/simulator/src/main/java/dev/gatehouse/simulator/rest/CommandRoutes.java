package dev.gatehouse.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.validation.CommandRules;
import dev.gatehouse.simulator.validation.FormErrors;
import dev.gatehouse.simulator.validation.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Application commands, global and of a guild.
 *
 * @see <a
 *     href="https://discord.com/developers/docs/interactions/application-commands#endpoints">Endpoints</a>
 */
public final class CommandRoutes implements RestApi.RouteGroup {
  private static final String GLOBAL = "/applications/{application}/commands";
  private static final String OF_GUILD = "/applications/{application}/guilds/{guild}/commands";

  private final Lookup lookup;
  private final CommandRegistry shelf;

  /** Commands of a world's applications. */
  public CommandRoutes(World world) {
    this.lookup = new Lookup(world);
    this.shelf = new CommandRegistry(world);
  }

  @Override
  public void addTo(Routes<RestRoute> routes) {
    for (String all : new String[] {GLOBAL, OF_GUILD}) {
      routes
          .add("GET", all, RestRoute.bot(this::list))
          .add("POST", all, RestRoute.bot(this::create))
          .add("PUT", all, RestRoute.bot(this::overwrite))
          .add("GET", all + "/{command}", RestRoute.bot(this::get))
          .add("PATCH", all + "/{command}", RestRoute.bot(this::edit))
          .add("DELETE", all + "/{command}", RestRoute.bot(this::delete));
    }
  }

  /** The guild of the path, which makes the difference between the two sets of routes. */
  private @Nullable Long guildOf(Call call) {
    return call.parameters().values().containsKey("guild") ? lookup.guild(call).id() : null;
  }

  private Reply.Full list(Call call) {
    return Reply.ok(Json.array(shelf.list(lookup.own(call), guildOf(call))));
  }

  private Reply.Full create(Call call) {
    Application application = lookup.own(call);
    JsonNode form = call.object();
    FormErrors errors = new FormErrors();
    CommandRules.check("", form, errors);
    errors.throwIfAny();
    Long guildId = guildOf(call);
    boolean exists = shelf.same(application, guildId, form).isPresent();
    ObjectNode command = shelf.put(application, guildId, form);
    shelf.changed(application);
    return Reply.json(exists ? 200 : 201, command);
  }

  private Reply.Full overwrite(Call call) {
    Application application = lookup.own(call);
    JsonNode forms = call.json();
    if (!forms.isArray()) {
      throw Rejection.of(400, 50109, "The request body contains invalid JSON.");
    }
    FormErrors errors = new FormErrors();
    for (int i = 0; i < forms.size(); i++) {
      CommandRules.check(i + ".", forms.get(i), errors);
    }
    errors.throwIfAny();
    List<ObjectNode> commands = new ArrayList<>();
    Long guildId = guildOf(call);
    List<ObjectNode> before = shelf.list(application, guildId);
    forms.forEach(form -> commands.add(shelf.put(application, guildId, form)));
    before.stream()
        .filter(old -> commands.stream().noneMatch(kept -> kept.path("id").equals(old.path("id"))))
        .forEach(old -> Json.id(old, "id").ifPresent(application::removeCommand));
    shelf.changed(application);
    return Reply.ok(Json.array(commands));
  }

  private Reply.Full get(Call call) {
    return Reply.ok(find(call));
  }

  private ObjectNode find(Call call) {
    Application application = lookup.own(call);
    Long guildId = guildOf(call);
    Optional<ObjectNode> command =
        application
            .command(call.id("command"))
            .filter(found -> CommandRegistry.belongsTo(found, guildId));
    return command.orElseThrow(() -> Rejection.of(404, 10063, "Unknown application command"));
  }

  private Reply.Full edit(Call call) {
    ObjectNode merged = find(call).deepCopy();
    merged.setAll((ObjectNode) call.object());
    FormErrors errors = new FormErrors();
    CommandRules.check("", merged, errors);
    errors.throwIfAny();
    Application application = call.application();
    ObjectNode command = shelf.replace(application, guildOf(call), call.id("command"), merged);
    shelf.changed(application);
    return Reply.ok(command);
  }

  private Reply.Full delete(Call call) {
    find(call);
    call.application().removeCommand(call.id("command"));
    shelf.changed(call.application());
    return Reply.noContent();
  }
}
