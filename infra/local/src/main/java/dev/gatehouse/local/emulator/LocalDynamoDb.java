package dev.gatehouse.local.emulator;

import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB in memory: DynamoDB Local on loopback, one database for every key and region. Its own
 * server listens on all interfaces, so the handler runs in a server of ours.
 */
public final class LocalDynamoDb implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final Server server;
  private final ServerConnector connector;
  private final LocalDynamoDBServerHandler handler;

  private LocalDynamoDb(
      Server server, ServerConnector connector, LocalDynamoDBServerHandler handler) {
    this.server = server;
    this.connector = connector;
    this.handler = handler;
  }

  /** Starts on a port; 0 takes a free one. */
  public static LocalDynamoDb start(int port) throws Exception {
    LocalDynamoDBServerHandler handler =
        new LocalDynamoDBServerHandler(
            new LocalDynamoDBRequestHandler(0, true, null, true, false), null);
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost(HOST);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(handler);
    server.start();
    return new LocalDynamoDb(server, connector, handler);
  }

  /** The base address. */
  public URI address() {
    return URI.create("http://" + HOST + ":" + connector.getLocalPort());
  }

  @Override
  public void close() throws Exception {
    server.stop();
    handler.close();
  }
}
