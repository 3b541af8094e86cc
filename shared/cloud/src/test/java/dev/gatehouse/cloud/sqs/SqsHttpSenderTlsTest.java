package dev.gatehouse.cloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.cloud.queue.QueueUnavailableException;
import dev.gatehouse.cloud.queue.SendOutcome;
import dev.gatehouse.cloud.sqs.ScriptedServer.Step;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the client trusts over TLS. */
final class SqsHttpSenderTlsTest {
  private static TestCertificate named;
  private static TestCertificate forAnother;

  @BeforeAll
  static void makeCertificates(@TempDir Path directory) throws Exception {
    named = TestCertificate.make(directory, "ip:127.0.0.1");
    forAnother = TestCertificate.make(directory, "dns:other.example");
  }

  @Test
  void talksToAServerWhoseCertificateNamesIt() throws Exception {
    try (ScriptedServer server = server(named);
        SqsHttpSender client = client(server, named.trust())) {
      for (int i = 0; i < 2; i++) {
        assertThat(client.sendBatch(Fixture.one())).isEqualTo(List.of(new SendOutcome.Sent("m-0")));
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void refusesACertificateForAnotherHost() throws Exception {
    assertRefused(forAnother, forAnother.trust());
  }

  @Test
  void refusesACertificateThatThePlatformDoesNotTrust() throws Exception {
    assertRefused(named, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  private static void assertRefused(TestCertificate certificate, SSLSocketFactory trust)
      throws Exception {
    try (ScriptedServer server = server(certificate);
        SqsHttpSender client = client(server, trust)) {
      QueueUnavailableException e =
          assertThatExceptionOfType(QueueUnavailableException.class)
              .isThrownBy(() -> client.sendBatch(Fixture.one()))
              .actual();

      assertThat(e.getCause()).isInstanceOf(SSLException.class);
      assertThat(server.requests()).isEmpty();
    }
  }

  private static ScriptedServer server(TestCertificate certificate) throws Exception {
    Step done = Step.answer(Samples.ok(Fixture.DONE));
    return new ScriptedServer(certificate.listen()).then(done).then(done);
  }

  private static SqsHttpSender client(ScriptedServer server, SSLSocketFactory trust) {
    return new SqsHttpSender(
        Fixture.settings(server.url("https"), 10_000),
        () -> Samples.CREDENTIALS,
        new SigningClock(Samples.CLOCK),
        System::nanoTime,
        trust,
        InetAddress::getAllByName);
  }
}
