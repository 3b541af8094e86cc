package dev.gatehouse.discordchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.chat.message.IncomingMessage;
import dev.gatehouse.contracts.ConversationId;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.Secret;
import dev.gatehouse.contracts.Shard;
import dev.gatehouse.discord.model.Snowflake;
import dev.gatehouse.discord.rest.DiscordException;
import dev.gatehouse.discord.rest.DiscordRest;
import dev.gatehouse.discord.rest.DiscordRestConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DiscordSourceTest {
  private static final ConversationId HERE = new ConversationId(new Platform("discord"), "100");

  private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

  private HttpServer server;
  private DiscordSource chat;
  private int written;
  private int channelType;
  private int refusal;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    DiscordRest rest =
        DiscordRest.create(
            DiscordRestConfig.of(Secret.of("token")).withBaseUrl(url), System::nanoTime);
    chat = new DiscordSource(rest, InstantSource.system());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void readsPageByPageOldestFirst() {
    written = 250;

    List<IncomingMessage> messages = chat.messagesSince(HERE, id(11).timestamp(), false, 500);

    assertThat(messages).hasSize(240);
    assertThat(messages.getFirst().messageId()).isEqualTo(id(11).toString());
    assertThat(messages.getLast().messageId()).isEqualTo(id(250).toString());
  }

  @Test
  void readsTheOldestUpToTheLimit() {
    written = 250;

    assertThat(chat.messagesSince(HERE, id(1).timestamp(), true, 150))
        .hasSize(150)
        .allMatch(IncomingMessage::direct)
        .last()
        .extracting(IncomingMessage::messageId)
        .isEqualTo(id(150).toString());
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, false", "10, true", "11, true", "12, true", "15, false"})
  void knowsAThreadByItsType(int type, boolean thread) {
    channelType = type;

    assertThat(chat.isThread(HERE)).isEqualTo(thread);
  }

  @ParameterizedTest
  @CsvSource({"403", "404"})
  void aChannelThatIsClosedIsEmpty(int status) {
    refusal = status;

    assertThat(chat.isThread(HERE)).isFalse();
    assertThat(chat.messagesSince(HERE, Instant.EPOCH, false, 9)).isEmpty();
  }

  @Test
  void otherFailuresAreSaid() {
    refusal = 401;

    assertThatThrownBy(() -> chat.isThread(HERE)).isInstanceOf(DiscordException.class);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body =
          refusal > 0 ? "{\"code\":0,\"message\":\"no\"}" : found(exchange.getRequestURI());
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.getResponseHeaders().add("Via", "1.1 test");
      exchange.sendResponseHeaders(refusal > 0 ? refusal : 200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private String found(URI uri) {
    if (uri.getPath().endsWith("/users/@me")) {
      return "{\"id\":\"900\",\"username\":\"gatehouse\"}";
    }
    String query = uri.getQuery();
    return query == null
        ? "{\"id\":\"100\",\"type\":" + channelType + "}"
        : page(number(Snowflake.of(query.replaceAll(".*after=(\\d+).*", "$1"))));
  }

  @Test
  void onlyWhatIsWrittenIsAMessage() {
    assertThat(chat.isMessage("MESSAGE_CREATE")).isTrue();
    assertThat(chat.isMessage("MESSAGE_UPDATE")).isFalse();
  }

  /** The guild's id without its lowest 22 bits, modulo the number of shards. */
  @ParameterizedTest
  @CsvSource({
    "4194304,1,2,true",
    "4194304,0,2,false",
    "8388608,0,2,true",
    ",0,2,true",
    ",1,2,false"
  })
  void aGuildArrivesOnTheShardThatItsIdSays(String guild, int index, int count, boolean arrives) {
    assertThat(chat.arrivesOn(new Shard(index, count), Optional.ofNullable(guild)))
        .isEqualTo(arrives);
  }

  /** As Discord does: those next to the bound, newest first. */
  private String page(int after) {
    return IntStream.rangeClosed(after + 1, Math.min(after + 100, written))
        .boxed()
        .sorted(Comparator.reverseOrder())
        .map(DiscordSourceTest::message)
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** Message {@code number} was written in that millisecond of the year. */
  private static Snowflake id(int number) {
    return Snowflake.at(NEW_YEAR.plusMillis(number));
  }

  private static int number(Snowflake id) {
    return (int) Duration.between(NEW_YEAR, id.timestamp()).toMillis();
  }

  private static String message(int number) {
    return "{\"id\":\"%s\",\"channel_id\":\"100\",\"type\":0,\"content\":\"x\",\"author\":{\"id\":\"7\",\"username\":\"ada\"}}"
        .formatted(id(number));
  }
}
