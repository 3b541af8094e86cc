package dev.gatehouse.simulator.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A payload on its way out, in parts so that sessions share an event's bytes. */
sealed interface Payload {
  /** Its bytes in order. */
  List<byte[]> parts();

  /** A payload of the protocol itself. */
  record Control(byte[] bytes) implements Payload {
    @Override
    public List<byte[]> parts() {
      return List.of(bytes);
    }
  }

  /**
   * An event with its place in the session.
   *
   * @param data the event's JSON
   */
  record Dispatch(long seq, String name, byte[] data) implements Payload {
    private static final byte[] END = {'}'};

    @Override
    public List<byte[]> parts() {
      return List.of(head(), data, END);
    }

    private byte[] head() {
      String head = "{\"t\":\"" + name + "\",\"s\":" + seq + ",\"op\":0,\"d\":";
      return head.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** A payload with an opcode and data. */
  static Payload of(int opcode, JsonNode data) {
    ObjectNode json = Json.object();
    json.putNull("t");
    json.putNull("s");
    json.put("op", opcode);
    json.set("d", data);
    return new Control(Json.bytes(json));
  }
}
