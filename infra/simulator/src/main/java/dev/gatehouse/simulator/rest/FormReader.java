package dev.gatehouse.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.json.Json;
import dev.gatehouse.simulator.messages.MessageForm;
import dev.gatehouse.simulator.messages.Upload;
import dev.gatehouse.simulator.validation.Rejection;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpData;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads JSON and multipart bodies.
 *
 * @see <a href="https://discord.com/developers/docs/reference#uploading-files">Uploading files</a>
 */
final class FormReader {
  private static final Pattern FILE = Pattern.compile("files?\\[?(\\d*)]?");

  private FormReader() {}

  static MessageForm read(Call call) {
    boolean multipart =
        call.request().header("Content-Type").orElse("").startsWith("multipart/form-data");
    return multipart ? readMultipart(call) : MessageForm.of(call.object());
  }

  private static MessageForm readMultipart(Call call) {
    FullHttpRequest request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1,
            HttpMethod.POST,
            call.request().path(),
            Unpooled.wrappedBuffer(call.request().body()));
    request.headers().set(call.request().headers());
    HttpPostMultipartRequestDecoder decoder = null;
    try {
      decoder = new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(false), request);
      return form(decoder.getBodyHttpDatas());
    } catch (HttpPostRequestDecoder.ErrorDataDecoderException e) {
      throw Rejection.of(400, 50035, "Invalid Form Body: the multipart body is malformed");
    } finally {
      if (decoder != null) {
        decoder.destroy();
      }
    }
  }

  private static MessageForm form(List<InterfaceHttpData> parts) {
    ObjectNode json = Json.object();
    List<Upload> uploads = new ArrayList<>();
    try {
      for (InterfaceHttpData part : parts) {
        if (part instanceof HttpData data && part.getName().equals("payload_json")) {
          json.setAll(parse(data.get()));
        } else if (part instanceof FileUpload file) {
          uploads.add(upload(file, uploads.size()));
        } else if (part instanceof Attribute attribute) {
          json.put(attribute.getName(), attribute.getValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new MessageForm(json, uploads);
  }

  private static ObjectNode parse(byte[] bytes) {
    return Json.parse(bytes)
        .filter(JsonNode::isObject)
        .map(ObjectNode.class::cast)
        .orElseThrow(() -> Rejection.of(400, 50109, "The request body contains invalid JSON."));
  }

  private static Upload upload(FileUpload file, int position) throws IOException {
    Matcher name = FILE.matcher(file.getName());
    int index =
        name.matches() && !name.group(1).isEmpty() ? Integer.parseInt(name.group(1)) : position;
    String type = Optional.ofNullable(file.getContentType()).orElse("application/octet-stream");
    return new Upload(index, file.getFilename(), type, file.get(), null);
  }
}
