package dev.gatehouse.local.stream;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.Stream;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The calls on a table's stream. */
final class TableStream {
  private final DynamoDbStreamsClient streams;
  private final String arn;

  private TableStream(DynamoDbStreamsClient streams, String arn) {
    this.streams = streams;
    this.arn = arn;
  }

  /**
   * The newest stream of a table.
   *
   * @throws IllegalStateException when the table has none
   */
  static TableStream of(DynamoDbStreamsClient streams, String table) {
    List<Stream> found = streams.listStreams(list -> list.tableName(table)).streams();
    if (found.isEmpty()) {
      throw new IllegalStateException("table " + table + " has no stream");
    }
    return new TableStream(streams, found.getLast().streamArn());
  }

  String arn() {
    return arn;
  }

  List<String> shards() {
    return streams
        .describeStream(describe -> describe.streamArn(arn))
        .streamDescription()
        .shards()
        .stream()
        .map(Shard::shardId)
        .toList();
  }

  /** An iterator at the shard's oldest record, or behind its newest. */
  String iterator(String shard, boolean fromStart) {
    ShardIteratorType type = fromStart ? ShardIteratorType.TRIM_HORIZON : ShardIteratorType.LATEST;
    return streams
        .getShardIterator(get -> get.streamArn(arn).shardId(shard).shardIteratorType(type))
        .shardIterator();
  }

  /** Records and the next iterator, which is null at the end of the shard. */
  GetRecordsResponse records(String iterator, int limit) {
    return streams.getRecords(get -> get.shardIterator(iterator).limit(limit));
  }
}
