package dev.gatehouse.cloud.sqs;

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
  /**
   * A connection's sockets.
   *
   * @param tcp the lower one, which closes without a word, and so without waiting
   * @param socket what is read and written: TLS over {@code tcp}, or {@code tcp} itself
   */
  record Opened(Socket tcp, Socket socket) {}

  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  private final @Nullable SSLSocketFactory trust;
  private final CallsUnderWay calls;
  private final String host;
  private final int port;
  private final boolean tls;
  private final int connectMillis;
  private final int readMillis;

  Connector(SqsSenderSettings settings, @Nullable SSLSocketFactory trust, CallsUnderWay calls) {
    this.trust = trust;
    this.calls = calls;
    URI address = settings.endpoint();
    tls = settings.isTls();
    host = address.getHost();
    port = address.getPort() >= 0 ? address.getPort() : tls ? HTTPS_PORT : HTTP_PORT;
    connectMillis = Math.toIntExact(settings.connectTimeout().toMillis());
    readMillis = Math.toIntExact(settings.readTimeout().toMillis());
  }

  /**
   * Opens one.
   *
   * @param end when the call that needs it must be over
   */
  Opened open(long end) throws IOException {
    Socket tcp = new Socket(Proxy.NO_PROXY);
    try {
      calls.begin(tcp, end);
      tcp.setTcpNoDelay(true);
      tcp.setSoTimeout(readMillis);
      tcp.connect(new InetSocketAddress(host, port), connectMillis);
      return new Opened(tcp, tls ? secured(tcp) : tcp);
    } catch (IOException e) {
      tcp.close();
      throw calls.reason(e, end);
    } finally {
      calls.done(tcp);
    }
  }

  private Socket secured(Socket tcp) throws IOException {
    SocketFactory factory = trust == null ? SSLSocketFactory.getDefault() : trust;
    SSLSocket secured =
        (SSLSocket) ((SSLSocketFactory) factory).createSocket(tcp, host, port, true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }
}
