package dev.gatehouse.llm.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the passages that best match some words, by BM25 (<a
 * href="https://doi.org/10.1561/1500000019">Robertson and Zaragoza</a>).
 */
public final class PassageIndex {
  private static final double K1 = 1.2;
  private static final double B = 0.75;

  private record Posting(int passage, int count) {}

  private final List<Passage> passages;
  private final int[] lengths;
  private final double meanLength;
  private final Map<String, List<Posting>> postings = new HashMap<>();

  /** An index over the passages; their headings and paths count as words of theirs. */
  public PassageIndex(List<Passage> passages) {
    this.passages = List.copyOf(passages);
    this.lengths = new int[passages.size()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = index(i, words(this.passages.get(i)));
    }
    this.meanLength = Math.max(1, Arrays.stream(lengths).average().orElse(1));
  }

  /** From how many documents they come. */
  public int documents() {
    return (int) passages.stream().map(Passage::source).distinct().count();
  }

  /** The best matches, best first. */
  public List<Hit> search(String query, int limit) {
    Set<String> terms = new TreeSet<>(Terms.of(query));
    double wanted = terms.stream().mapToDouble(this::rarity).sum();
    Map<Integer, double[]> scores = new HashMap<>();
    for (String term : terms) {
      score(term, scores);
    }
    List<Hit> hits = new ArrayList<>();
    scores.forEach((i, s) -> hits.add(new Hit(passages.get(i), s[0], s[1] / wanted)));
    hits.sort(Comparator.comparingDouble(Hit::score).reversed());
    return List.copyOf(hits.subList(0, Math.min(limit, hits.size())));
  }

  private void score(String term, Map<Integer, double[]> scores) {
    double rarity = rarity(term);
    for (Posting posting : postings.getOrDefault(term, List.of())) {
      double norm = K1 * (1 - B + B * lengths[posting.passage()] / meanLength);
      double[] score = scores.computeIfAbsent(posting.passage(), i -> new double[2]);
      score[0] += rarity * posting.count() * (K1 + 1) / (posting.count() + norm);
      score[1] += rarity;
    }
  }

  private double rarity(String term) {
    int in = postings.getOrDefault(term, List.of()).size();
    return Math.log(1 + (passages.size() - in + 0.5) / (in + 0.5));
  }

  private int index(int passage, List<String> words) {
    Map<String, Integer> counts = new HashMap<>();
    words.forEach(word -> counts.merge(word, 1, Integer::sum));
    counts.forEach((term, count) ->
        postings.computeIfAbsent(term, t -> new ArrayList<>()).add(new Posting(passage, count)));
    return words.size();
  }

  /** A word of a heading says more about a passage than one in its midst. */
  private static List<String> words(Passage passage) {
    String title = passage.source() + " " + passage.heading() + " ";
    return Terms.of(title + title + passage.text());
  }
}
