package dev.gatehouse.simulator.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server: its members in the order in which they joined. */
public final class Guild {
  private final long id;
  private final String name;
  private final long ownerId;
  private final Map<Long, Member> members = new LinkedHashMap<>();

  Guild(long id, String name, long ownerId) {
    this.id = id;
    this.name = name;
    this.ownerId = ownerId;
  }

  /** The guild's id, which its everyone role shares. */
  public long id() {
    return id;
  }

  /** The name that people see. */
  public String name() {
    return name;
  }

  /** Who owns it. */
  public long ownerId() {
    return ownerId;
  }

  /** Everybody in it. */
  public List<Member> members() {
    return new ArrayList<>(members.values());
  }

  /** One member. */
  public Optional<Member> member(long userId) {
    return Optional.ofNullable(members.get(userId));
  }

  void add(Member member) {
    members.put(member.user().id(), member);
  }
}
