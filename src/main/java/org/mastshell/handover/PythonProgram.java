package org.mastshell.handover;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mastshell.archive.SkyTarget;
import org.mastshell.table.Predicate;
import org.mastshell.table.SortKey;
import org.mastshell.table.Subject;

/** A program for astroquery. */
final class PythonProgram implements StepWriter {
  private static final Subject OBSID = Subject.column("obsid");

  private final HandoverPlan plan;
  private final StringBuilder body = new StringBuilder();

  private PythonProgram(HandoverPlan plan) {
    this.plan = plan;
  }

  /**
   * The program.
   *
   * @throws NotExpressibleException if something of the plan cannot be put in its terms
   */
  static String of(HandoverPlan plan) {
    return new PythonProgram(plan).write();
  }

  private String write() {
    for (MadeSet made : plan.sets()) {
      NotExpressibleException.naming(made.command(), () -> make(made));
    }
    String result = "rows = " + name(plan.result());
    body.append(result)
        .append("\nfor key in texts(rows, ")
        .append(Literals.text(plan.key()))
        .append("):\n    print(key if key is not None else \"\")\n");
    List<String> helpers = Helpers.python().usedBy(body.toString());
    StringBuilder program = new StringBuilder("#!/usr/bin/env python3\n");
    plan.heading().forEach(line -> program.append(HandoverPlan.remark(line)).append('\n'));
    program
        .append(
            "#\n# Needs astroquery. Each set is an astropy table; the last one is called rows.\n")
        .append(
            "import datetime\nimport json\nimport math\nimport re\nimport warnings\n\nimport numpy as np\n")
        .append("from astropy import units as u\n")
        .append("from astropy.coordinates import SkyCoord\n")
        .append("from astropy.table import MaskedColumn, Table, vstack\n")
        .append("from astroquery.mast import Mast, MastMissions, Observations\n\n\n");
    helpers.forEach(helper -> program.append(helper).append("\n\n\n"));
    return withoutUnused(program.append(body).toString());
  }

  // What is imported and not used would only puzzle.
  private static String withoutUnused(String program) {
    String[] imports = {
      "import datetime",
      "import json",
      "import math",
      "import re",
      "import warnings",
      "from astropy import units as u",
      "from astropy.coordinates import SkyCoord"
    };
    String[] uses = {"datetime.", "json.", "math.", "re.", "warnings.", " * u.", "SkyCoord("};
    String kept = program;
    for (int i = 0; i < imports.length; i++) {
      if (kept.indexOf(uses[i]) < 0) {
        kept = kept.replace(imports[i] + "\n", "");
      }
    }
    if (!kept.contains("MaskedColumn(")) {
      kept = kept.replace("import MaskedColumn, Table", "import Table");
    }
    List<String> used =
        Stream.of("Mast", "MastMissions", "Observations")
            .filter(name -> Pattern.compile("\\b" + name + "[.(]").matcher(program).find())
            .toList();
    return kept.replace(
        "import Mast, MastMissions, Observations", "import " + String.join(", ", used));
  }

  private static String name(int number) {
    return "set_" + number;
  }

  private void make(MadeSet made) {
    body.append(HandoverPlan.remark(made.command())).append('\n');
    made.step().writeBy(this, made.number());
    body.append('\n');
  }

  private void assign(String own, String expression) {
    body.append(own).append(" = ").append(expression).append('\n');
  }

  @Override
  public void search(int number, Step.Search search) {
    String own = name(number);
    List<String> queries = search.requests().stream().map(PythonQuestions::observations).toList();
    assign(own, stacked(queries));
    if (queries.size() != 1) {
      assign(own, "one_of_each(" + own + ", " + PythonConditions.cells(own, OBSID) + ")");
    }
    keep(own, own, search.criteria());
  }

  private static String stacked(List<String> tables) {
    return tables.size() == 1
        ? tables.get(0)
        : tables.stream()
            .map(table -> "    " + table.replace("\n", "\n    ") + ",\n")
            .collect(Collectors.joining("", "stack([\n", "])"));
  }

  @Override
  public void keep(int number, Step.Keep keep) {
    keep(name(number), name(keep.of()), keep.kept());
  }

  private void keep(String own, String from, Predicate kept) {
    if (kept.equals(Predicate.always())) {
      if (!own.equals(from)) {
        assign(own, from);
      }
      return;
    }
    List<Predicate> parts =
        kept instanceof Predicate.All all && all.parts().size() > 1 ? all.parts() : List.of(kept);
    PythonConditions conditions = new PythonConditions(from);
    for (int i = 0; i < parts.size(); i++) {
      body.append(i == 0 ? "mask = " : "mask &= ").append(conditions.of(parts.get(i))).append('\n');
    }
    assign(own, from + "[mask]");
  }

  @Override
  public void near(int number, Step.Near near) {
    String own = name(number);
    eachTarget(own, near.targets(), "near(");
    keep(own, own, near.criteria());
    nearest(own, near.targets());
  }

  @Override
  public void sources(int number, Step.Sources sources) {
    String own = name(number);
    String question =
        "around("
            + Literals.text(sources.request().service())
            + ", "
            + PythonValues.of(sources.request().parameters())
            + ", ["
            + Literals.texts(sources.columns())
            + "], ";
    eachTarget(own, sources.targets(), question);
    read(own, sources.reading());
    keep(own, own, sources.kept());
    nearest(own, sources.targets());
  }

  // Which target a row belongs to is known by a number: names may come twice.
  private static boolean isNumbered(Step.Targets targets) {
    return !targets.rows().isEmpty() || targets.nearest();
  }

  private void eachTarget(String own, Step.Targets targets, String question) {
    boolean numbered = isNumbered(targets);
    List<Integer> rows =
        targets.rows().isEmpty()
            ? IntStream.rangeClosed(1, targets.places().size()).boxed().toList()
            : targets.rows();
    targets(targets.places(), numbered ? rows : List.of());
    assign(
        own,
        "stack([\n    "
            + question
            + "name, ra, dec, radius="
            + Literals.number(targets.radius())
            + (numbered ? ", row=row" : "")
            + ")\n    for name, ra, dec"
            + (numbered ? ", row" : "")
            + " in targets\n])");
  }

  private void targets(List<SkyTarget> places, List<Integer> rows) {
    body.append("targets = [\n");
    for (int i = 0; i < places.size(); i++) {
      SkyTarget target = places.get(i);
      body.append("    (")
          .append(Literals.text(target.name()))
          .append(", ")
          .append(Literals.number(target.ra()))
          .append(", ")
          .append(Literals.number(target.dec()))
          .append(rows.isEmpty() ? "" : ", " + rows.get(i))
          .append("),\n");
    }
    body.append("]\n");
  }

  private void nearest(String own, Step.Targets targets) {
    if (targets.nearest()) {
      assign(own, "one_of_each(" + own + ", texts(" + own + ", \"match_row\"))");
      if (targets.rows().isEmpty()) {
        body.append("if \"match_row\" in ")
            .append(own)
            .append(".colnames:\n    ")
            .append(own)
            .append(".remove_column(\"match_row\")\n");
      }
    }
  }

  @Override
  public void rows(int number, Step.Rows rows) {
    String own = name(number);
    assign(own, PythonQuestions.rows(rows.request()));
    if (rows.most() < Integer.MAX_VALUE) {
      assign(own, own + "[:" + rows.most() + "]");
    }
  }

  @Override
  public void ownRows(int number, Step.OwnRows rows) {
    String own = name(number);
    List<String> questions = rows.requests().stream().map(PythonQuestions::rows).toList();
    assign(own, stacked(questions));
    read(own, rows.reading());
    keep(own, own, rows.kept());
    if (rows.reading().centre().isPresent()) {
      assign(own, "ordered(" + own + ", [ranks(" + own + ", \"distance\")], [False])");
    }
  }

  @Override
  public void datasets(int number, Step.Datasets datasets) {
    String own = name(number);
    boolean many = datasets.places().size() > 1;
    if (many) {
      targets(datasets.places(), List.of());
    }
    assign(own, PythonQuestions.datasets(datasets.request(), many));
    read(own, datasets.reading());
    keep(own, own, datasets.kept());
  }

  private void read(String own, RowReading reading) {
    reading
        .centre()
        .ifPresent(
            centre ->
                assign(
                    own,
                    "with_distance("
                        + own
                        + ", ["
                        + Literals.texts(centre.columns())
                        + "], "
                        + Literals.number(centre.ra())
                        + ", "
                        + Literals.number(centre.dec())
                        + ")"));
    assign(
        own,
        "as_known(\n    "
            + own
            + ",\n"
            + list("filled", reading.filled())
            + list("present", reading.named())
            + list("words", reading.names())
            + list("quantities", reading.numbers())
            + list("days", reading.dates())
            + ")");
    assign(
        own,
        "with_mark("
            + own
            + ", "
            + Literals.text(reading.mark())
            + ", "
            + Literals.text(reading.table())
            + ")");
  }

  private static String list(String name, List<String> values) {
    return values.isEmpty()
        ? ""
        : "    " + name + "=" + PythonValues.of(values).replace("\n", "\n    ") + ",\n";
  }

  @Override
  public void files(int number, Step.Files files) {
    String own = name(number);
    assign(own, "files_of(" + name(files.of()) + ")");
    keep(own, own, files.kept());
  }

  @Override
  public void owners(int number, Step.Owners owners) {
    assign(name(number), "observations_of(" + name(owners.of()) + ")");
  }

  @Override
  public void products(int number, Step.Products products) {
    String own = name(number);
    String asked = own + "_of";
    keep(asked, name(products.of()), products.asked());
    assign(own, "products_of(" + asked + ")");
    keep(own, own, products.kept());
  }

  @Override
  public void pick(int number, Step.Pick pick) {
    String own = name(number);
    body.append("wanted = [\n");
    pick.keys()
        .forEach(
            key ->
                body.append("    (")
                    .append(Literals.texts(key))
                    .append(key.size() == 1 ? ",),\n" : "),\n"));
    body.append("]\n");
    assign(own, "pick(" + name(pick.of()) + ", [" + Literals.texts(pick.columns()) + "], wanted)");
  }

  @Override
  public void unique(int number, Step.Unique unique) {
    String own = name(number);
    String from = name(unique.of());
    String function =
        switch (unique.preference()) {
          case FIRST -> "one_of_each";
          case NEAREST -> "nearest_of_each";
          case OWN -> "own_of_each";
        };
    assign(own, function + "(" + from + ", " + PythonConditions.cells(from, unique.key()) + ")");
  }

  @Override
  public void sort(int number, Step.Sort sort) {
    String own = name(number);
    String from = name(sort.of());
    String columns =
        sort.keys().stream()
            .map(SortKey::subject)
            .map(subject -> ranks(from, subject))
            .collect(Collectors.joining(", "));
    String turned =
        sort.keys().stream()
            .map(key -> key.descending() ? "True" : "False")
            .collect(Collectors.joining(", "));
    assign(own, "ordered(" + from + ", [" + columns + "], [" + turned + "])");
  }

  private static String ranks(String table, Subject subject) {
    return Conditions.isPartOfName(subject)
        ? "[natural(cell) for cell in " + PythonConditions.cells(table, subject) + "]"
        : "ranks(" + table + ", " + Literals.text(subject.source()) + ")";
  }

  @Override
  public void combine(int number, Step.Combine combine) {
    String own = name(number);
    String function = combine.operation().name().toLowerCase(Locale.ROOT);
    String key = "lambda table: " + PythonConditions.cells("table", combine.key());
    String so = name(combine.of().get(0));
    for (int next : combine.of().subList(1, combine.of().size())) {
      assign(own, function + "(" + so + ", " + name(next) + ", " + key + ")");
      so = own;
    }
  }
}
