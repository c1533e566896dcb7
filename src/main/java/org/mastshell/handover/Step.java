package org.mastshell.handover;

import java.util.List;
import org.mastshell.archive.ArchiveRequest;
import org.mastshell.archive.SkyTarget;
import org.mastshell.table.Predicate;
import org.mastshell.table.SortKey;
import org.mastshell.table.Subject;

/** One step on the way to a set. Other sets are named by their numbers. */
public sealed interface Step {

  /**
   * Has a language write this step.
   *
   * @param number of the set that the step makes
   */
  void writeBy(StepWriter writer, int number);

  /**
   * Observations that the archive is asked for.
   *
   * @param requests that together bring at least all of them; what comes twice is one observation
   * @param criteria that each of them meets
   */
  record Search(List<ArchiveRequest> requests, Predicate criteria) implements Step {
    @Override
    public void writeBy(StepWriter writer, int number) {
      writer.search(number, this);
    }
  }

  /**
   * Where rows are looked for.
   *
   * @param places in their order
   * @param rows the numbers of the rows that they come from, one for each; empty where they come
   *     from no set
   * @param radius degrees
   * @param nearest whether only the nearest row of each is kept
   */
  record Targets(List<SkyTarget> places, List<Integer> rows, double radius, boolean nearest) {
    /** Keeps its own copies. */
    public Targets {
      places = List.copyOf(places);
      rows = List.copyOf(rows);
    }
  }

  /**
   * Observations near targets: a row for each observation and each target.
   *
   * @param targets in their order
   * @param criteria that each row meets
   */
  record Near(Targets targets, Predicate criteria) implements Step {
    @Override
    public void writeBy(StepWriter writer, int number) {
      writer.near(number, this);
    }
  }

  /**
   * Rows that a service of the archive gives, as they are.
   *
   * @param request what it is asked
   * @param most how many of the first are kept; {@link Integer#MAX_VALUE} for all
   */
  record Rows(ArchiveRequest request, int most) implements Step {
    @Override
    public void writeBy(StepWriter writer, int number) {
      writer.rows(number, this);
    }
  }

  /**
   * Rows of a table of the archive that has columns of its own.
   *
   * @param requests that bring them, one behind the other
   * @param reading what their columns hold
   * @param kept what is judged of the rows that come
   */
  record OwnRows(List<ArchiveRequest> requests, RowReading reading, Predicate kept)
      implements Step {
    @Override
    public void writeBy(StepWriter writer, int number) {
      writer.ownRows(number, this);
    }
  }

  /**
   * Rows of a catalogue near targets: a row for each source and each target.
   *
   * @param request that brings what is around a target, but for the place
   * @param columns that of the right ascension and that of the declination
   * @param targets in their order
   * @param reading what the columns hold
   * @param kept what is judged of the rows that come
   */
  record Sources(
      ArchiveRequest request,
      List<String> columns,
      Targets targets,
      RowReading reading,
      Predicate kept)
      implements Step {
    @Override
    public void writeBy(StepWriter writer, int number) {
      writer.sources(number, this);
    }
  }

  /**
   * Datasets that a mission's own search gives.
   *
   * @param request the name of the search, and what it is given, with the place if there is one
   * @param places around which it searches, where there are several; else empty
   * @param reading what the columns hold
   * @param kept what is judged of the rows that come
   */
  record Datasets(
      ArchiveRequest request, List<SkyTarget> places, RowReading reading, Predicate kept)
      implements Step {
    /** Keeps its own copy of the places. */
    public Datasets {
      places = List.copyOf(places);
    }

    @Override
    public void writeBy(StepWriter writer, int number) {
      writer.datasets(number, this);
    }
  }

  /**
   * The files that rows of keywords are of, as products.
   *
   * @param of the set of rows
   * @param kept which files
   */
  record Files(int of, Predicate kept) implements Step {
    @Override
    public void writeBy(StepWriter writer, int number) {
      writer.files(number, this);
    }
  }

  /**
   * The observations that the files of rows of keywords belong to.
   *
   * @param of the set of rows
   */
  record Owners(int of) implements Step {
    @Override
    public void writeBy(StepWriter writer, int number) {
      writer.owners(number, this);
    }
  }

  /**
   * Products of observations.
   *
   * @param of the set of observations
   * @param asked of which of them
   * @param kept which products
   */
  record Products(int of, Predicate asked, Predicate kept) implements Step {
    @Override
    public void writeBy(StepWriter writer, int number) {
      writer.products(number, this);
    }
  }

  /** The rows of a set for which a predicate holds. */
  record Keep(int of, Predicate kept) implements Step {
    @Override
    public void writeBy(StepWriter writer, int number) {
      writer.keep(number, this);
    }
  }

  /**
   * Rows of a set known by their values in some columns.
   *
   * @param of the set
   * @param columns that tell its rows apart
   * @param keys their values in each of the rows, in the order of the result
   */
  record Pick(int of, List<String> columns, List<List<String>> keys) implements Step {
    @Override
    public void writeBy(StepWriter writer, int number) {
      writer.pick(number, this);
    }
  }

  /**
   * One row for each key.
   *
   * @param of the set
   * @param key what it is kept by
   * @param preference which row of several stays
   */
  record Unique(int of, Subject key, Preference preference) implements Step {
    @Override
    public void writeBy(StepWriter writer, int number) {
      writer.unique(number, this);
    }
  }

  /** Which row of several with the same key stays. */
  enum Preference {
    /** The first. */
    FIRST,
    /** The one of the nearest target. */
    NEAREST,
    /** The one under its own observation, else under the lowest number. */
    OWN
  }

  /** The rows of a set in order. */
  record Sort(int of, List<SortKey> keys) implements Step {
    @Override
    public void writeBy(StepWriter writer, int number) {
      writer.sort(number, this);
    }
  }

  /**
   * Sets put together, from the first to the last.
   *
   * @param operation how
   * @param of at least two sets
   * @param key by which rows are the same
   */
  record Combine(Operation operation, List<Integer> of, Subject key) implements Step {
    @Override
    public void writeBy(StepWriter writer, int number) {
      writer.combine(number, this);
    }
  }

  /** How sets are put together. */
  enum Operation {
    /** All rows of the first, then those of the next that are not there yet. */
    UNION,
    /** The rows of the first that are in the next as well. */
    INTERSECT,
    /** The rows of the first that are not in the next. */
    MINUS
  }
}
