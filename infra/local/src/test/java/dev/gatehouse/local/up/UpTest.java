package dev.gatehouse.local.up;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UpTest {
  private static final int MISCONFIGURED = 2;
  private static final int TERMINATED = 143;

  @Test
  void comesUpSaysWhereEverythingIsAndLeavesNothingBehind() throws Exception {
    UpProcess up = UpProcess.start(Map.of()).awaitReady();
    try {
      JsonNode health = new ObjectMapper().readTree(get(up.address("product")).body());
      assertEquals("up", health.path("status").asText(), health::toString);
      assertEquals(3, health.path("functions").size());
      assertEquals(200, get(up.address("chat page")).statusCode());
      assertTrue(
          up.text().contains("no model configured: the labelled stand-in answers"), up.text());
      assertEquals(List.of(), up.handle().children().toList());
    } finally {
      up.terminate();
    }
    assertEquals(TERMINATED, up.awaitEnd());
    for (String part : List.of("chat page", "product", "SQS", "DynamoDB", "bridge")) {
      URI address = up.address(part);
      assertThrows(
          ConnectException.class,
          () -> new Socket(address.getHost(), address.getPort()).close(),
          part);
    }
  }

  @Test
  void aBusyPortIsNamedWithTheVariableThatChangesIt() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        UpProcess up = UpProcess.start(Map.of("SQS_PORT", String.valueOf(taken.getLocalPort())))) {
      assertEquals(MISCONFIGURED, up.awaitEnd());
      assertTrue(
          up.text().contains("port " + taken.getLocalPort() + " (SQS) is in use"), up.text());
      assertTrue(up.text().contains("set SQS_PORT to another port"), up.text());
    }
  }

  @Test
  void aMisspeltSettingStopsTheStart() throws Exception {
    try (UpProcess up = UpProcess.start(Map.of("LLM_PROVIDR", "openai"))) {
      assertEquals(MISCONFIGURED, up.awaitEnd());
      assertTrue(up.text().contains("LLM_PROVIDR"), up.text());
      assertTrue(up.text().contains("did you mean LLM_PROVIDER?"), up.text());
    }
  }

  @Test
  void aMalformedSettingOfAFunctionStopsTheStart() throws Exception {
    try (UpProcess up = UpProcess.start(Map.of("LLM_PROVIDER", "oracle"))) {
      assertEquals(MISCONFIGURED, up.awaitEnd());
      assertTrue(up.text().contains("LLM_PROVIDER"), up.text());
      assertFalse(up.text().contains("\nready"), up.text());
    }
  }

  private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(address).build();
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
