package dev.gatehouse.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
      assertThat(health.path("status").asText()).as(health::toString).isEqualTo("up");
      assertThat(health.path("functions").size()).isEqualTo(3);
      assertThat(get(up.address("chat page")).statusCode()).isEqualTo(200);
      assertThat(up.text()).contains("no model configured: the labelled stand-in answers");
      assertThat(up.handle().children().toList()).isEmpty();
    } finally {
      up.terminate();
    }
    assertThat(up.awaitEnd()).isEqualTo(TERMINATED);
    for (String part : List.of("chat page", "product", "SQS", "DynamoDB", "bridge")) {
      URI address = up.address(part);
      assertThatThrownBy(() -> new Socket(address.getHost(), address.getPort()).close())
          .as(part)
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void aBusyPortIsNamedWithTheVariableThatChangesIt() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        UpProcess up = UpProcess.start(Map.of("SQS_PORT", String.valueOf(taken.getLocalPort())))) {
      assertThat(up.awaitEnd()).isEqualTo(MISCONFIGURED);
      assertThat(up.text()).contains("port " + taken.getLocalPort() + " (SQS) is in use");
      assertThat(up.text()).contains("set SQS_PORT to another port");
    }
  }

  @Test
  void aMisspeltSettingStopsTheStart() throws Exception {
    try (UpProcess up = UpProcess.start(Map.of("LLM_PROVIDR", "openai"))) {
      assertThat(up.awaitEnd()).isEqualTo(MISCONFIGURED);
      assertThat(up.text()).contains("LLM_PROVIDR");
      assertThat(up.text()).contains("did you mean LLM_PROVIDER?");
    }
  }

  @Test
  void aMalformedSettingOfAFunctionStopsTheStart() throws Exception {
    try (UpProcess up = UpProcess.start(Map.of("LLM_PROVIDER", "oracle"))) {
      assertThat(up.awaitEnd()).isEqualTo(MISCONFIGURED);
      assertThat(up.text()).contains("LLM_PROVIDER");
      assertThat(up.text()).doesNotContain("\nready");
    }
  }

  private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(address).build();
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
