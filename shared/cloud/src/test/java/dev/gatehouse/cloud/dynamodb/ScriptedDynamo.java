package dev.gatehouse.cloud.dynamodb;

import dev.gatehouse.cloud.aws.AwsCredentials;
import dev.gatehouse.cloud.aws.CredentialsSource;
import dev.gatehouse.cloud.aws.Samples;
import dev.gatehouse.cloud.aws.ScriptedServer;
import dev.gatehouse.cloud.aws.ScriptedServer.Request;
import dev.gatehouse.cloud.aws.ScriptedServer.Step;
import dev.gatehouse.cloud.aws.ServiceEndpoint;
import dev.gatehouse.cloud.table.Table;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A server that answers as it was told, and a table behind it that notes its pauses. */
final class ScriptedDynamo implements AutoCloseable {
  private static final String NAMESPACE = "com.amazonaws.dynamodb.v20120810#";

  /** As random bits it makes half of every bound. */
  private static final long HALF = Long.MIN_VALUE;

  private final ScriptedServer server;
  private final LeanDynamo dynamo;
  private final List<Duration> pauses = new ArrayList<>();

  ScriptedDynamo() throws IOException {
    this(() -> Samples.CREDENTIALS);
  }

  ScriptedDynamo(AwsCredentials credentials) throws IOException {
    this(() -> credentials);
  }

  ScriptedDynamo(CredentialsSource credentials) throws IOException {
    server = new ScriptedServer();
    dynamo = dynamo(server.url("http"), credentials, 10_000, new Retries(() -> HALF, pauses::add));
  }

  static LeanDynamo dynamo(
      URI address, CredentialsSource credentials, int readMillis, Retries retries) {
    ServiceEndpoint endpoint =
        new ServiceEndpoint(address, "dynamodb", "us-east-1", 2_000, readMillis, 1 << 20);
    return new LeanDynamo(endpoint, credentials, Samples.CLOCK, retries);
  }

  Table table() {
    return dynamo.table("t");
  }

  ScriptedDynamo ok(String body) {
    return then(Step.answer(Samples.ok(body)));
  }

  ScriptedDynamo error(String status, String code) {
    String body = "{\"__type\":\"" + NAMESPACE + code + "\",\"message\":\"why\"}";
    return then(Step.answer(Samples.answer(status, body)));
  }

  ScriptedDynamo then(Step step) {
    server.then(step);
    return this;
  }

  List<Request> requests() {
    return server.requests();
  }

  int connections() {
    return server.connections();
  }

  String host() {
    return "127.0.0.1:" + server.url("http").getPort();
  }

  /** The pauses between attempts, in milliseconds. */
  List<Long> pauses() {
    return pauses.stream().map(Duration::toMillis).toList();
  }

  void stopListening() throws IOException {
    server.close();
  }

  @Override
  public void close() throws IOException {
    dynamo.close();
    server.close();
  }
}
