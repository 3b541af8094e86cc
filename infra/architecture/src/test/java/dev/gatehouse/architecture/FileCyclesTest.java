package dev.gatehouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * No two files need each other, not even by way of others: whoever reads one can read on in one
 * direction. A class that lies inside another belongs to that one's file.
 */
final class FileCyclesTest {
  @Test
  void noFilesFormACycle() {
    assertThat(cycles(files(MainClasses.ALL))).isEmpty();
  }

  @Test
  void aCycleWouldBeFound() {
    Map<String, Set<String>> files =
        Map.of(
            "A", Set.of("B"), "B", Set.of("C"), "C", Set.of("B"), "D", Set.of("A"), "E", Set.of());

    assertThat(cycles(files)).containsExactly(new TreeSet<>(Set.of("B", "C")));
  }

  /** Each file by the name of its outermost class, with the files that it names. */
  private static Map<String, Set<String>> files(JavaClasses classes) {
    Map<String, Set<String>> files = new TreeMap<>();
    for (JavaClass type : classes) {
      String from = MainClasses.outermost(type).getName();
      Set<String> used = files.computeIfAbsent(from, _ -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(target -> target.getPackageName().startsWith("dev.gatehouse"))
          .map(target -> MainClasses.outermost(target).getName())
          .filter(target -> !target.equals(from))
          .forEach(used::add);
    }
    return files;
  }

  /** The strongly connected components of more than one file, by Tarjan's algorithm. */
  private static List<SortedSet<String>> cycles(Map<String, Set<String>> files) {
    Search search = new Search(files);
    new TreeSet<>(files.keySet()).forEach(search::visit);
    return search.cycles;
  }

  private static final class Search {
    private final Map<String, Set<String>> files;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<SortedSet<String>> cycles = new ArrayList<>();

    Search(Map<String, Set<String>> files) {
      this.files = files;
    }

    void visit(String file) {
      if (index.containsKey(file)) {
        return;
      }
      index.put(file, index.size());
      lowest.put(file, index.get(file));
      open.push(file);
      for (String used : files.getOrDefault(file, Set.of())) {
        if (!index.containsKey(used)) {
          visit(used);
          lowest.merge(file, lowest.get(used), Math::min);
        } else if (open.contains(used)) {
          lowest.merge(file, index.get(used), Math::min);
        }
      }
      if (lowest.get(file).equals(index.get(file))) {
        close(file);
      }
    }

    private void close(String file) {
      SortedSet<String> component = new TreeSet<>();
      while (component.isEmpty() || !component.contains(file)) {
        component.add(open.pop());
      }
      if (component.size() > 1) {
        cycles.add(component);
      }
    }
  }
}
