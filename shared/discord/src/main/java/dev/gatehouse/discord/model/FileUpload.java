package dev.gatehouse.discord.model;

/** A file to send beside a message: name, media type and bytes. The bytes are not copied. */
public final class FileUpload {
  private final String name;
  private final String contentType;
  private final byte[] bytes;

  /**
   * @param name the file name that people see, not blank
   * @param contentType a media type such as {@code text/markdown; charset=utf-8}
   */
  public FileUpload(String name, String contentType, byte[] bytes) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name must not be blank: Discord shows it");
    }
    if (contentType.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("contentType must not have control characters");
    }
    this.name = name;
    this.contentType = contentType;
    this.bytes = bytes;
  }

  public String name() {
    return name;
  }

  public String contentType() {
    return contentType;
  }

  public byte[] bytes() {
    return bytes;
  }

  @Override
  public String toString() {
    return "FileUpload[" + name + ", " + contentType + ", " + bytes.length + " bytes]";
  }
}
