package dev.gatehouse.simulator.state;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages by channel, and the files that they carry. Used under the world's lock. */
public final class MessageStore {
  private static final int FILES = 1_000;

  private final Map<Long, MessageLog> logs = new HashMap<>();
  private final Map<Long, StoredFile> files =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, StoredFile> eldest) {
          return size() > FILES;
        }
      };
  private final int perChannel;

  MessageStore(int perChannel) {
    this.perChannel = perChannel;
  }

  /** One message. */
  public Optional<Message> find(long channelId, long messageId) {
    return log(channelId).find(messageId);
  }

  /** A message of any channel. */
  public Optional<Message> find(long messageId) {
    return logs.values().stream().flatMap(log -> log.find(messageId).stream()).findFirst();
  }

  /** Some of a channel's messages, newest first. */
  public List<Message> page(long channelId, Page page) {
    return log(channelId).page(page);
  }

  /** A channel's pinned messages, newest first. */
  public List<Message> pinned(long channelId) {
    return log(channelId).pinned();
  }

  /** A file by its attachment's id. */
  public Optional<StoredFile> file(long id) {
    return Optional.ofNullable(files.get(id));
  }

  /** Keeps a file; the oldest goes when there are too many. */
  public void put(StoredFile file) {
    files.put(file.attachment().id(), file);
  }

  void put(Message message) {
    log(message.channelId()).put(message);
  }

  boolean remove(Message message) {
    return log(message.channelId()).remove(message.id());
  }

  void removeChannel(long channelId) {
    logs.remove(channelId);
  }

  void clear() {
    logs.clear();
    files.clear();
  }

  private MessageLog log(long channelId) {
    return logs.computeIfAbsent(channelId, id -> new MessageLog(perChannel));
  }
}
