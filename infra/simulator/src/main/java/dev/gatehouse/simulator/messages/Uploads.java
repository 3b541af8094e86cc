package dev.gatehouse.simulator.messages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.validation.FormErrors;
import dev.gatehouse.simulator.validation.Rejection;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files in a call's JSON: {@code [{"filename": …, "content_base64": …}]}. */
public final class Uploads {
  private Uploads() {}

  /** The files of a list; nothing when there is none. */
  public static List<Upload> of(JsonNode attachments) {
    if (!attachments.isMissingNode() && !attachments.isNull() && !attachments.isArray()) {
      throw wrong("attachments", "Must be a list of files.");
    }
    List<Upload> uploads = new ArrayList<>();
    for (JsonNode attachment : attachments) {
      uploads.add(one(attachment, uploads.size(), "attachments." + uploads.size()));
    }
    return uploads;
  }

  /**
   * One file.
   *
   * @param path what a complaint names
   */
  public static Upload one(JsonNode attachment, int index, String path) {
    String filename =
        Json.text(attachment, "filename")
            .filter(name -> !name.isBlank())
            .orElseThrow(() -> wrong(path + ".filename", "Must be a file name."));
    String type =
        Optional.ofNullable(URLConnection.guessContentTypeFromName(filename))
            .orElse("application/octet-stream");
    return new Upload(
        index, filename, type, decode(attachment, path + ".content_base64"), seconds(attachment));
  }

  private static @Nullable Double seconds(JsonNode attachment) {
    return Json.field(attachment, "duration_secs").map(JsonNode::asDouble).orElse(null);
  }

  private static byte[] decode(JsonNode attachment, String field) {
    try {
      return Base64.getDecoder().decode(attachment.path("content_base64").asText("-"));
    } catch (IllegalArgumentException e) {
      throw wrong(field, "Must be the file's bytes in Base64.");
    }
  }

  private static Rejection wrong(String field, String message) {
    return new FormErrors().add(field, "BASE_TYPE_BAD_TYPE", message).rejection();
  }
}
