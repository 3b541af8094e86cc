package dev.gatehouse.local.emulator;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.gatehouse.local.template.LocalAccount;
import java.net.URI;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.http.scaladsl.Http;
import org.elasticmq.NodeAddress;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import scala.concurrent.Await;
import scala.concurrent.duration.Duration;

/** SQS in memory: ElasticMQ on loopback. */
public final class LocalSqs implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final Duration STOP = Duration.create(5, "seconds");

  private final ActorSystem actors;
  private final Http.ServerBinding binding;

  private LocalSqs(ActorSystem actors, SQSRestServer server) {
    this.actors = actors;
    this.binding = server.waitUntilStarted();
  }

  /** Starts on a port; 0 takes a free one. */
  public static LocalSqs start(int port) {
    ActorSystem actors = ActorSystem.create("sqs", config());
    return new LocalSqs(actors, builder(port).withActorSystem(actors).start());
  }

  /** The base address. */
  public URI address() {
    return URI.create("http://" + HOST + ":" + binding.localAddress().getPort());
  }

  /** Ends at once: the server's own stop would wait for every long poll. */
  @Override
  public void close() throws Exception {
    Await.result(binding.unbind(), STOP);
    Await.result(actors.terminate(), STOP);
  }

  private static TheSQSRestServerBuilder builder(int port) {
    TheSQSRestServerBuilder builder =
        SQSRestServerBuilder.withInterface(HOST)
            .withAWSRegion(LocalAccount.REGION)
            .withAWSAccountId(LocalAccount.ID);
    return port == 0
        ? builder.withDynamicPort()
        : builder.withPort(port).withServerAddress(new NodeAddress("http", HOST, port, ""));
  }

  private static Config config() {
    ClassLoader loader = LocalSqs.class.getClassLoader();
    return ConfigFactory.parseResources(loader, "dev/gatehouse/local/emulator/sqs.conf")
        .withFallback(ConfigFactory.load(loader));
  }
}
