package dev.gatehouse.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class GroupedBatchTest {
  private final Queue<String> handled = new ConcurrentLinkedQueue<>();

  @Test
  void aFailureLeavesTheRestOfItsOwnGroup() {
    List<SqsRecord> failed =
        batchFailingOn("a2").handle(records("a1", "b1", "a2", "b2", "a3", "c1"));

    assertThat(failed).extracting(SqsRecord::messageId).containsExactly("a2", "a3");
    assertThat(handled).containsExactlyInAnyOrder("a1", "a2", "b1", "b2", "c1");
  }

  @Test
  void aGroupThatIsAloneFailsInTheSameWay() {
    List<SqsRecord> failed = batchFailingOn("a2").handle(records("a1", "a2", "a3"));

    assertThat(failed).extracting(SqsRecord::messageId).containsExactly("a2", "a3");
    assertThat(handled).containsExactly("a1", "a2");
  }

  @Test
  void aGroupIsHandledInOrder() {
    batchFailingOn().handle(records("a1", "a2", "b1", "a3", "b2"));

    assertThat(handled).filteredOn(id -> id.startsWith("a")).containsExactly("a1", "a2", "a3");
    assertThat(handled).filteredOn(id -> id.startsWith("b")).containsExactly("b1", "b2");
  }

  @Test
  void groupsDoNotWaitForEachOther() {
    CountDownLatch otherGroupCame = new CountDownLatch(1);
    GroupedBatch batch =
        new GroupedBatch(record -> {
          if (record.messageId().equals("a1")) {
            await(otherGroupCame);
          } else {
            otherGroupCame.countDown();
          }
          return true;
        });

    assertThat(batch.handle(records("a1", "b1"))).isEmpty();
  }

  @Test
  void anEmptyBatchIsDone() {
    assertThat(batchFailingOn().handle(List.of())).isEmpty();
  }

  @Test
  void whatTheWorkThrowsIsNotTakenForDone() {
    GroupedBatch batch =
        new GroupedBatch(record -> {
          throw new IllegalStateException("a defect");
        });

    assertThatThrownBy(() -> batch.handle(records("a1"))).hasMessage("a defect");
    assertThatThrownBy(() -> batch.handle(records("a1", "b1"))).hasRootCauseMessage("a defect");
  }

  private GroupedBatch batchFailingOn(String... poisonous) {
    return new GroupedBatch(record -> {
      handled.add(record.messageId());
      return !Set.of(poisonous).contains(record.messageId());
    });
  }

  private static List<SqsRecord> records(String... ids) {
    return List.of(ids).stream()
        .map(id -> new SqsRecord(id, id.substring(0, 1), 1, "body"))
        .toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
