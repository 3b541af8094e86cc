package dev.gatehouse.cloud.sqs;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

  /** Asks for a name's addresses; may take as long as it likes. */
  @FunctionalInterface
  interface Resolver {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  private final @Nullable SSLSocketFactory trust;
  private final CallsUnderWay calls;
  private final Resolver resolver;
  private final String host;
  private final int port;
  private final boolean tls;
  private final int connectMillis;
  private final int readMillis;
  private @Nullable FutureTask<InetAddress[]> lookup;

  Connector(
      SqsSenderSettings settings,
      @Nullable SSLSocketFactory trust,
      CallsUnderWay calls,
      Resolver resolver) {
    this.trust = trust;
    this.calls = calls;
    this.resolver = resolver;
    tls = settings.isTls();
    host = settings.endpoint().getHost();
    port = ProxyRule.port(settings.endpoint());
    connectMillis = Math.toIntExact(settings.connectTimeout().toMillis());
    readMillis = Math.toIntExact(settings.readTimeout().toMillis());
  }

  /**
   * Opens one: to the first of the host's addresses that takes it, each of which has its share of
   * the time that is left.
   *
   * @param end when the call that needs it must be over
   */
  Opened open(long end) throws IOException {
    try {
      InetAddress[] addresses = addresses(end);
      for (int i = 0; i < addresses.length - 1; i++) {
        try {
          return open(addresses[i], calls.millisUntil(end) / (addresses.length - i), end);
        } catch (IOException e) {
          if (calls.isOver(end)) {
            throw e;
          }
        }
      }
      return open(addresses[addresses.length - 1], calls.millisUntil(end), end);
    } catch (IOException e) {
      throw calls.reason(e, end);
    }
  }

  private Opened open(InetAddress address, int millis, long end) throws IOException {
    Socket tcp = new Socket(Proxy.NO_PROXY);
    try {
      calls.begin(tcp, end);
      tcp.setTcpNoDelay(true);
      tcp.setSoTimeout(Math.clamp(millis, 1, readMillis));
      tcp.connect(new InetSocketAddress(address, port), Math.clamp(millis, 1, connectMillis));
      Socket socket = tls ? secured(tcp) : tcp;
      tcp.setSoTimeout(readMillis);
      return new Opened(tcp, socket);
    } catch (IOException e) {
      tcp.close();
      throw e;
    } finally {
      calls.done(tcp);
    }
  }

  /**
   * Waits for the resolver no longer than the call may take. The operating system lets nobody break
   * a look-up off, so it has a thread of its own, and calls that come meanwhile wait for the same
   * one: a resolver that hangs holds one thread and no more.
   */
  private InetAddress[] addresses(long end) throws IOException {
    FutureTask<InetAddress[]> task = lookup();
    try {
      return task.get(calls.millisUntil(end), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new SocketTimeoutException("the address of " + host + " was not found in time");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the address was looked up");
    }
  }

  private synchronized FutureTask<InetAddress[]> lookup() {
    FutureTask<InetAddress[]> known = lookup;
    if (known == null || known.isDone()) {
      known = new FutureTask<>(() -> resolver.addresses(host));
      lookup = known;
      Thread.ofPlatform().name("sqs-resolver").daemon().start(known);
    }
    return known;
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
