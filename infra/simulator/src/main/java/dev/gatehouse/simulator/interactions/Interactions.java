package dev.gatehouse.simulator.interactions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.gateway.Gateway;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.messages.MessageForm;
import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.state.WorldEvent;
import dev.gatehouse.simulator.validation.Rejection;
import dev.gatehouse.simulator.wire.MessageJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Takes interactions to their applications, by webhook or over the gateway, and holds them to the
 * deadline.
 */
public final class Interactions implements AutoCloseable {
  private static final int LIMIT = 10_000;
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final String SILENCE = "The application did not respond";

  private final World world;
  private final Gateway gateway;
  private final Duration deadline;
  private final Webhook webhook;
  private final EndpointProbe probe;
  private final InteractionPayload payloads;
  private final Responses responses;
  private final Map<Long, Interaction> byId =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Interaction> eldest) {
          return size() > LIMIT;
        }
      };

  /**
   * Interactions of a world.
   *
   * @param deadline how long an application has for its first response
   */
  public Interactions(
      World world, Gateway gateway, MessageJson messages, Clock clock, Duration deadline) {
    this.world = world;
    this.gateway = gateway;
    this.deadline = deadline;
    this.webhook = new Webhook(clock, deadline);
    this.probe = new EndpointProbe(webhook);
    this.payloads = new InteractionPayload(world, messages);
    this.responses = new Responses(world);
  }

  /** Something an application was asked, and how it met it. */
  public record Met(Interaction interaction, Outcome outcome) {
    /** The interaction's state as the page shows it. */
    public ObjectNode state() {
      return interaction.stateJson(
          outcome instanceof Outcome.Failed(String reason)
              ? Optional.of(reason)
              : Optional.empty());
    }
  }

  /** Starts an interaction and waits for its first response. Must not hold the world's lock. */
  Met start(Draft draft) {
    Interaction interaction =
        world.with(() -> {
          Interaction made = new Interaction(world.nextId(), Tokens.random(), draft, world.now());
          byId.put(made.id(), made);
          responses.publish(made, Optional.empty());
          return made;
        });
    deliver(interaction);
    return new Met(interaction, await(interaction));
  }

  private void deliver(Interaction interaction) {
    ObjectNode payload = world.with(() -> payloads.of(interaction));
    Optional<URI> endpoint = world.with(() -> interaction.application().interactionsEndpoint());
    if (endpoint.isPresent()) {
      deliverByWebhook(interaction, endpoint.get(), payload);
    } else if (!deliverByGateway(interaction, payload)) {
      fail(interaction, "The application is offline and has no interactions endpoint");
    }
  }

  private boolean deliverByGateway(Interaction interaction, ObjectNode payload) {
    @Nullable Long guildId = interaction.channel().guildId();
    return gateway.dispatchTo(interaction.application(), guildId, "INTERACTION_CREATE", payload);
  }

  private void deliverByWebhook(Interaction interaction, URI endpoint, ObjectNode payload) {
    try {
      HttpResponse<byte[]> response =
          webhook.post(endpoint, interaction.application(), Json.bytes(payload));
      if (response.statusCode() == OK) {
        accept(interaction, Json.parse(response.body()));
      } else if (response.statusCode() != ACCEPTED) {
        fail(interaction, "The application answered with status " + response.statusCode());
      }
    } catch (IOException e) {
      fail(interaction, SILENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(interaction, SILENCE);
    }
  }

  private void accept(Interaction interaction, Optional<JsonNode> body) {
    if (body.isEmpty()) {
      fail(interaction, "The application's answer is not JSON");
      return;
    }
    try {
      world.change(() -> responses.apply(interaction, MessageForm.of(body.get())));
    } catch (Rejection rejection) {
      fail(interaction, "The application's answer is invalid: " + rejection.json());
    }
  }

  private Outcome await(Interaction interaction) {
    try {
      return interaction.first().get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      fail(interaction, SILENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(interaction, SILENCE);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return interaction.first().join();
  }

  private void fail(Interaction interaction, String reason) {
    world.change(() -> {
      if (interaction.stage() == Interaction.Stage.WAITING) {
        interaction.failed(reason);
        responses.publish(interaction, Optional.of(reason));
      }
    });
  }

  /** The interaction, while its token is good. Used under the world's lock. */
  Optional<Interaction> find(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The interaction with the token. Used under the world's lock. */
  Optional<Interaction> byToken(long applicationId, String token) {
    return byId.values().stream()
        .filter(interaction -> interaction.application().id() == applicationId)
        .filter(interaction -> interaction.token().equals(token))
        .findFirst();
  }

  Responses responses() {
    return responses;
  }

  /**
   * Sets where an application's interactions go, after a try. Must not hold the world's lock.
   *
   * @return why the endpoint was refused, if so
   */
  public Optional<String> setEndpoint(Application application, @Nullable URI endpoint) {
    long pingId = world.nextId();
    Optional<String> complaint =
        endpoint == null ? Optional.empty() : probe.complaint(application, endpoint, pingId);
    if (complaint.isEmpty()) {
      world.change(() -> {
        application.setInteractionsEndpoint(endpoint);
        world.publish(new WorldEvent.ApplicationChanged(application));
      });
    }
    return complaint;
  }

  /** Forgets everything. */
  public void clear() {
    world.change(byId::clear);
  }

  @Override
  public void close() {
    webhook.close();
  }
}
