package dev.gatehouse.cloud.sdk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DockerEngineTest {
  private final Map<String, Integer> answers = new HashMap<>();
  private HttpServer server;
  private DockerEngine engine;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
          exchange.sendResponseHeaders(answers.getOrDefault(call, 404), -1);
          exchange.close();
        });
    server.start();
    engine = engine("tcp://127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void findsAnEngineThatAnswers() {
    answers.put("GET /_ping", 200);

    assertThat(engine.answers()).isTrue();
    assertThat(engine.canRun("image:1")).isFalse();
  }

  @Test
  void findsAnImageThatIsThere() {
    answers.put("GET /images/image:1/json", 200);

    assertThat(engine.canRun("image:1")).isTrue();
  }

  @Test
  void findsAnImageThatCanBePulled() {
    answers.put("POST /images/create?fromImage=image:1", 200);

    assertThat(engine.canRun("image:1")).isTrue();
  }

  @Test
  void findsNoEngineWhereThereIsNoSocket() {
    assertThat(engine("unix:///no/such/docker.sock").answers()).isFalse();
  }

  @Test
  void doesNotWaitForAnEngineThatIsSilent() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertThat(engine("tcp://127.0.0.1:" + silent.getLocalPort()).answers()).isFalse();
    }
  }

  private static DockerEngine engine(String address) {
    return new DockerEngine(Map.of("DOCKER_HOST", address));
  }
}
