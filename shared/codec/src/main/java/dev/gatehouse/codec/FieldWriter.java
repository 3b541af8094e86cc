package dev.gatehouse.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gatehouse.contracts.Platform;
import dev.gatehouse.contracts.RawJson;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes fields in call order; an absent value leaves its field out. */
final class FieldWriter {
  static final String KIND = "kind";
  static final String PLATFORM = "platform";

  private final JsonGenerator json;

  FieldWriter(JsonGenerator json) {
    this.json = json;
  }

  /** What the message is; the first field after its version. */
  FieldWriter kind(String kind) throws IOException {
    return text(KIND, kind);
  }

  FieldWriter platform(Platform platform) throws IOException {
    return text(PLATFORM, platform.name());
  }

  FieldWriter text(String name, @Nullable String value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
    return this;
  }

  FieldWriter number(String name, long value) throws IOException {
    json.writeNumberField(name, value);
    return this;
  }

  FieldWriter flag(String name, boolean value) throws IOException {
    json.writeBooleanField(name, value);
    return this;
  }

  FieldWriter instant(String name, Instant value) throws IOException {
    return number(name, value.toEpochMilli());
  }

  FieldWriter raw(String name, RawJson value) throws IOException {
    json.writeFieldName(name);
    json.writeRawValue(value.text());
    return this;
  }

  FieldWriter open(String name) throws IOException {
    json.writeObjectFieldStart(name);
    return this;
  }

  FieldWriter close() throws IOException {
    json.writeEndObject();
    return this;
  }
}
