package dev.gatehouse.cloud.sqs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * An answer. The body is a part of the connection's own buffer, which the next exchange overwrites.
 *
 * @param date the {@code Date} header; empty when there was none
 */
@SuppressWarnings("ArrayRecordComponent") // The array is shared so that no answer is copied.
record SqsResponse(int status, String date, byte[] buffer, int offset, int length) {
  private static final int OK = 200;
  private static final JsonFactory JSON = new JsonFactory();

  /** Whether the call did what it should. */
  boolean isOk() {
    return status == OK;
  }

  /** Reads the body, which must be done before the connection goes back to its pool. */
  JsonParser json() throws IOException {
    return JSON.createParser(buffer, offset, length);
  }
}
