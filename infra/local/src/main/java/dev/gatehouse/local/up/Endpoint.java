package dev.gatehouse.local.up;

import dev.gatehouse.contracts.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** What listens on this machine, and the variable that moves it to another port. */
enum Endpoint {
  SIMULATOR("SIMULATOR_PORT", 8090, "the chat page"),
  PRODUCT("GATEHOUSE_PORT", 8080, "the product"),
  SQS("SQS_PORT", 9324, "SQS"),
  DYNAMODB("DYNAMODB_PORT", 8000, "DynamoDB");

  private static final int LARGEST = 65_535;

  private final String variable;
  private final int usual;
  private final String what;

  Endpoint(String variable, int usual, String what) {
    this.variable = variable;
    this.usual = usual;
    this.what = what;
  }

  String variable() {
    return variable;
  }

  /**
   * The port to bind: 0 for a free one.
   *
   * @throws BusyPortException when something else listens there
   */
  int port(Settings settings) {
    int port = settings.integer(variable, usual, 0, LARGEST);
    if (port != 0) {
      probe(port);
    }
    return port;
  }

  private void probe(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assert probe.isBound();
    } catch (IOException e) {
      throw new BusyPortException(port, what, variable);
    }
  }
}
