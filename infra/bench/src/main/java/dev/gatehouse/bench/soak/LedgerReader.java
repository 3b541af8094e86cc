package dev.gatehouse.bench.soak;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;

/** Reads the simulator's ledger as it comes, since it is longer than one wants in memory. */
final class LedgerReader {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String FORWARDED = "MESSAGE_CREATE";

  private final Sequences messages = new Sequences();
  private long events;
  private long count;

  private LedgerReader() {}

  /**
   * The messages that were dispatched; the bridge's default filter drops all else.
   *
   * @throws IOException when the stream breaks, or the ledger has forgotten its beginning
   */
  static Sequences messages(InputStream ledger) throws IOException {
    LedgerReader reader = new LedgerReader();
    try (JsonParser json = JSON.createParser(ledger)) {
      reader.read(json);
    }
    if (reader.events != reader.count) {
      throw new IOException(
          "the ledger has " + reader.events + " of " + reader.count + " events: too many for it");
    }
    return reader.messages;
  }

  private void read(JsonParser json) throws IOException {
    json.nextToken();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "count" -> count = json.getLongValue();
        case "events" -> events(json);
        default -> json.skipChildren();
      }
    }
  }

  private void events(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      events++;
      event(json);
    }
  }

  private void event(JsonParser json) throws IOException {
    String session = "";
    String name = "";
    long sequence = 0;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "session_id" -> session = json.getText();
        case "seq" -> sequence = json.getLongValue();
        case "t" -> name = json.getText();
        default -> json.skipChildren();
      }
    }
    if (name.equals(FORWARDED)) {
      messages.add(session, sequence);
    }
  }
}
