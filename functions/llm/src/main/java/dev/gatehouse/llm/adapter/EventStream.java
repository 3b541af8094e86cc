package dev.gatehouse.llm.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The JSON documents of a response, whichever way they come: as <a
 * href="https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation">server-sent
 * events</a>, one on each line, or one alone. What the body begins with tells which, since a server
 * may name another type than it sends.
 */
final class EventStream {
  /** Takes the documents in order. */
  interface Taker {
    /**
     * Takes one.
     *
     * @param event the event's name; empty when it has none
     * @param document a text where an event of errors holds no JSON, and {@link #DONE}
     * @return whether to go on
     */
    boolean take(String event, JsonNode document) throws IOException;
  }

  /** The mark that ends a stream of OpenAI's protocol. */
  static final TextNode DONE = TextNode.valueOf("[DONE]");

  private static final ObjectReader JSON = new JsonMapper().readerFor(JsonNode.class);

  private final BufferedReader in;
  private final Taker taker;
  private final StringBuilder data = new StringBuilder();
  private String event = "";
  private boolean known;
  private boolean strange;

  private EventStream(InputStream body, Taker taker) {
    this.in = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    this.taker = taker;
  }

  /**
   * Reads until the body ends or the taker has enough.
   *
   * @throws JsonProcessingException when it is not of the protocol
   * @throws IOException when the connection breaks, also in the midst of a document
   */
  static void read(InputStream body, Taker taker) throws IOException {
    EventStream stream = new EventStream(body, taker);
    try {
      if (stream.beginsAsJson()) {
        documents(JSON.readValues(stream.in), "", taker);
      } else {
        stream.readEvents();
      }
    } catch (JsonEOFException e) {
      throw withCause(new EOFException("the body ends in the midst of a document"), e);
    }
  }

  private boolean beginsAsJson() throws IOException {
    int next;
    do {
      in.mark(1);
      next = in.read();
    } while (next == '\uFEFF' || Character.isWhitespace(next));
    if (next >= 0) {
      in.reset();
    }
    return next == '{' || next == '[';
  }

  private void readEvents() throws IOException {
    boolean more = true;
    String line = in.readLine();
    while (more && line != null) {
      if (line.isEmpty()) {
        more = dispatch();
      } else {
        field(line);
      }
      line = more ? in.readLine() : null;
    }
    if (more) {
      // A server may close without the blank line that ends the last event.
      take();
    }
    if (strange && !known) {
      throw new StrangeBodyException();
    }
  }

  private void field(String line) {
    int colon = line.indexOf(':');
    String name = colon < 0 ? line : line.substring(0, colon);
    String value = colon < 0 ? "" : line.substring(colon + 1);
    switch (name) {
      case "data" -> data.append(value).append('\n');
      case "event" -> event = value.strip();
      case "", "id", "retry" -> {}
      default -> {
        if (line.startsWith("{")) {
          data.append(line).append('\n');
        } else {
          strange = true;
        }
      }
    }
  }

  /**
   * An event that ends and whose document does not is no protocol; a broken connection is not to
   * blame.
   */
  private boolean dispatch() throws IOException {
    try {
      return take();
    } catch (JsonEOFException e) {
      throw withCause(new StrangeBodyException(), e);
    }
  }

  private boolean take() throws IOException {
    String text = data.toString().strip();
    String name = event;
    data.setLength(0);
    event = "";
    if (text.isEmpty()) {
      return true;
    }
    known = true;
    boolean done = text.endsWith(DONE.textValue());
    String json = done ? text.substring(0, text.length() - DONE.textValue().length()) : text;
    try {
      if (!documents(JSON.readValues(json), name, taker)) {
        return false;
      }
    } catch (JsonProcessingException e) {
      if (!name.equals("error")) {
        throw e;
      }
      return taker.take(name, TextNode.valueOf(text));
    }
    return !done || taker.take(name, DONE);
  }

  private static boolean documents(MappingIterator<JsonNode> found, String event, Taker taker)
      throws IOException {
    while (found.hasNextValue()) {
      if (!taker.take(event, found.nextValue())) {
        return false;
      }
    }
    return true;
  }

  private static <E extends IOException> E withCause(E error, IOException cause) {
    error.initCause(cause);
    return error;
  }

  /** The body is not of the protocol. */
  static final class StrangeBodyException extends IOException {
    private static final long serialVersionUID = 1L;

    StrangeBodyException() {
      super("the body is not of the protocol");
    }
  }
}
