package dev.gatehouse.discord.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Payloads as Discord sends them. */
final class Payloads {
  private Payloads() {}

  static byte[] bytes(String name) {
    return resource("/payloads/" + name + ".json");
  }

  static byte[] resource(String path) {
    try (InputStream in = Payloads.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode object(String name) {
    return (ObjectNode) tree(bytes(name));
  }

  static JsonNode tree(byte[] json) {
    try {
      return DiscordJson.mapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
