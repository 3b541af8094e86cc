package dev.gatehouse.cloud.dynamodb;

import dev.gatehouse.cloud.aws.ByteOutput;
import java.nio.charset.StandardCharsets;

/** Writes objects within objects; the commas come by themselves. */
final class JsonWriter {
  private final ByteOutput target;
  private boolean first = true;

  JsonWriter(ByteOutput target) {
    this.target = target;
  }

  JsonWriter begin() {
    target.add((byte) '{');
    first = true;
    return this;
  }

  JsonWriter end() {
    target.add((byte) '}');
    first = false;
    return this;
  }

  JsonWriter name(String name) {
    if (!first) {
      target.add((byte) ',');
    }
    first = false;
    text(name);
    target.add((byte) ':');
    return this;
  }

  JsonWriter text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    target.add((byte) '"').escaped(bytes, 0, bytes.length).add((byte) '"');
    return this;
  }

  JsonWriter flag(boolean flag) {
    target.ascii(flag ? "true" : "false");
    return this;
  }

  JsonWriter number(int number) {
    target.ascii(Integer.toString(number));
    return this;
  }
}
