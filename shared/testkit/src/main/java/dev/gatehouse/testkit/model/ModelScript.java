package dev.gatehouse.testkit.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What a model's server sends, and what is right to make of it: a row of a data file.
 *
 * @param protocol {@code openai}, {@code anthropic} or {@code ollama}
 * @param headers further ones, each with its line's end
 * @param body sent exactly as it is, in UTF-8
 * @param chunkSize how many bytes are sent at a time; 0 for all at once
 * @param pause after each chunk
 * @param ends how the connection ends after the body
 * @param text of the answer, as a person reads it
 * @param outcome {@code complete}, {@code cut}, or {@code failed:} with why
 * @param asked how often the model is asked, with the same script each time
 * @param tokens what was counted, read and written
 */
public record ModelScript(
    String name,
    String protocol,
    int status,
    String contentType,
    String headers,
    String body,
    int chunkSize,
    Duration pause,
    End ends,
    String text,
    String outcome,
    int asked,
    List<OptionalInt> tokens) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern FAILED =
      Pattern.compile("failed: ([a-z ]+?)(?: \\(([^)]*)\\))?(?:, .*)?");

  /** How a connection ends. */
  public enum End {
    /** With the body's proper end. */
    WHOLE,
    /** In the midst of the body. */
    CUT,
    /** Not at all: nothing more comes. */
    OPEN
  }

  /** All rows of a data file. */
  public static List<ModelScript> read(InputStream file) throws IOException {
    return StreamSupport.stream(JSON.readTree(file).spliterator(), false)
        .map(ModelScript::of)
        .toList();
  }

  private static ModelScript of(JsonNode row) {
    return new ModelScript(
        row.required("name").asText(),
        row.required("protocol").asText(),
        row.path("status").asInt(200),
        row.path("content_type").asText("text/event-stream"),
        row.path("headers").asText(""),
        row.required("body").asText(),
        row.path("chunk_size").asInt(0),
        Duration.ofMillis(row.path("pause_ms").asInt(0)),
        End.valueOf(row.path("ends").asText("WHOLE")),
        row.required("text").asText(),
        row.required("outcome").asText(),
        row.required("asked").asInt(),
        List.of(count(row.path("tokens").path(0)), count(row.path("tokens").path(1))));
  }

  private static OptionalInt count(JsonNode node) {
    return node.isInt() ? OptionalInt.of(node.intValue()) : OptionalInt.empty();
  }

  /** Why it failed, in words; empty when it did not. */
  public String why() {
    return part(1);
  }

  /** The code, host or time that the person is told of a failure; empty when there is none. */
  public String detail() {
    return part(2);
  }

  private String part(int group) {
    Matcher failed = FAILED.matcher(outcome);
    return failed.matches() ? Objects.requireNonNullElse(failed.group(group), "") : "";
  }

  /** Plays it once. */
  public ModelServer.Script script() {
    return stage -> {
      stage.write(
          "HTTP/1.1 %d Status\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n%s\r\n"
              .formatted(status, contentType, headers));
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      int size = chunkSize == 0 ? Math.max(1, bytes.length) : chunkSize;
      for (int at = 0; at < bytes.length; at += size) {
        byte[] chunk = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size));
        stage.write(Integer.toHexString(chunk.length) + "\r\n");
        stage.write(chunk);
        stage.write("\r\n");
        Thread.sleep(pause);
      }
      switch (ends) {
        case WHOLE -> stage.write("0\r\n\r\n");
        case CUT -> {}
        case OPEN -> stage.hungUp().await();
      }
    };
  }

  @Override
  public String toString() {
    return protocol + " " + name;
  }
}
