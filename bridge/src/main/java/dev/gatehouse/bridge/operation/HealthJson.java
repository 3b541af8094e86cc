package dev.gatehouse.bridge.operation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The JSON of {@code /health}. */
final class HealthJson {
  private static final JsonFactory JSON = new JsonFactory();

  private HealthJson() {}

  static byte[] write(Health health) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeBooleanField("ready", health.ready());
      json.writeBooleanField("standby", health.standby());
      writeShards(health, json);
      json.writeObjectFieldStart("spool");
      json.writeNumberField("events", health.spooledEvents());
      json.writeNumberField("bytes", health.spooledBytes());
      json.writeEndObject();
      json.writeFieldName("problems");
      String[] problems = health.problems().toArray(String[]::new);
      json.writeArray(problems, 0, problems.length);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static void writeShards(Health health, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("shards");
    for (Health.ShardHealth shard : health.shards()) {
      json.writeStartObject();
      json.writeStringField("shard", shard.status().shard().toString());
      json.writeStringField("state", shard.status().state());
      json.writeBooleanField("live", shard.status().live());
      json.writeNumberField("lag", shard.lag());
      json.writeStringField("detail", shard.status().detail());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
