package dev.gatehouse.cloud.aws;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Opens sockets to one endpoint: over TLS, with the certificate checked against the host's name,
 * when its scheme is {@code https}.
 */
final class Connector {
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  private final @Nullable SSLSocketFactory trust;
  private final String host;
  private final int port;
  private final boolean tls;
  private final int connectMillis;
  private final int readMillis;

  Connector(ServiceEndpoint endpoint, @Nullable SSLSocketFactory trust) {
    this.trust = trust;
    URI address = endpoint.address();
    tls = "https".equals(address.getScheme());
    host = address.getHost();
    port = address.getPort() >= 0 ? address.getPort() : tls ? HTTPS_PORT : HTTP_PORT;
    connectMillis = endpoint.connectMillis();
    readMillis = endpoint.readMillis();
  }

  Socket open() throws IOException {
    Socket socket = new Socket(Proxy.NO_PROXY);
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(readMillis);
      socket.connect(new InetSocketAddress(host, port), connectMillis);
      return tls ? secured(socket) : socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private Socket secured(Socket socket) throws IOException {
    SocketFactory factory = trust == null ? SSLSocketFactory.getDefault() : trust;
    SSLSocket secured =
        (SSLSocket) ((SSLSocketFactory) factory).createSocket(socket, host, port, true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }
}
