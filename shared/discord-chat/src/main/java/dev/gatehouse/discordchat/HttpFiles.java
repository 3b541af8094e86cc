package dev.gatehouse.discordchat;

import dev.gatehouse.chat.message.Enclosure.AttachedFile;
import dev.gatehouse.chat.platform.AttachedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files over HTTP from given origins. A message can name any address, and a server any redirect:
 * nothing but these origins is asked, redirects are not followed, and neither size nor time has to
 * be believed.
 */
final class HttpFiles implements AttachedFiles {
  private static final Logger LOG = LoggerFactory.getLogger(HttpFiles.class);
  private static final int OK = 200;

  private final Set<String> origins;
  private final Duration patience;

  /**
   * Files from there.
   *
   * @param origins scheme, host and, unless it is the scheme's own, port; what else they say is
   *     ignored
   * @param patience for one file, from connecting to its last byte
   */
  HttpFiles(Set<URI> origins, Duration patience) {
    this.origins = origins.stream().map(HttpFiles::origin).collect(Collectors.toUnmodifiableSet());
    this.patience = patience;
  }

  @Override
  public Fetched fetch(AttachedFile file, int most) {
    if (!origins.contains(origin(file.address()))) {
      LOG.warn("a file at {} is not fetched", origin(file.address()));
      return new Fetched.Failed("lies where I may not fetch it");
    }
    try (HttpClient client = client();
        ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Fetched> reading = thread.submit(() -> read(client, file.address(), most));
      try {
        return reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        client.shutdownNow();
        return new Fetched.Failed("did not come within " + patience.toSeconds() + " s");
      } catch (ExecutionException e) {
        LOG.info("a file at {} cannot be had: {}", origin(file.address()), e.getMessage());
        return new Fetched.Failed("cannot be fetched now");
      } catch (InterruptedException e) {
        client.shutdownNow();
        Thread.currentThread().interrupt();
        return new Fetched.Failed("was not fetched, as I am stopping");
      } finally {
        reading.cancel(true);
      }
    }
  }

  private HttpClient client() {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(patience)
        .build();
  }

  private Fetched read(HttpClient client, URI address, int most)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(patience).build();
    HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() != OK) {
        return new Fetched.Failed("is not given out (HTTP " + response.statusCode() + ")");
      }
      byte[] bytes = body.readNBytes(most + 1);
      return bytes.length > most
          ? new Fetched.Bytes(Arrays.copyOf(bytes, most), true)
          : new Fetched.Bytes(bytes, false);
    } finally {
      // What is left of a longer file is not waited for.
      client.shutdownNow();
    }
  }

  /** Of what has no host, or names a user before it, there is none that could be allowed. */
  private static String origin(URI address) {
    if (address.getScheme() == null || address.getHost() == null || address.getUserInfo() != null) {
      return "no web address";
    }
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    int port = address.getPort() < 0 ? usual : address.getPort();
    return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }
}
