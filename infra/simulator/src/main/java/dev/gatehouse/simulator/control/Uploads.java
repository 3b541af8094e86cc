package dev.gatehouse.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.messages.Upload;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files in a call's JSON: {@code [{"filename": …, "content_base64": …}]}. */
final class Uploads {
  private Uploads() {}

  static List<Upload> of(JsonNode attachments) {
    if (!attachments.isMissingNode() && !attachments.isNull() && !attachments.isArray()) {
      throw ControlError.invalid("attachments", "Must be a list of files.");
    }
    List<Upload> uploads = new ArrayList<>();
    for (JsonNode attachment : attachments) {
      uploads.add(one(attachment, uploads.size()));
    }
    return uploads;
  }

  static Upload one(JsonNode attachment, int index) {
    String path = "attachments." + index;
    String filename =
        Json.text(attachment, "filename")
            .filter(name -> !name.isBlank())
            .orElseThrow(() -> ControlError.invalid(path + ".filename", "Must be a file name."));
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
      throw ControlError.invalid(field, "Must be the file's bytes in Base64.");
    }
  }
}
