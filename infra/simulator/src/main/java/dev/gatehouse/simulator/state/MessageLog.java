package dev.gatehouse.simulator.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One channel's messages by id; the oldest go when there are too many. */
final class MessageLog {
  private final TreeMap<Long, Message> messages = new TreeMap<>();
  private final int limit;

  MessageLog(int limit) {
    this.limit = limit;
  }

  void put(Message message) {
    messages.put(message.id(), message);
    if (messages.size() > limit) {
      messages.pollFirstEntry();
    }
  }

  Optional<Message> find(long id) {
    return Optional.ofNullable(messages.get(id));
  }

  boolean remove(long id) {
    return messages.remove(id) != null;
  }

  /** The page's messages, newest first. */
  List<Message> page(Page page) {
    Stream<Message> chosen =
        switch (page) {
          case Page.Latest latest -> messages.descendingMap().values().stream();
          case Page.Before before ->
              messages.headMap(before.id(), false).descendingMap().values().stream();
          case Page.After after -> messages.tailMap(after.id(), false).values().stream();
          case Page.Around around -> around(around);
        };
    List<Message> found =
        new ArrayList<>(
            chosen.filter(m -> m.isVisibleTo(page.viewer())).limit(page.limit()).toList());
    found.sort(Comparator.comparingLong(Message::id).reversed());
    return found;
  }

  List<Message> pinned() {
    return messages.descendingMap().values().stream().filter(Message::pinned).toList();
  }

  private Stream<Message> around(Page.Around around) {
    int half = around.limit() / 2;
    return Stream.concat(
        messages.headMap(around.id(), false).descendingMap().values().stream().limit(half),
        messages.tailMap(around.id(), true).values().stream().limit(around.limit() - half));
  }
}
