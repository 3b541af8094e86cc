package dev.gatehouse.cloud.sdk.emulator;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    assertTrue(engine.answers());
    assertFalse(engine.canRun("image:1"));
  }

  @Test
  void findsAnImageThatIsThere() {
    answers.put("GET /images/image:1/json", 200);

    assertTrue(engine.canRun("image:1"));
  }

  @Test
  void findsAnImageThatCanBePulled() {
    answers.put("POST /images/create?fromImage=image:1", 200);

    assertTrue(engine.canRun("image:1"));
  }

  @Test
  void findsNoEngineWhereThereIsNoSocket() {
    assertFalse(engine("unix:///no/such/docker.sock").answers());
  }

  @Test
  void doesNotWaitForAnEngineThatIsSilent() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertFalse(engine("tcp://127.0.0.1:" + silent.getLocalPort()).answers());
    }
  }

  private static DockerEngine engine(String address) {
    return new DockerEngine(Map.of("DOCKER_HOST", address));
  }
}
