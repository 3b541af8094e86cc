package dev.gatehouse.simulator.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.http.Reply;
import dev.gatehouse.simulator.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** Serves the chat page and the modules that it imports. */
public final class PageSite {
  private static final String PAGE = "dev/gatehouse/simulator/page/";
  private static final String JARS = "META-INF/resources/";
  private static final String PLACEHOLDER = "<!-- importmap -->";

  private final ClassLoader classes = PageSite.class.getClassLoader();
  private final ObjectNode importMap = ImportMap.load(classes);

  /** The file at a path, if there is one. */
  public Optional<Reply> answer(Request request) {
    String path = request.path();
    if (!request.method().equals("GET") || path.contains("..")) {
      return Optional.empty();
    }
    return switch (path) {
      case "/", "/index.html" -> index();
      case "/importmap.json" -> Optional.of(Reply.ok(importMap));
      default -> file(path);
    };
  }

  private Optional<Reply> file(String path) {
    boolean library = path.startsWith("/_static/") || path.startsWith("/webjars/");
    String name = (library ? JARS : PAGE) + path.substring(1);
    if (name.endsWith("/") || name.endsWith(".class")) {
      return Optional.empty();
    }
    return read(name)
        .map(bytes ->
            Reply.bytes(200, MediaTypes.of(path), bytes)
                .with(
                    "Cache-Control", library ? "public, max-age=31536000, immutable" : "no-cache"));
  }

  private Optional<Reply> index() {
    return read(PAGE + "index.html").map(this::withImportMap);
  }

  private Reply withImportMap(byte[] html) {
    String map = importMap.toString();
    String page =
        new String(html, StandardCharsets.UTF_8)
            .replace(PLACEHOLDER, "<script type=\"importmap\">" + map + "</script>");
    return Reply.bytes(200, MediaTypes.of("index.html"), page.getBytes(StandardCharsets.UTF_8))
        .with("Cache-Control", "no-cache")
        .with("Content-Security-Policy", policy(map));
  }

  /** The only inline script is the import map, which its hash allows. */
  private static String policy(String map) {
    return "default-src 'self'; img-src * data:; media-src * data:; style-src 'self' 'unsafe-inline';"
        + " script-src 'self' 'sha256-"
        + hash(map)
        + "'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private Optional<byte[]> read(String name) {
    try (InputStream in = classes.getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
