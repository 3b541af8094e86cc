package dev.gatehouse.discord.rest;

import dev.gatehouse.discord.model.FileUpload;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A message with its files as {@code multipart/form-data}: the JSON in {@code payload_json}, then
 * {@code files[0]}, {@code files[1]} and so on.
 *
 * @see <a href="https://docs.discord.com/developers/reference#uploading-files">Uploading files</a>
 */
final class Multipart {
  private static final String LINE_END = "\r\n";

  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private final String boundary;

  private Multipart(String boundary) {
    this.boundary = boundary;
  }

  static ApiBody of(byte[] payloadJson, List<FileUpload> files) {
    Multipart multipart = new Multipart(boundary(payloadJson, files));
    multipart.part("name=\"payload_json\"", "application/json", payloadJson);
    for (int i = 0; i < files.size(); i++) {
      multipart.file(i, files.get(i));
    }
    return multipart.end();
  }

  private void file(int index, FileUpload file) {
    String disposition =
        "name=\"files[%d]\"; filename=\"%s\"".formatted(index, escape(file.name()));
    part(disposition, file.contentType(), file.bytes());
  }

  private void part(String disposition, String contentType, byte[] bytes) {
    text("--" + boundary + LINE_END);
    text("Content-Disposition: form-data; " + disposition + LINE_END);
    text("Content-Type: " + contentType + LINE_END + LINE_END);
    content.writeBytes(bytes);
    text(LINE_END);
  }

  private ApiBody end() {
    text("--" + boundary + "--" + LINE_END);
    return new ApiBody("multipart/form-data; boundary=" + boundary, content.toByteArray());
  }

  private void text(String text) {
    content.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The three characters that would end the value, escaped as browsers do.
   *
   * @see <a
   *     href="https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data">Multipart
   *     form data</a>
   */
  private static String escape(String name) {
    return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
  }

  /** A digest of the content cannot well be part of the content. */
  private static String boundary(byte[] payloadJson, List<FileUpload> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(payloadJson);
      files.forEach(file -> digest.update(file.bytes()));
      return "gatehouse-" + HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
