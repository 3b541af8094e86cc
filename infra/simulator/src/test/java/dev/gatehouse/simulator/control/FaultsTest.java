package dev.gatehouse.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.testing.GatewayClient;
import dev.gatehouse.simulator.testing.Http;
import dev.gatehouse.simulator.testing.SimulatorFixture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaultsTest {
  private final SimulatorFixture lab = SimulatorFixture.open();
  private final GatewayClient client = lab.gateway();

  @AfterEach
  void close() {
    client.close();
    lab.close();
  }

  private JsonNode fault(String fields) {
    return lab.control().post("/faults", "{" + fields + "}").json();
  }

  private String sessionOf(GatewayClient gateway) {
    JsonNode ready = gateway.ready(SimulatorFixture.TOKEN);
    gateway.event("GUILD_CREATE");
    return ready.path("session_id").asText();
  }

  private void assertResumable(String session, String missed) {
    try (GatewayClient again = lab.gateway()) {
      again.resume(SimulatorFixture.TOKEN, session, 2);
      assertThat(again.event("MESSAGE_CREATE").at("/d/content").asText()).isEqualTo(missed);
      again.event("RESUMED");
    }
  }

  @Test
  void dropsTheConnectionAndKeepsTheSession() {
    String session = sessionOf(client);

    JsonNode hit = fault("\"kind\":\"drop\"");
    assertThat(client.closeCode()).isEqualTo(1006);
    lab.say("ada", lab.channel("general"), "missed");

    assertThat(hit.at("/sessions/0").asText()).isEqualTo(session);
    assertResumable(session, "missed");
  }

  @Test
  void cutsAFrameInTheMiddle() {
    String session = sessionOf(client);

    fault("\"kind\":\"cut_mid_frame\"");
    lab.say("ada", lab.channel("general"), "cut");

    assertThat(resumableAfterClose()).isEqualTo(1);
    assertResumable(session, "cut");
  }

  @Test
  void fallsSilentWithoutAGoodbye() {
    String session = sessionOf(client);

    fault("\"kind\":\"half_open\"");
    lab.say("ada", lab.channel("general"), "unheard");

    assertThat(client.isQuiet()).isTrue();
    assertThat(lab.state().at("/sessions/0/state").asText()).isEqualTo("connected");
    assertResumable(session, "unheard");
    assertThat(client.isQuiet()).isTrue();
  }

  @Test
  void asksForAReconnectAndCallsTheSessionInvalid() {
    sessionOf(client);

    fault("\"kind\":\"op7\"");
    fault("\"kind\":\"op9\",\"resumable\":true");
    fault("\"kind\":\"op9\",\"resumable\":false");

    client.expect(7);
    assertThat(client.expect(9).path("d").asBoolean()).isTrue();
    assertThat(client.expect(9).path("d").isBoolean()).isTrue();
    assertThat(lab.state().path("sessions").size()).isEqualTo(0);
  }

  @ParameterizedTest
  @CsvSource({"4000, 1", "4008, 1", "4007, 0", "4009, 0", "4014, 0"})
  void closesWithACode(int code, int sessions) {
    sessionOf(client);

    fault("\"kind\":\"close\",\"code\":" + code);

    assertThat(client.closeCode()).isEqualTo(code);
    try (GatewayClient probe = lab.gateway()) {
      probe.expect(10);
      assertThat(resumableAfterClose()).isEqualTo(sessions);
    }
  }

  /** The server notices the end of a connection a moment after the client does. */
  private int resumableAfterClose() {
    JsonNode found = lab.state().path("sessions");
    while (found.path(0).path("state").asText().equals("connected")) {
      Thread.onSpinWait();
      found = lab.state().path("sessions");
    }
    return found.size();
  }

  @Test
  void sendsAFrameThatIsNoJsonAndGoesOn() {
    sessionOf(client);

    fault("\"kind\":\"malformed_frame\"");
    lab.say("ada", lab.channel("general"), "after it");

    GatewayClient.Received.Payload broken = (GatewayClient.Received.Payload) client.next();
    assertThat(Json.parse(broken.bytes()).isEmpty()).isTrue();
    assertThat(client.event("MESSAGE_CREATE").path("s").asLong()).isEqualTo(3);
  }

  @Test
  void keepsHelloReadyResumedAndAcknowledgementsBack() {
    String session = sessionOf(client);
    fault("\"kind\":\"no_ack\"");
    client.send(1, null);
    client.send(1, null);
    client.expect(11);

    fault("\"kind\":\"no_hello\"");
    try (GatewayClient mute = lab.gateway()) {
      mute.send(1, null);
      mute.expect(11);
    }
    fault("\"kind\":\"no_ready\"");
    try (GatewayClient waiting = lab.gateway()) {
      waiting.identify(SimulatorFixture.TOKEN, 1, 0, 1);
      waiting.send(1, null);
      waiting.expect(11);
    }
    fault("\"kind\":\"no_resumed\"");
    try (GatewayClient waiting = lab.gateway()) {
      waiting.resume(SimulatorFixture.TOKEN, session, 2);
      waiting.send(1, null);
      waiting.expect(11);
    }
  }

  @Test
  void refusesTheResumeUrlAndNoOther() {
    String resumeUrl = client.ready(SimulatorFixture.TOKEN).path("resume_gateway_url").asText();

    fault("\"kind\":\"refuse_resume_url\",\"count\":100");

    assertThatThrownBy(() -> GatewayClient.connect(resumeUrl).close())
        .isInstanceOf(CompletionException.class);
    lab.control().send("DELETE", "/faults", "");
    try (GatewayClient next = GatewayClient.connect(resumeUrl);
        GatewayClient other = lab.gateway()) {
      next.expect(10);
      other.expect(10);
    }
  }

  @Test
  void spoilsOneRouteAsOftenAsAsked() {
    Http rest = lab.rest();
    String messages = "/channels/" + lab.channel("general") + "/messages";
    rest.get("/users/@me");

    fault(
        "\"kind\":\"http_429\",\"route\":\"POST /channels\",\"retry_after\":2.5,\"scope\":\"shared\"");
    fault("\"kind\":\"http_5xx\",\"code\":502,\"count\":2");
    Http.Answer limited = rest.post(messages, "{\"content\":\"a\"}");

    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.header("X-RateLimit-Scope")).isEqualTo("shared");
    assertThat(limited.json().path("retry_after").asDouble()).isEqualTo(2.5);
    assertThat(rest.get(messages).status()).isEqualTo(502);
    assertThat(rest.get(messages).status()).isEqualTo(502);
    assertThat(rest.get(messages).status()).isEqualTo(200);
  }

  @Test
  void clearingTakesBackWhatIsArmed() {
    fault("\"kind\":\"http_5xx\",\"count\":100");
    fault("\"kind\":\"no_hello\",\"count\":100");

    lab.control().send("DELETE", "/faults", "");

    assertThat(lab.rest().get("/users/@me").status()).isEqualTo(200);
    try (GatewayClient next = lab.gateway()) {
      next.expect(10);
    }
  }

  @Test
  void theLedgerHoldsExactlyWhatTheFirehoseSent() {
    client.ready(SimulatorFixture.TOKEN);
    client.event("GUILD_CREATE");

    ObjectNode order = Json.object().put("channels", 5).put("count", 500).put("size", 1024);
    Http.Answer answer = lab.control().send("POST", "/firehose", order);

    assertThat(answer.json().path("sent").asInt()).isEqualTo(500);
    JsonNode events = lab.control().get("/ledger").json().path("events");
    int messages = 0;
    for (JsonNode event : events) {
      if (event.path("t").asText().equals("MESSAGE_CREATE")) {
        GatewayClient.Received.Payload got = nextMessage();
        messages++;
        assertThat(got.json().at("/d/id")).isEqualTo(event.path("id"));
        assertThat(got.json().path("s")).isEqualTo(event.path("seq"));
        assertThat(got.json().at("/d/channel_id")).isEqualTo(event.path("channel_id"));
        assertThat(Math.abs(got.bytes().length - 1024) < 40).as("" + got.bytes().length).isTrue();
      }
    }
    assertThat(messages).isEqualTo(500);
    assertThat(lab.control().get("/ledger").json().path("count").asInt()).isEqualTo(events.size());
  }

  private GatewayClient.Received.Payload nextMessage() {
    GatewayClient.Received.Payload next = (GatewayClient.Received.Payload) client.next();
    while (!next.json().path("t").asText().equals("MESSAGE_CREATE")) {
      next = (GatewayClient.Received.Payload) client.next();
    }
    return next;
  }
}
