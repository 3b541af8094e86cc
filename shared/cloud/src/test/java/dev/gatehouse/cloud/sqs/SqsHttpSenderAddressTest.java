package dev.gatehouse.cloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.SendOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a queue's name becomes a connection, within the time that a call may take. */
@Timeout(60)
final class SqsHttpSenderAddressTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final ScriptedServer.Step DONE =
      ScriptedServer.Step.answer(Samples.ok(Fixture.DONE));

  private final CountDownLatch over = new CountDownLatch(1);
  private final List<Socket> fillers = new ArrayList<>();
  private ServerSocket full;
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")));
    full = new ServerSocket(server.url("http").getPort(), 1, InetAddress.ofLiteral("127.0.0.2"));
  }

  @AfterEach
  void stop() throws IOException {
    over.countDown();
    for (Socket filler : fillers) {
      filler.close();
    }
    full.close();
    server.close();
  }

  @Test
  void aResolverThatHangsHoldsNoCallBeyondItsEnd() {
    AtomicInteger asked = new AtomicInteger();
    Connector.Resolver hanging =
        host -> {
          asked.incrementAndGet();
          return hang();
        };
    try (SqsHttpSender client = client(hanging, Duration.ofMillis(200))) {
      for (int call = 0; call < 3; call++) {
        assertThatThrownBy(() -> client.sendBatch(Fixture.one()))
            .isInstanceOf(QueueUnavailableException.class);
      }
    }
    assertThat(asked).as("threads that hang").hasValue(1);
  }

  @Test
  void aNameThatIsNotKnownIsAskedForAgainByTheNextCall() {
    AtomicInteger asked = new AtomicInteger();
    Connector.Resolver late =
        host -> {
          if (asked.incrementAndGet() == 1) {
            throw new UnknownHostException(host);
          }
          return addresses("127.0.0.1");
        };
    server.then(DONE);
    try (SqsHttpSender client = client(late, LONG)) {
      assertThatThrownBy(() -> client.sendBatch(Fixture.one()))
          .isInstanceOf(QueueUnavailableException.class)
          .hasMessageContaining("UnknownHostException: queue.invalid");
      assertThat(client.sendBatch(Fixture.one())).containsExactly(new SendOutcome.Sent("m-0"));
    }
  }

  /** Nobody listens on 127.0.0.3. */
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 60000",
    "127.0.0.3 127.0.0.1, 60000",
    "127.0.0.3 127.0.0.3 127.0.0.1, 60000",
    "127.0.0.1 127.0.0.3, 60000",
    "127.0.0.2 127.0.0.1, 2000",
    "127.0.0.2 127.0.0.3 127.0.0.1, 3000"
  })
  void addressesAreTriedInTurn(String answer, long callMillis) throws IOException {
    fill();
    server.then(DONE);
    try (SqsHttpSender client =
        client(host -> addresses(answer.split(" ")), Duration.ofMillis(callMillis))) {
      assertThat(client.sendBatch(Fixture.one())).containsExactly(new SendOutcome.Sent("m-0"));
    }
  }

  @Test
  void whenNoneTakesItTheLastOnesReasonIsTold() {
    try (SqsHttpSender client = client(host -> addresses("127.0.0.3", "127.0.0.4"), LONG)) {
      assertThatThrownBy(() -> client.sendBatch(Fixture.one()))
          .isInstanceOf(QueueUnavailableException.class)
          .hasMessageContaining("ConnectException");
    }
  }

  /** Connections to 127.0.0.2 are not refused, and not taken either: its backlog is full. */
  private void fill() throws IOException {
    for (int i = 0; i < 4; i++) {
      Socket filler = new Socket();
      fillers.add(filler);
      Thread.ofVirtual()
          .start(() -> {
            try {
              filler.connect(full.getLocalSocketAddress());
            } catch (IOException e) {
              // Closed at the end.
            }
          });
    }
    assertThat(fillers).hasSize(4);
  }

  private InetAddress[] hang() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return addresses("127.0.0.1");
  }

  private static InetAddress[] addresses(String... literals) {
    return Arrays.stream(literals).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
  }

  private SqsHttpSender client(Connector.Resolver resolver, Duration call) {
    URI url = URI.create("http://queue.invalid:" + server.url("http").getPort() + "/1/q.fifo");
    return new SqsHttpSender(
        new SqsSenderSettings(url, url, "us-east-1", LONG, LONG, call),
        () -> Samples.CREDENTIALS,
        new SigningClock(Samples.CLOCK),
        System::nanoTime,
        null,
        resolver);
  }
}
