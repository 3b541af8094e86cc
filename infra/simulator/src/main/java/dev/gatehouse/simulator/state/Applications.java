package dev.gatehouse.simulator.state;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applications by id and by bot token. Used under the world's lock. */
public final class Applications {
  private final Map<Long, Application> byId = new LinkedHashMap<>();
  private final Map<String, Application> byToken = new LinkedHashMap<>();

  Applications() {}

  /** One application. */
  public Optional<Application> find(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The application whose bot has the token. */
  public Optional<Application> byToken(String token) {
    return Optional.ofNullable(byToken.get(token));
  }

  /** Every application. */
  public List<Application> all() {
    return new ArrayList<>(byId.values());
  }

  void put(Application application, String token) {
    byId.put(application.id(), application);
    byToken.put(token, application);
  }

  /** Drops the applications that nobody registered at the start, and answers them. */
  List<Application> dropUnregistered() {
    List<Application> dropped = new ArrayList<>();
    for (Iterator<Application> each = byId.values().iterator(); each.hasNext(); ) {
      Application application = each.next();
      if (!application.isRegistered()) {
        each.remove();
        dropped.add(application);
      }
    }
    byToken.values().removeAll(dropped);
    return dropped;
  }
}
