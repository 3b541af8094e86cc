package dev.gatehouse.simulator.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;

/**
 * The import maps of all the jars on the class path, as one.
 *
 * @see <a href="https://developer.mozilla.org/docs/Web/HTML/Element/script/type/importmap">Import
 *     maps</a>
 */
final class ImportMap {
  private static final String NAME = "META-INF/importmap.json";

  private ImportMap() {}

  static ObjectNode load(ClassLoader classes) {
    ObjectNode merged = Json.object();
    ObjectNode imports = merged.putObject("imports");
    try {
      for (URL url : Collections.list(classes.getResources(NAME))) {
        read(url).path("imports").properties().forEach(e -> imports.set(e.getKey(), e.getValue()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return merged;
  }

  private static JsonNode read(URL url) throws IOException {
    try (InputStream in = url.openStream()) {
      return Json.parse(in.readAllBytes())
          .orElseThrow(() -> new IllegalStateException("not JSON: " + url));
    }
  }
}
