package dev.gatehouse.cloud.sdk.emulator;

import java.net.URI;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/** ElasticMQ on a free port of the loopback interface, in this process. */
public final class ElasticMq implements AutoCloseable {
  private final SQSRestServer server;

  private ElasticMq(SQSRestServer server) {
    this.server = server;
  }

  /** Starts it; it answers when this returns. */
  public static ElasticMq start() {
    return new ElasticMq(SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start());
  }

  /** Where it listens. */
  public URI endpoint() {
    int port = server.waitUntilStarted().localAddress().getPort();
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    server.stopAndWait();
  }
}
