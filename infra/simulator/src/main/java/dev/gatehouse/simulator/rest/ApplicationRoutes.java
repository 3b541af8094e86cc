package dev.gatehouse.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Routes;
import dev.gatehouse.simulator.interactions.Interactions;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.User;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.validation.FormErrors;
import dev.gatehouse.simulator.validation.Rejection;
import dev.gatehouse.simulator.wire.ApplicationJson;
import dev.gatehouse.simulator.wire.UserJson;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The caller's own application.
 *
 * @see <a href="https://discord.com/developers/docs/resources/application">Application resource</a>
 */
public final class ApplicationRoutes implements RestApi.RouteGroup {
  private static final String ENDPOINT = "interactions_endpoint_url";

  private final World world;
  private final Interactions interactions;

  /** Applications of a world. */
  public ApplicationRoutes(World world, Interactions interactions) {
    this.world = world;
    this.interactions = interactions;
  }

  @Override
  public void addTo(Routes<RestRoute> routes) {
    routes
        .add("GET", "/applications/@me", RestRoute.bot(this::get))
        .add("GET", "/oauth2/applications/@me", RestRoute.bot(this::get))
        .add("PATCH", "/applications/@me", RestRoute.waiting(this::edit));
  }

  private Reply.Full get(Call call) {
    return Reply.ok(json(call.application()));
  }

  private ObjectNode json(Application application) {
    ObjectNode json = ApplicationJson.of(application);
    User owner = world.directory().people().getFirst();
    json.set("owner", UserJson.of(owner));
    return json;
  }

  private Reply.Full edit(Call call) {
    Application application = call.application();
    JsonNode form = call.object();
    if (form.has(ENDPOINT)) {
      setEndpoint(application, endpoint(form));
    }
    return world.with(() -> {
      Json.text(form, "description").ifPresent(application::describe);
      return Reply.ok(json(application));
    });
  }

  private static @Nullable URI endpoint(JsonNode form) {
    String text = Json.text(form, ENDPOINT).orElse("");
    try {
      return text.isEmpty() ? null : URI.create(text);
    } catch (IllegalArgumentException e) {
      throw refusal("Not a well formed URL.");
    }
  }

  private void setEndpoint(Application application, @Nullable URI endpoint) {
    if (endpoint != null && (endpoint.getHost() == null || endpoint.getScheme() == null)) {
      throw refusal("Not a well formed URL.");
    }
    interactions
        .setEndpoint(application, endpoint)
        .ifPresent(complaint -> {
          throw refusal(
              "The specified interactions endpoint url could not be verified. " + complaint);
        });
  }

  private static Rejection refusal(String message) {
    return new FormErrors()
        .add(ENDPOINT, "APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID", message)
        .rejection();
  }
}
