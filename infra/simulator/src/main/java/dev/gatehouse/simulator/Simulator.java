package dev.gatehouse.simulator;

import dev.gatehouse.simulator.gateway.Gateway;
import dev.gatehouse.simulator.http.HttpServer;
import dev.gatehouse.simulator.interactions.Interactions;
import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.BotAuthentication;
import dev.gatehouse.simulator.state.SeedData;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.wire.MessageJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A running stand-in for Discord. */
public final class Simulator implements AutoCloseable {
  private final HttpServer server;
  private final World world;
  private final BotAuthentication enrolment;
  private final Interactions interactions;
  private final String url;

  private Simulator(HttpServer server, SimulatorConfig config) {
    String address = config.host() + ":" + server.port();
    this.server = server;
    this.url = "http://" + address;
    this.world = new World(config.clock(), config.historyLimit(), SeedData::populate);
    this.enrolment = new BotAuthentication(world, config.strict());
    MessageJson messages = new MessageJson(world, url);
    Gateway gateway =
        new Gateway(
            world, enrolment, config.clock(), config.gateway(), messages, "ws://" + address);
    this.interactions =
        new Interactions(world, gateway, messages, config.clock(), config.interactionDeadline());
    HttpWiring assembly =
        new HttpWiring(
            config, world, enrolment, gateway, interactions, messages, "ws://" + address);
    server.serve(assembly.site(), gateway::accept);
  }

  /**
   * Starts a simulator.
   *
   * @throws UncheckedIOException with a {@link java.net.BindException} when the port is taken
   */
  public static Simulator start(SimulatorConfig config) {
    try {
      return new Simulator(new HttpServer(config.host(), config.port()), config);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** Its address, without a slash at the end; the chat page is there. */
  public String url() {
    return url;
  }

  /** Where REST is: what {@code DISCORD_API_URL} takes. */
  public String apiUrl() {
    return url + "/api/v10";
  }

  /** Makes an application, or finds the one that has the token, before its bot connects. */
  public SimulatedApplication register(String name, String token) {
    Application application = enrolment.register(name, token);
    return new SimulatedApplication(
        application.id(), application.bot().id(), application.key().publicHex());
  }

  /** An application's public key in 64 hexadecimal digits. */
  public String publicKey(long applicationId) {
    return application(applicationId).key().publicHex();
  }

  /**
   * Sets where an application's interactions go, after the tries that the developer portal makes: a
   * PING and a bad signature.
   *
   * @param endpoint null sends them over the gateway instead
   * @throws IllegalArgumentException when the endpoint fails a try, with the reason
   */
  public void setInteractionsEndpoint(long applicationId, @Nullable URI endpoint) {
    interactions
        .setEndpoint(application(applicationId), endpoint)
        .ifPresent(complaint -> {
          throw new IllegalArgumentException(complaint);
        });
  }

  private Application application(long id) {
    return world
        .with(() -> world.applications().find(id))
        .orElseThrow(() -> new IllegalArgumentException("there is no application " + id));
  }

  @Override
  public void close() {
    interactions.close();
    server.close();
  }
}
