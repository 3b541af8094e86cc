package dev.gatehouse.bridge.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Opens TCP and TLS connections. */
final class Sockets {
  private Sockets() {}

  static Wire open(Address address, Limits limits) throws IOException {
    int millis = Math.toIntExact(limits.connectTimeout().toMillis());
    Socket plain = new Socket();
    try {
      plain.connect(new InetSocketAddress(address.host(), address.port()), millis);
      plain.setTcpNoDelay(true);
      plain.setSoTimeout(millis);
      return new Wire(plain, address.secure() ? secured(plain, address) : plain);
    } catch (IOException | RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  /** TLS that checks that the certificate is the host's own. */
  private static Socket secured(Socket plain, Address address) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket socket =
        (SSLSocket) factory.createSocket(plain, address.host(), address.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }
}
