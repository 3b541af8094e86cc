package dev.gatehouse.discord.rest;

import java.net.http.HttpHeaders;

/** An answer with any status. The bytes are not copied. */
public final class ApiResponse {
  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;

  public ApiResponse(int status, HttpHeaders headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  public int status() {
    return status;
  }

  /** Looked up without regard to case. */
  public HttpHeaders headers() {
    return headers;
  }

  public byte[] body() {
    return body;
  }

  boolean successful() {
    return status >= 200 && status < 300;
  }

  @Override
  public String toString() {
    return "ApiResponse[" + status + ", " + body.length + " bytes]";
  }
}
