package dev.gatehouse.discord.rest;

/** The content of a request with its media type. The bytes are not copied. */
public final class ApiBody {
  private final String contentType;
  private final byte[] bytes;

  ApiBody(String contentType, byte[] bytes) {
    this.contentType = contentType;
    this.bytes = bytes;
  }

  static ApiBody json(byte[] json) {
    return new ApiBody("application/json", json);
  }

  public String contentType() {
    return contentType;
  }

  public byte[] bytes() {
    return bytes;
  }
}
