package dev.gatehouse.simulator.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.testing.GatewayClient;
import dev.gatehouse.simulator.testing.Http;
import dev.gatehouse.simulator.testing.Lab;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaultsTest {
  private final Lab lab = Lab.open();
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
    JsonNode ready = gateway.ready(Lab.TOKEN);
    gateway.event("GUILD_CREATE");
    return ready.path("session_id").asText();
  }

  private void assertResumable(String session, String missed) {
    try (GatewayClient again = lab.gateway()) {
      again.resume(Lab.TOKEN, session, 2);
      assertEquals(missed, again.event("MESSAGE_CREATE").at("/d/content").asText());
      again.event("RESUMED");
    }
  }

  @Test
  void dropsTheConnectionAndKeepsTheSession() {
    String session = sessionOf(client);

    JsonNode hit = fault("\"kind\":\"drop\"");
    assertEquals(1006, client.closeCode());
    lab.say("ada", lab.channel("general"), "missed");

    assertEquals(session, hit.at("/sessions/0").asText());
    assertResumable(session, "missed");
  }

  @Test
  void cutsAFrameInTheMiddle() {
    String session = sessionOf(client);

    fault("\"kind\":\"cut_mid_frame\"");
    lab.say("ada", lab.channel("general"), "cut");

    assertEquals(1, resumableAfterClose());
    assertResumable(session, "cut");
  }

  @Test
  void fallsSilentWithoutAGoodbye() {
    String session = sessionOf(client);

    fault("\"kind\":\"half_open\"");
    lab.say("ada", lab.channel("general"), "unheard");

    assertTrue(client.isQuiet());
    assertEquals("connected", lab.state().at("/sessions/0/state").asText());
    assertResumable(session, "unheard");
    assertTrue(client.isQuiet());
  }

  @Test
  void asksForAReconnectAndCallsTheSessionInvalid() {
    sessionOf(client);

    fault("\"kind\":\"op7\"");
    fault("\"kind\":\"op9\",\"resumable\":true");
    fault("\"kind\":\"op9\",\"resumable\":false");

    client.expect(7);
    assertTrue(client.expect(9).path("d").asBoolean());
    assertTrue(client.expect(9).path("d").isBoolean());
    assertEquals(0, lab.state().path("sessions").size());
  }

  @ParameterizedTest
  @CsvSource({"4000, 1", "4008, 1", "4007, 0", "4009, 0", "4014, 0"})
  void closesWithACode(int code, int sessions) {
    sessionOf(client);

    fault("\"kind\":\"close\",\"code\":" + code);

    assertEquals(code, client.closeCode());
    try (GatewayClient probe = lab.gateway()) {
      probe.expect(10);
      assertEquals(sessions, resumableAfterClose());
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
    assertTrue(Json.parse(broken.bytes()).isEmpty());
    assertEquals(3, client.event("MESSAGE_CREATE").path("s").asLong());
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
      waiting.identify(Lab.TOKEN, 1, 0, 1);
      waiting.send(1, null);
      waiting.expect(11);
    }
    fault("\"kind\":\"no_resumed\"");
    try (GatewayClient waiting = lab.gateway()) {
      waiting.resume(Lab.TOKEN, session, 2);
      waiting.send(1, null);
      waiting.expect(11);
    }
  }

  @Test
  void refusesTheResumeUrlAndNoOther() {
    String resumeUrl = client.ready(Lab.TOKEN).path("resume_gateway_url").asText();

    fault("\"kind\":\"refuse_resume_url\",\"count\":100");

    assertThrows(CompletionException.class, () -> GatewayClient.connect(resumeUrl).close());
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

    assertEquals(429, limited.status());
    assertEquals("shared", limited.header("X-RateLimit-Scope"));
    assertEquals(2.5, limited.json().path("retry_after").asDouble());
    assertEquals(502, rest.get(messages).status());
    assertEquals(502, rest.get(messages).status());
    assertEquals(200, rest.get(messages).status());
  }

  @Test
  void clearingTakesBackWhatIsArmed() {
    fault("\"kind\":\"http_5xx\",\"count\":100");
    fault("\"kind\":\"no_hello\",\"count\":100");

    lab.control().send("DELETE", "/faults", "");

    assertEquals(200, lab.rest().get("/users/@me").status());
    try (GatewayClient next = lab.gateway()) {
      next.expect(10);
    }
  }

  @Test
  void theLedgerHoldsExactlyWhatTheFirehoseSent() {
    client.ready(Lab.TOKEN);
    client.event("GUILD_CREATE");

    ObjectNode order = Json.object().put("channels", 5).put("count", 500).put("size", 1024);
    Http.Answer answer = lab.control().send("POST", "/firehose", order);

    assertEquals(500, answer.json().path("sent").asInt());
    JsonNode events = lab.control().get("/ledger").json().path("events");
    int messages = 0;
    for (JsonNode event : events) {
      if (event.path("t").asText().equals("MESSAGE_CREATE")) {
        GatewayClient.Received.Payload got = nextMessage();
        messages++;
        assertEquals(event.path("id"), got.json().at("/d/id"));
        assertEquals(event.path("seq"), got.json().path("s"));
        assertEquals(event.path("channel_id"), got.json().at("/d/channel_id"));
        assertTrue(Math.abs(got.bytes().length - 1024) < 40, "" + got.bytes().length);
      }
    }
    assertEquals(500, messages);
    assertEquals(events.size(), lab.control().get("/ledger").json().path("count").asInt());
  }

  private GatewayClient.Received.Payload nextMessage() {
    GatewayClient.Received.Payload next = (GatewayClient.Received.Payload) client.next();
    while (!next.json().path("t").asText().equals("MESSAGE_CREATE")) {
      next = (GatewayClient.Received.Payload) client.next();
    }
    return next;
  }
}
