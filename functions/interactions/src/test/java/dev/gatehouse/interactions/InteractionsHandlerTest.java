package dev.gatehouse.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.contracts.settings.InvalidSettingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The start of the function. */
final class InteractionsHandlerTest {
  @Test
  void aSnapshotHoldsWhatAFirstCallLoadsAndNoConnection() throws IOException {
    try (ServerSocket queue = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Map<String, String> environment = environment(queue.getLocalPort());
      environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");

      new InteractionsHandler(environment);

      try (Socket rehearsal = queue.accept()) {
        assertThat(rehearsal.getInputStream().read()).isEqualTo(-1);
      }
    }
  }

  @Test
  void aQueueThatIsAwayStopsNoStart() {
    Map<String, String> environment = environment(1);
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");

    assertThatCode(() -> new InteractionsHandler(environment)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DISCORD_PUBLIC_KEY", "EVENTS_QUEUE_URL"})
  void aSettingThatIsMissingIsNamedAtTheStart(String name) {
    Map<String, String> environment = environment(1);
    environment.remove(name);

    InvalidSettingException e =
        assertThatExceptionOfType(InvalidSettingException.class)
            .isThrownBy(() -> new InteractionsHandler(environment))
            .actual();

    assertThat(e.getMessage()).startsWith(name + ":");
  }

  private static Map<String, String> environment(int port) {
    return new HashMap<>(
        Map.of(
            "DISCORD_PUBLIC_KEY", new SignedRequests(Clock.systemUTC()).publicKey(),
            "EVENTS_QUEUE_URL", "http://127.0.0.1:" + port + "/1/events.fifo",
            "AWS_REGION", "eu-central-1",
            "AWS_ACCESS_KEY_ID", "local",
            "AWS_SECRET_ACCESS_KEY", "local"));
  }
}
