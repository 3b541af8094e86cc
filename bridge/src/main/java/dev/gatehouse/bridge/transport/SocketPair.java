package dev.gatehouse.bridge.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A connection's sockets.
 *
 * @param tcp the lower one
 * @param socket what is read and written: TLS over {@code tcp}, or {@code tcp} itself
 */
record SocketPair(Socket tcp, Socket socket) {
  /** Connects, and agrees on TLS where the address asks for it. */
  static SocketPair open(Address address, Limits limits) throws IOException {
    int millis = Math.toIntExact(limits.connectTimeout().toMillis());
    Socket tcp = new Socket();
    try {
      tcp.connect(new InetSocketAddress(address.host(), address.port()), millis);
      tcp.setTcpNoDelay(true);
      tcp.setSoTimeout(millis);
      return new SocketPair(tcp, address.secure() ? secured(tcp, address) : tcp);
    } catch (IOException | RuntimeException e) {
      tcp.close();
      throw e;
    }
  }

  /** TLS that checks that the certificate is the host's own. */
  private static Socket secured(Socket tcp, Address address) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket socket = (SSLSocket) factory.createSocket(tcp, address.host(), address.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** Whether there is TLS between the two. */
  boolean isSecure() {
    return socket != tcp;
  }
}
