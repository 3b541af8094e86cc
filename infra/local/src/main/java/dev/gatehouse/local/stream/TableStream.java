package dev.gatehouse.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.local.emulator.AwsJson;
import java.io.IOException;
import java.util.List;

/** The calls on a table's stream. */
final class TableStream {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AwsJson streams;
  private final String arn;

  private TableStream(AwsJson streams, String arn) {
    this.streams = streams;
    this.arn = arn;
  }

  /**
   * The newest stream of a table.
   *
   * @throws IOException when the table has none
   */
  static TableStream of(AwsJson streams, String table) throws IOException, InterruptedException {
    JsonNode found =
        streams
            .call("ListStreams", JSON.createObjectNode().put("TableName", table))
            .path("Streams");
    String arn = found.path(found.size() - 1).path("StreamArn").asText();
    if (arn.isEmpty()) {
      throw new IOException("table " + table + " has no stream");
    }
    return new TableStream(streams, arn);
  }

  String arn() {
    return arn;
  }

  List<String> shards() throws IOException, InterruptedException {
    return streams
        .call("DescribeStream", JSON.createObjectNode().put("StreamArn", arn))
        .path("StreamDescription")
        .path("Shards")
        .valueStream()
        .map(shard -> shard.path("ShardId").asText())
        .toList();
  }

  /** An iterator at the shard's oldest record, or behind its newest. */
  String iterator(String shard, boolean fromStart) throws IOException, InterruptedException {
    ObjectNode input = JSON.createObjectNode().put("StreamArn", arn).put("ShardId", shard);
    input.put("ShardIteratorType", fromStart ? "TRIM_HORIZON" : "LATEST");
    return streams.call("GetShardIterator", input).path("ShardIterator").asText();
  }

  /** {@code Records} and {@code NextShardIterator}, which is absent at the end of the shard. */
  JsonNode records(String iterator, int limit) throws IOException, InterruptedException {
    return streams.call(
        "GetRecords", JSON.createObjectNode().put("ShardIterator", iterator).put("Limit", limit));
  }
}
