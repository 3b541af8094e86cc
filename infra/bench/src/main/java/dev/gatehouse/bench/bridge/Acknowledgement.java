package dev.gatehouse.bench.bridge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What SQS answers to messages that it took.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html">SendMessageBatch</a>
 */
final class Acknowledgement {
  private static final JsonFactory JSON = new JsonFactory();

  /** Within a body each quotation mark is escaped, so this begins an entry and nothing else. */
  private static final byte[] ENTRY = "{\"Id\":\"".getBytes(StandardCharsets.US_ASCII);

  private Acknowledgement() {}

  /** All entries of a batch, found without parsing their bodies. */
  static String ofBatch(byte[] request, int from, int length) {
    StringBuilder answer = new StringBuilder("{\"Successful\":[");
    int end = from + length;
    for (int at = from; at < end; at++) {
      if (request[at] == '{' && startsEntry(request, at, end)) {
        answer.append("{\"Id\":\"");
        at += ENTRY.length;
        while (at < end && request[at] != '"') {
          answer.append((char) request[at++]);
        }
        answer.append("\",\"MessageId\":\"1\"},");
      }
    }
    answer.setLength(answer.length() - (answer.charAt(answer.length() - 1) == ',' ? 1 : 0));
    return answer.append("],\"Failed\":[]}").toString();
  }

  private static boolean startsEntry(byte[] request, int at, int end) {
    for (int i = 0; i < ENTRY.length; i++) {
      if (at + i >= end || request[at + i] != ENTRY[i]) {
        return false;
      }
    }
    return true;
  }

  /** A single message, with the checksum that the SDK compares with its own. */
  static String ofMessage(byte[] request, int from, int length) throws IOException {
    byte[] body = messageBody(request, from, length).getBytes(StandardCharsets.UTF_8);
    return "{\"MessageId\":\"1\",\"MD5OfMessageBody\":\"" + md5(body) + "\"}";
  }

  private static String messageBody(byte[] request, int from, int length) throws IOException {
    try (JsonParser json = JSON.createParser(request, from, length)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME && json.currentName().equals("MessageBody")) {
          return json.nextTextValue();
        }
      }
    }
    throw new IOException("the call has no MessageBody");
  }

  private static String md5(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
