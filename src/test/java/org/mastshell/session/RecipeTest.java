package org.mastshell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.table.Table;

class RecipeTest {
  private final Session session =
      new Session(
          Clock.fixed(Instant.parse("2026-10-01T12:00:00Z"), ZoneOffset.UTC), Settings.standard());

  @Test
  void aSearchIsItsOwnRecipe() {
    WorkingSet set = search("search program=1073");
    assertThat(lines(set)).containsExactly("search program=1073");
    assertThat(Recipe.of(set, session).steps()).extracting(Recipe.Step::set).containsExactly(set);
  }

  @Test
  void theWayToASetLeavesOutWhatLedElsewhere() {
    WorkingSet found = search("search program=1073");
    derive("pick 9", found);
    search("search program=2736");
    session.use("1");
    WorkingSet products = session.addProducts(Table.empty(), "products", found);
    WorkingSet unique = derive("unique", products);
    derive("filter suffix=rate", unique);
    session.undo();
    WorkingSet kept = derive("filter suffix=uncal", unique);
    assertThat(lines(kept))
        .containsExactly("search program=1073", "products", "unique", "filter suffix=uncal");
  }

  @Test
  void setsThatAreNeededAgainGetNames() {
    WorkingSet first = search("search filters=F277W");
    WorkingSet second = search("search filters=F070W");
    WorkingSet both = combine("union 1 2 --by obs_id", first, second);
    assertThat(lines(both))
        .containsExactly(
            "search filters=F277W",
            "name set1",
            "search filters=F070W",
            "union set1 _ --by obs_id");
  }

  @Test
  void aSharedAncestorIsMadeOnce() {
    WorkingSet found = search("search program=1073");
    WorkingSet one = derive("filter filters=F277W", found);
    WorkingSet other = derive("filter filters=F070W", found);
    WorkingSet both = combine("union --by=obs_id 2 3", one, other);
    WorkingSet rest = combine("minus 1 4", found, both);
    assertThat(lines(rest))
        .containsExactly(
            "search program=1073",
            "name set1",
            "filter filters=F277W",
            "name set2",
            "use set1",
            "filter filters=F070W",
            "union set2 _ --by=obs_id",
            "minus set1 _");
  }

  @Test
  void namesThatAPersonGaveAreKept() {
    WorkingSet first = search("search filters=F277W");
    session.name(first, new SetName("lmc"));
    WorkingSet second = search("search filters=F070W");
    WorkingSet third = search("search filters=F150W");
    session.name(third, new SetName("Set2"));
    WorkingSet all = combine("union 1 2 3", first, second, session.find("3"));
    assertThat(lines(all))
        .containsExactly(
            "search filters=F277W",
            "name lmc",
            "search filters=F070W",
            "name set2-made",
            "search filters=F150W",
            "union lmc set2-made _");
  }

  @Test
  void theFirstSetOfACommandWithOneIsNamedToo() {
    WorkingSet first = search("search filters=F277W");
    WorkingSet second = search("search filters=F070W");
    WorkingSet rest = combine("minus 1", second, first);
    assertThat(lines(rest))
        .containsExactly(
            "search filters=F070W", "name set1", "search filters=F277W", "minus set1 _");
  }

  @Test
  void anAncestorThatWasDroppedStaysInTheRecipe() {
    WorkingSet found = search("search program=1073");
    session.name(found, new SetName("set1"));
    WorkingSet picked = derive("pick 1", found);
    WorkingSet other = derive("pick 2", found);
    session.drop(List.of(found, other));
    assertThat(session.sets()).containsExactly(picked);
    assertThat(lines(picked)).containsExactly("search program=1073", "pick 1");
  }

  @ParameterizedTest
  @CsvSource({
    "union 1 2, union 8 9",
    "union 1 2 --by obs_id, union 8 9 --by obs_id",
    "union --by obs_id 1 2, union 8 9 --by obs_id",
    "union 1 --by=obs_id 2, union 8 9 --by=obs_id",
    "minus 2, minus 8 9",
  })
  void otherWordsForTheSetsOfACommand(String command, String expected) {
    assertThat(Recipe.withSets(command, List.of("8", "9"))).isEqualTo(expected);
  }

  private List<String> lines(WorkingSet set) {
    return Recipe.of(set, session).lines();
  }

  private WorkingSet search(String command) {
    return session.addFetched(Table.empty(), command);
  }

  private WorkingSet derive(String command, WorkingSet parent) {
    return session.addDerived(Table.empty(), command, parent);
  }

  private WorkingSet combine(String command, WorkingSet... parents) {
    return session.addCombined(Table.empty(), command, List.of(parents));
  }
}
