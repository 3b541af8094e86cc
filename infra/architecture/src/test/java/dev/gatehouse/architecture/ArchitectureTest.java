package dev.gatehouse.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that keep the house in order. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES = MainClasses.ALL;

  private static final DescribedPredicate<JavaClass> DOES_IO =
      describe("do input or output", ArchitectureTest::doesIo);

  private static final DescribedPredicate<JavaClass> SDK =
      describe(
          "are of an SDK",
          type ->
              type.getPackageName().startsWith("software.amazon.awssdk")
                  || type.getPackageName().startsWith("dev.gatehouse.cloud.sdk"));

  /** What measures other programs, and what waits in tests, has the system's own time only. */
  private static final DescribedPredicate<JavaClass> MEASURES =
      Modules.in("bench").or(Modules.in("testkit"));

  static Set<String> modules() {
    return new TreeSet<>(Modules.MAY_USE.keySet());
  }

  @Test
  void everyModuleIsExamined() {
    Set<String> seen =
        CLASSES.stream().flatMap(c -> Modules.of(c).stream()).collect(Collectors.toSet());

    assertThat(new TreeSet<>(seen)).isEqualTo(modules());
  }

  @Test
  void everyPackageOfTheBuildIsExamined() throws IOException {
    Set<String> examined =
        CLASSES.stream()
            .filter(type -> Modules.of(type).isPresent())
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());

    Set<String> missing = new TreeSet<>(Sources.packages(Path.of("../../pom.xml")));
    assertThat(missing.contains("dev.gatehouse.contracts"))
        .as("the sources were not found")
        .isTrue();
    missing.removeAll(examined);
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void modulesDependDownwardsOnly(String module) {
    noClasses()
        .that(Modules.in(module))
        .should()
        .dependOnClassesThat(Modules.forbiddenTo(module))
        .check(CLASSES);
  }

  @Test
  void aForbiddenImportWouldBeFound() {
    ArchRule broken =
        noClasses().that(Modules.in("codec")).should().dependOnClassesThat(Modules.in("contracts"));

    assertThatThrownBy(() -> broken.check(CLASSES)).isInstanceOf(AssertionError.class);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("dev.gatehouse.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.gatehouse.contracts..",
        "dev.gatehouse.codec..",
        "dev.gatehouse.chat..",
        "dev.gatehouse.bridge.session.."
      })
  void theCoreDoesNoInputOrOutput(String core) {
    noClasses().that().resideInAPackage(core).should().dependOnClassesThat(DOES_IO).check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"interactions", "conversation", "llm"})
  void inAFunctionOnlyAdaptersAndWiringKnowAnSdk(String function) {
    noClasses()
        .that(Modules.in(function))
        .and()
        .resideOutsideOfPackages("..adapter..", "..wiring..")
        .and()
        .haveSimpleNameNotEndingWith("Handler")
        .should()
        .dependOnClassesThat(SDK)
        .check(CLASSES);
  }

  @Test
  void theEnvironmentAndTheSystemClockEnterAtTheEdgeOnly() {
    noClasses()
        .that(DescribedPredicate.not(MEASURES))
        .and()
        .haveSimpleNameNotEndingWith("Main")
        .and()
        .haveSimpleNameNotEndingWith("Handler")
        .should()
        .callMethodWhere(describe("read the environment", ArchitectureTest::readsTheEnvironment))
        .orShould()
        .callMethodWhere(describe("take the system's clock", ArchitectureTest::takesTheSystemClock))
        .orShould()
        .callMethodWhere(describe("read the system's timer", ArchitectureTest::readsTheTimer))
        .check(CLASSES);
  }

  @Test
  void everyPackageSaysWhatItIsAndRefusesNull() {
    classes()
        .that()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith("org.jspecify.annotations.NullMarked")
        .check(CLASSES);
    Set<String> described =
        CLASSES.stream()
            .filter(c -> c.getSimpleName().equals("package-info"))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());
    Set<String> silent =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> !described.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(silent).isEmpty();
  }

  private static boolean doesIo(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith("java.net.http")
        || name.startsWith("java.nio.file")
        || name.startsWith("java.nio.channels")
        || name.startsWith("software.amazon")
        || type.getName().startsWith("java.io.File")
        || type.getName().matches("java\\.net\\..*(Socket|Connection|URL)")
        || type.getName().matches("java\\.io\\.(RandomAccess|Console).*");
  }

  private static boolean readsTheEnvironment(JavaAccess<?> access) {
    return access.getTargetOwner().isEquivalentTo(System.class)
        && access.getTarget().getName().equals("getenv");
  }

  private static boolean readsTheTimer(JavaAccess<?> access) {
    String name = access.getTarget().getName();
    return access.getTargetOwner().isEquivalentTo(System.class)
        && (name.equals("nanoTime") || name.equals("currentTimeMillis"));
  }

  private static boolean takesTheSystemClock(JavaAccess<?> access) {
    boolean clock =
        access.getTargetOwner().isEquivalentTo(Clock.class)
            || access.getTargetOwner().isEquivalentTo(InstantSource.class);
    return clock && access.getTarget().getName().startsWith("system");
  }
}
