package org.mastshell;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the program, and what each may know of: {@code docs/architecture.md}. */
class ArchitectureTest {
  private static final String BASE = "org.mastshell";

  /** For each room, the rooms that it may import; {@code shell}, which may import all, aside. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          room("table"),
          room("vocabulary", "table"),
          room("language", "table", "vocabulary"),
          room("store", "table"),
          room("formats", "table", "store"),
          room("sky"),
          room("chart", "sky"),
          room("archive", "table", "vocabulary", "store", "sky"),
          room("download", "table", "archive", "store"),
          room("session", "table", "vocabulary", "language", "archive", "store"),
          room("output", "table", "formats", "chart"),
          room("samp", "archive", "store"),
          room("handover", "table", "vocabulary", "archive"),
          room(
              "command",
              "table",
              "vocabulary",
              "language",
              "store",
              "formats",
              "archive",
              "download",
              "session",
              "output",
              "handover",
              "samp",
              "sky",
              "chart"),
          room("terminal", "table", "vocabulary", "language", "session", "output", "command"),
          room("demo", "table", "vocabulary"));

  // The rooms in which nothing is written yet.
  private static final Set<String> EMPTY = Set.of();

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  @Test
  void everyClassIsInARoom() {
    Set<String> rooms = new LinkedHashSet<>(MAY_IMPORT.keySet());
    rooms.add("shell");
    rooms.removeAll(EMPTY);

    Set<String> found = MAIN.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            rooms.stream().map(name -> BASE + "." + name).toList());
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomKnowsOnlyTheRoomsItsArrowsLeadTo(String room) {
    String[] allowed =
        Stream.concat(Stream.of(room), MAY_IMPORT.get(room).stream())
            .map(name -> BASE + "." + name + "..")
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(BASE + "." + room + "..")
        .should()
        .dependOnClassesThat(resideInAPackage(BASE + "..").and(not(resideInAnyPackage(allowed))))
        .allowEmptyShould(EMPTY.contains(room))
        .check(MAIN);
  }

  @Test
  void roomsDoNotGoInCircles() {
    slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "org.jline.., terminal",
    "okhttp3.., archive",
    "okio.., archive",
    "com.github.javakeyring.., archive",
    "com.sun.jna.., download",
    "uk.ac.starlink.., formats",
    // The embedded archive makes FITS files, and downloads judge those that came.
    "nom.tam.fits.., demo download",
    "org.springframework.., shell",
    // Pictures; what draws text in the terminal does without.
    "java.awt.., chart demo",
    "javax.imageio.., chart demo",
    "java.sql.., store",
    "org.sqlite.., store"
  })
  void aLibraryHasItsRooms(String library, String rooms) {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            Arrays.stream(rooms.split(" "))
                .map(room -> BASE + "." + room + "..")
                .toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(MAIN);
  }

  @Test
  void onlyTheShellEndsTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".shell..")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(MAIN);
  }

  @Test
  void nobodyUsesTheStandardStreamsBehindTheConsolesBack() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .check(MAIN);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(BASE + ".shell.Main")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.FileDescriptor")
        .check(MAIN);
  }

  @Test
  void stackTracesArePrintedOnlyWhereErrorsAreReported() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(BASE + ".shell.ErrorReporter")
        .should()
        .callMethodWhere(
            describe(
                "prints a stack trace",
                call -> call.getTarget().getName().equals("printStackTrace")))
        .check(MAIN);
  }

  @Test
  void namesSayWhatAClassIs() {
    classes()
        .should()
        .haveNameNotMatching(".*(Util|Utils|Utility|Utilities|Manager|Helper|Impl)")
        .check(MAIN);
  }

  @Test
  void theProgramDoesNotNeedWhatItsTestsNeed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.junit..",
            "org.assertj..",
            "net.jqwik..",
            "com.tngtech..",
            "org.awaitility..",
            "mockwebserver3..",
            "com.pty4j..")
        .check(MAIN);
  }

  private static Stream<String> rooms() {
    return MAY_IMPORT.keySet().stream().sorted();
  }

  private static Map.Entry<String, Set<String>> room(String name, String... mayImport) {
    return Map.entry(name, Set.copyOf(Arrays.asList(mayImport)));
  }
}
