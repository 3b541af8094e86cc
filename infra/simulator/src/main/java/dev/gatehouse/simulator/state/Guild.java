package dev.gatehouse.simulator.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server: its roles, and its members in the order in which they joined. */
public final class Guild {
  private final long id;
  private final String name;
  private final long ownerId;
  private final Map<Long, Member> members = new LinkedHashMap<>();
  private final Map<Long, Role> roles = new LinkedHashMap<>();

  Guild(long id, String name, long ownerId) {
    this.id = id;
    this.name = name;
    this.ownerId = ownerId;
    put(new Role(id, "@everyone", 0, 0, Permission.OF_EVERYONE, false, false, null));
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

  /** Its roles from everyone's upwards. */
  public List<Role> roles() {
    return roles.values().stream().sorted(Comparator.comparingInt(Role::position)).toList();
  }

  /** One role. */
  public Optional<Role> role(long roleId) {
    return Optional.ofNullable(roles.get(roleId));
  }

  /** The role that a bot brought with it. */
  public Optional<Role> roleOfBot(long botId) {
    return roles.values().stream()
        .filter(role -> role.botId() != null && role.botId() == botId)
        .findFirst();
  }

  /**
   * What a user may do, by roles alone.
   *
   * @see <a
   *     href="https://discord.com/developers/docs/topics/permissions#permission-overwrites">Permission
   *     overwrites</a>
   */
  public long permissions(long userId) {
    return permissions(userId, List.of());
  }

  /**
   * The same in a channel with overwrites: everyone's first, then the roles', then the member's.
   */
  long permissions(long userId, List<Overwrite> overwrites) {
    Member member = members.get(userId);
    if (member == null) {
      return 0;
    }
    long granted = userId == ownerId ? Permission.ALL : bits(id);
    for (long role : member.roles()) {
      granted |= bits(role);
    }
    if (Permission.has(granted, Permission.ADMINISTRATOR)) {
      return Permission.ALL;
    }
    long allow = 0;
    long deny = 0;
    Overwrite own = new Overwrite(userId, true, 0, 0);
    for (Overwrite overwrite : overwrites) {
      if (overwrite.ofMember()) {
        own = overwrite.id() == userId ? overwrite : own;
      } else if (overwrite.id() == id) {
        granted = granted & ~overwrite.deny() | overwrite.allow();
      } else if (member.roles().contains(overwrite.id())) {
        allow |= overwrite.allow();
        deny |= overwrite.deny();
      }
    }
    granted = granted & ~deny | allow;
    granted = granted & ~own.deny() | own.allow();
    return Permission.has(granted, Permission.VIEW_CHANNEL) ? granted : 0;
  }

  private long bits(long roleId) {
    Role role = roles.get(roleId);
    return role == null ? 0 : role.permissions();
  }

  void put(Member member) {
    members.put(member.user().id(), member);
  }

  void put(Role role) {
    roles.put(role.id(), role);
  }
}
