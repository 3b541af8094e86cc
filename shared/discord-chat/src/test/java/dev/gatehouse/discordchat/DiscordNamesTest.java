package dev.gatehouse.discordchat;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.rest.DiscordRest;
import dev.gatehouse.discord.rest.DiscordRestConfig;
import dev.gatehouse.testkit.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DiscordNamesTest {
  private static final Snowflake GUILD = Snowflake.of("50");

  private final SettableClock clock = new SettableClock();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private DiscordNames names;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    DiscordRestConfig config = DiscordRestConfig.of(Secret.of("token")).withBaseUrl(url);
    names = new DiscordNames(DiscordRest.create(config, System::nanoTime), clock);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aChannelOfTheServerHasItsName() {
    assertThat(names.channel(GUILD, Snowflake.of("100"))).contains("general");
  }

  @Test
  void nobodyLearnsTheNameOfAnotherServersChannel() {
    assertThat(names.channel(Snowflake.of("51"), Snowflake.of("100"))).isEmpty();
  }

  @Test
  void aChannelThatCannotBeSeenHasNone() {
    assertThat(names.channel(GUILD, Snowflake.of("404"))).isEmpty();
  }

  @Test
  void rolesHaveTheirNames() {
    assertThat(names.role(GUILD, Snowflake.of("500"))).contains("maintainers");
    assertThat(names.role(GUILD, Snowflake.of("501"))).isEmpty();
  }

  @Test
  void whatIsKnownIsAskedForAgainAfterSomeMinutes() {
    names.role(GUILD, Snowflake.of("500"));
    names.role(GUILD, Snowflake.of("501"));
    names.channel(GUILD, Snowflake.of("404"));
    names.channel(GUILD, Snowflake.of("404"));
    assertThat(asked).containsExactly("/guilds/50/roles", "/channels/404");

    clock.advance(Duration.ofMinutes(10));
    names.role(GUILD, Snowflake.of("500"));
    assertThat(asked).hasSize(3);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    String body =
        switch (path) {
          case "/channels/100" ->
              "{\"id\":\"100\",\"type\":0,\"guild_id\":\"50\",\"name\":\"general\"}";
          case "/guilds/50/roles" -> "[{\"id\":\"500\",\"name\":\"maintainers\"}]";
          default -> "{\"message\":\"Unknown Channel\",\"code\":10003}";
        };
    try (exchange) {
      exchange.sendResponseHeaders(body.contains("10003") ? 404 : 200, 0);
      exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
    }
  }
}
