package org.mastshell.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;
import org.mastshell.vocabulary.SetKind;

class SessionTest {
  private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");

  private final Session session = newSession();

  @Test
  void aNewSessionHasNoSets() {
    assertThat(session.sets()).isEmpty();
    assertThat(session.current()).isEmpty();
    assertThat(session.undo()).isEmpty();
    assertThat(session.redo()).isEmpty();
    assertThatThrownBy(session::requireCurrent)
        .isInstanceOfSatisfying(
            NoSuchSetException.class,
            none -> {
              assertThat(none).hasMessageContaining("no set yet");
              assertThat(none.advice()).contains("search");
            });
    assertThatThrownBy(session::requireOwners).isInstanceOf(NoSuchSetException.class);
    assertThatThrownBy(session::climbToOwners).isInstanceOf(NoSuchSetException.class);
    assertThatThrownBy(() -> session.use("_")).isInstanceOf(NoSuchSetException.class);
  }

  @Test
  void setsRememberHowTheyCameAbout() {
    WorkingSet observations = session.addFetched(rows(12), "search program=1073");
    WorkingSet picked = session.addDerived(rows(3), "pick 1-3", observations);
    WorkingSet products = session.addProducts(rows(900), "products", picked);
    WorkingSet unique = session.addDerived(rows(400), "unique", products);
    assertThat(session.sets()).containsExactly(observations, picked, products, unique);
    assertThat(session.sets()).extracting(WorkingSet::number).containsExactly(1, 2, 3, 4);
    assertThat(session.sets()).extracting(WorkingSet::size).containsExactly(12, 3, 900, 400);
    assertThat(session.sets()).extracting(WorkingSet::made).containsOnly(NOW);
    assertThat(observations.parents()).isEmpty();
    assertThat(observations.observations()).isEmpty();
    assertThat(observations.command()).isEqualTo("search program=1073");
    assertThat(picked.kind()).isEqualTo(SetKind.OBSERVATIONS);
    assertThat(picked.parents()).containsExactly(1);
    assertThat(products.kind()).isEqualTo(SetKind.PRODUCTS);
    assertThat(products.parents()).containsExactly(2);
    assertThat(products.observations()).contains(2);
    assertThat(unique.kind()).isEqualTo(SetKind.PRODUCTS);
    assertThat(unique.parents()).containsExactly(3);
    assertThat(unique.observations()).contains(2);
    assertThat(session.current()).contains(unique);
    assertThat(session.requireOwners()).isEqualTo(picked);
  }

  @Test
  void climbsToTheObservationsOfAnyProducts() {
    WorkingSet observations = session.addFetched(rows(2), "search");
    assertThat(session.climbToOwners()).isEqualTo(observations);
    WorkingSet products = session.addProducts(rows(5), "products", observations);
    session.addFetched(rows(7), "search again");
    WorkingSet fewer = session.addDerived(rows(4), "filter", products);
    assertThat(session.climbToOwners()).isEqualTo(observations);
    assertThat(session.requireCurrent()).isEqualTo(observations);
    assertThat(session.undo()).contains(fewer);
    assertThat(session.sets()).hasSize(4);
  }

  @Test
  void undoAndRedoMoveAlongTheWay() {
    WorkingSet first = session.addFetched(rows(1), "one");
    WorkingSet second = session.addDerived(rows(1), "two", first);
    WorkingSet third = session.addDerived(rows(1), "three", second);
    assertThat(session.redo()).isEmpty();
    assertThat(session.undo()).contains(second);
    assertThat(session.undo()).contains(first);
    assertThat(session.undo()).isEmpty();
    assertThat(session.current()).contains(first);
    assertThat(session.redo()).contains(second);
    assertThat(session.redo()).contains(third);
    assertThat(session.redo()).isEmpty();
    assertThat(session.current()).contains(third);
  }

  @Test
  void aNewSetEndsWhatCouldBeRedoneAndLosesNothing() {
    WorkingSet first = session.addFetched(rows(1), "one");
    WorkingSet second = session.addDerived(rows(1), "two", first);
    session.undo();
    WorkingSet third = session.addDerived(rows(1), "three", first);
    assertThat(session.redo()).isEmpty();
    assertThat(session.undo()).contains(first);
    assertThat(third.number()).isEqualTo(3);
    assertThat(session.use("2")).isEqualTo(second);
    assertThat(session.sets()).containsExactly(first, second, third);
  }

  @Test
  void usingASetIsAStepThatCanBeUndone() {
    WorkingSet first = session.addFetched(rows(1), "one");
    WorkingSet second = session.addFetched(rows(1), "two");
    assertThat(session.use("1")).isEqualTo(first);
    assertThat(session.current()).contains(first);
    assertThat(session.undo()).contains(second);
    assertThat(session.redo()).contains(first);
    assertThat(session.use("#2")).isEqualTo(second);
  }

  @Test
  void usingTheCurrentSetIsNoStep() {
    WorkingSet first = session.addFetched(rows(1), "one");
    WorkingSet second = session.addFetched(rows(1), "two");
    WorkingSet third = session.addFetched(rows(1), "three");
    session.undo();
    assertThat(session.use("_")).isEqualTo(second);
    assertThat(session.use("2")).isEqualTo(second);
    assertThat(session.climbToOwners()).isEqualTo(second);
    assertThat(session.redo()).contains(third);
    session.undo();
    assertThat(session.undo()).contains(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "3", "-1", "two", "", "#", "1.0", "99999999999", "__"})
  void anUnknownSetIsAnErrorAndChangesNothing(String name) {
    session.addFetched(rows(1), "one");
    WorkingSet second = session.addFetched(rows(1), "two");
    assertThatThrownBy(() -> session.use(name))
        .isInstanceOfSatisfying(
            NoSuchSetException.class,
            none -> {
              assertThat(none).hasMessageContaining(name);
              assertThat(none.advice()).contains("1 to 2");
            });
    assertThat(session.current()).contains(second);
    assertThat(session.sets()).hasSize(2);
    assertThat(session.undo()).isPresent();
  }

  @Test
  void findingDoesNotMove() {
    WorkingSet first = session.addFetched(rows(1), "one");
    WorkingSet second = session.addFetched(rows(1), "two");
    assertThat(session.find("1")).isEqualTo(first);
    assertThat(session.find("_")).isEqualTo(second);
    assertThat(session.current()).contains(second);
  }

  @Test
  void aFailedStepLeavesTheSessionAsItWas() {
    WorkingSet first = session.addFetched(rows(1), "one");
    List<WorkingSet> before = session.sets();
    assertThatThrownBy(() -> session.addFetched(null, "broken"))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> session.addDerived(rows(1), null, first))
        .isInstanceOf(NullPointerException.class);
    assertThat(session.sets()).isEqualTo(before);
    assertThat(session.current()).contains(first);
    assertThatThrownBy(() -> session.settings().with("limit", "many"))
        .isInstanceOf(SettingException.class);
    assertThat(session.settings().whole(Setting.LIMIT)).isEqualTo(40);
  }

  @Test
  void setsOfAnotherSessionAreTakenOverInOneStep() {
    WorkingSet old = session.addFetched(rows(1), "old");
    Session other = session.blank();
    WorkingSet found = other.addFetched(rows(5), "search a");
    other.name(found, new SetName("mine"));
    WorkingSet products = other.addProducts(rows(9), "products", found);
    WorkingSet fewer = other.addDerived(rows(3), "filter", products);
    other.addCombined(rows(2), "minus mine 3 --by obs_id", List.of(products, fewer));

    WorkingSet current = session.adopt(other);

    assertThat(session.current()).contains(current);
    assertThat(session.sets()).extracting(WorkingSet::number).containsExactly(1, 2, 3, 4, 5);
    assertThat(session.sets()).extracting(WorkingSet::name).containsOnly(Optional.empty());
    assertThat(current.parents()).containsExactly(3, 4);
    assertThat(current.command()).isEqualTo("minus 3 4 --by obs_id");
    assertThat(session.requireOwners().command()).isEqualTo("search a");
    assertThat(session.undo()).contains(old);
    assertThat(session.undo()).isEmpty();
    assertThatThrownBy(() -> session.adopt(session.blank())).isInstanceOf(NoSuchSetException.class);
    assertThat(session.sets()).hasSize(5);
  }

  @Test
  void aSetAsideIsKeptButNotGoneTo() {
    WorkingSet first = session.addFetched(rows(1), "one");
    WorkingSet second = session.addFetched(rows(2), "two");
    WorkingSet aside = session.addAside(rows(1), "minus 2 1", List.of(second, first));
    assertThat(session.current()).contains(second);
    assertThat(session.find("3")).isEqualTo(aside);
    assertThat(session.undo()).contains(first);
  }

  @Test
  void goingBackForgetsSetsAndNamesButGivesNoNumberTwice() {
    WorkingSet first = session.addFetched(rows(1), "one");
    Session.Checkpoint before = session.checkpoint();
    session.addFetched(rows(2), "two");
    session.name(first, new SetName("mine"));
    session.set(Setting.LIMIT, "7");
    session.backTo(before);
    assertThat(session.sets()).containsExactly(first);
    assertThat(session.current()).contains(first);
    assertThat(session.settings().whole(Setting.LIMIT)).isEqualTo(7);
    assertThat(session.addFetched(rows(1), "three").number()).isEqualTo(3);
  }

  @Test
  void theListOfSetsCannotBeChangedFromOutside() {
    WorkingSet first = session.addFetched(rows(1), "one");
    assertThatThrownBy(() -> session.sets().add(first))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aChangedSettingIsInForce() {
    session.set(Setting.LIMIT, "7");
    assertThat(session.settings().whole(Setting.LIMIT)).isEqualTo(7);
  }

  @Test
  void aKeptSettingThatIsNotTakenAnyMoreIsNoReasonToLoseASession() {
    SessionSettings opened =
        SessionSettings.of(Settings.standard())
            .opening(Map.of("download_dir", "", "limit", "7", "layout", " ", "unheard-of", "1"));
    assertThat(opened.inForce().get(Setting.DOWNLOAD_DIR)).isEqualTo(".");
    assertThat(opened.inForce().whole(Setting.LIMIT)).isEqualTo(7);
    assertThat(opened.stored()).containsOnlyKeys("limit");
  }

  /** Steps: 0 undo, 1 redo, 2 a new set, from 3 on use of that set where there is one. */
  @Property
  void undoTakesEveryStepBack(@ForAll List<@IntRange(max = 6) Integer> steps) {
    Session walked = newSession();
    List<Integer> way = new ArrayList<>();
    int place = -1;
    for (int step : steps) {
      if (step == 0) {
        boolean moves = place > 0;
        assertThat(walked.undo().isPresent()).isEqualTo(moves);
        place -= moves ? 1 : 0;
      } else if (step == 1) {
        boolean moves = place + 1 < way.size();
        assertThat(walked.redo().isPresent()).isEqualTo(moves);
        place += moves ? 1 : 0;
      } else {
        int target = step == 2 ? walked.sets().size() + 1 : step - 2;
        if (step == 2) {
          walked.addFetched(rows(1), "step");
        } else if (target > walked.sets().size()) {
          continue;
        } else {
          walked.use(Integer.toString(target));
        }
        if (place < 0 || way.get(place) != target) {
          way = new ArrayList<>(way.subList(0, place + 1));
          way.add(target);
          place++;
        }
      }
      assertThat(walked.current().map(WorkingSet::number))
          .isEqualTo(place < 0 ? Optional.empty() : Optional.of(way.get(place)));
    }
  }

  private static Session newSession() {
    return new Session(Clock.fixed(NOW, ZoneOffset.UTC), Settings.standard());
  }

  private static Table rows(int count) {
    TableBuilder builder = new TableBuilder();
    for (int row = 0; row < count; row++) {
      builder.endRow();
    }
    return builder.build();
  }
}
