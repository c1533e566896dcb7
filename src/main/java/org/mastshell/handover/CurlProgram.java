package org.mastshell.handover;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mastshell.archive.ArchiveRequest;
import org.mastshell.table.Predicate;
import org.mastshell.table.SortKey;
import org.mastshell.table.Subject;

/** A script of plain HTTP calls by curl; jq judges what comes. */
final class CurlProgram implements StepWriter {
  private static final int BATCH = 50;
  private static final Subject OBSID = Subject.column("obsid");

  private final HandoverPlan plan;
  private final StringBuilder body = new StringBuilder();
  private final StringBuilder filters = new StringBuilder();

  private CurlProgram(HandoverPlan plan) {
    this.plan = plan;
  }

  /**
   * The script, for bash.
   *
   * @throws NotExpressibleException if something of the plan cannot be put in its terms
   */
  static String of(HandoverPlan plan) {
    return new CurlProgram(plan).write();
  }

  private String write() {
    for (MadeSet made : plan.sets()) {
      NotExpressibleException.naming(made.command(), () -> make(made));
    }
    String print = ".[] | cell(" + Literals.text(plan.key()) + ") | txt // \"\"";
    filters.append(print);
    StringBuilder script = new StringBuilder("#!/usr/bin/env bash\n");
    plan.heading().forEach(line -> script.append(HandoverPlan.remark(line)).append('\n'));
    script
        .append("#\n# Needs curl and jq. Writes ")
        .append(plan.key())
        .append(" of each row to standard output.\n")
        .append("set -euo pipefail\n")
        .append("DEFAULT_SERVER=")
        .append(Literals.shell(plan.server()))
        .append("\nSERVER=${MAST_SERVER:-$DEFAULT_SERVER}\nSERVER=${SERVER%/}\n\n")
        .append(Helpers.shell())
        .append(
            "\n# Runs a jq program (standard input) on files, with the functions that follow.\n")
        .append("run() { jq -c -L \"$work\" -f /dev/stdin \"$@\"; }\n\n")
        .append("cat > \"$work/rows.jq\" <<'JQ'\n")
        .append(String.join("\n\n", Helpers.jq().usedBy(filters.toString())))
        .append("\nJQ\n\n")
        .append(body);
    run("-r \"$work/" + plan.result() + "\"", "", print, script);
    return script.toString();
  }

  private void make(MadeSet made) {
    body.append(HandoverPlan.remark(made.command())).append('\n');
    made.step().writeBy(this, made.number());
    body.append('\n');
  }

  private static String file(int number) {
    return "\"$work/" + number + "\"";
  }

  private static String rows(String file) {
    return file.substring(0, file.length() - 1) + ".rows\"";
  }

  private void jq(String arguments, String target, String program) {
    filters.append(program).append('\n');
    run(arguments, " > " + target, program, body);
  }

  private static void run(
      String arguments, String redirection, String program, StringBuilder script) {
    script
        .append("run ")
        .append(arguments)
        .append(redirection)
        .append(" <<'JQ'\ninclude \"rows\";\n")
        .append(program)
        .append("\nJQ\n");
  }

  private static String kept(Predicate predicate) {
    if (predicate.equals(Predicate.always())) {
      return ".";
    }
    JqConditions conditions = new JqConditions();
    return conditions.select(conditions.of(predicate));
  }

  @Override
  public void search(int number, Step.Search search) {
    String own = file(number);
    for (ArchiveRequest request : search.requests()) {
      body.append("ask ")
          .append(request.service())
          .append(' ')
          .append(rows(own))
          .append(" <<'JSON'\n")
          .append(request.json())
          .append("\nJSON\n");
    }
    String once =
        search.requests().size() > 1
            ? "one_of_each(" + JqConditions.cell(OBSID) + " | txt; false) | "
            : "";
    jq("-s " + rows(own), own, once + kept(search.criteria()));
  }

  @Override
  public void near(int number, Step.Near near) {
    if (!near.targets().rows().isEmpty() || near.targets().nearest()) {
      throw new NotExpressibleException("a match with the rows of a set, or with the nearest");
    }
    String own = file(number);
    String program = "map(.match_name = $name) | ordered(cell(\"distance\"); false) | .[]";
    filters.append(program).append('\n');
    body.append("while IFS= read -r target; do\n")
        .append("  jq -c '{ra, dec, radius: ")
        .append(BigDecimal.valueOf(near.targets().radius()).toPlainString())
        .append("}' <<< \"$target\" > \"$work/question\"\n")
        .append("  rm -f \"$work/near\"\n")
        .append("  ask Mast.Caom.Cone \"$work/near\" < \"$work/question\"\n")
        .append("  run -s --arg name \"$(jq -r .name <<< \"$target\")\" \"$work/near\" >> ")
        .append(rows(own))
        .append(" <<'JQ'\ninclude \"rows\";\n")
        .append(program)
        .append("\nJQ\ndone <<'TARGETS'\n");
    near.targets()
        .places()
        .forEach(
            target ->
                body.append(
                    "{\"name\": "
                        + Literals.text(target.name())
                        + ", \"ra\": "
                        + BigDecimal.valueOf(target.ra()).toPlainString()
                        + ", \"dec\": "
                        + BigDecimal.valueOf(target.dec()).toPlainString()
                        + "}\n"));
    body.append("TARGETS\n");
    jq("-s " + rows(own), own, kept(near.criteria()));
  }

  @Override
  public void rows(int number, Step.Rows rows) {
    throw ofService();
  }

  @Override
  public void ownRows(int number, Step.OwnRows rows) {
    throw ofService();
  }

  @Override
  public void sources(int number, Step.Sources sources) {
    throw ofService();
  }

  @Override
  public void datasets(int number, Step.Datasets datasets) {
    throw ofService();
  }

  @Override
  public void files(int number, Step.Files files) {
    throw ofService();
  }

  @Override
  public void owners(int number, Step.Owners owners) {
    throw ofService();
  }

  // jq rounds whole numbers of more than 53 bits, which name sources and datasets there.
  private static NotExpressibleException ofService() {
    return new NotExpressibleException(
        "rows with columns of their own, whose long numbers jq would round (--as python may)");
  }

  @Override
  public void products(int number, Step.Products products) {
    String own = file(number);
    jq(file(products.of()), "\"$work/asked\"", kept(products.asked()));
    jq("\"$work/asked\"", "\"$work/questions\"", "questions(" + BATCH + ")");
    body.append(": > ").append(rows(own)).append('\n');
    body.append("while IFS= read -r question; do\n")
        .append("  ask Mast.Caom.Products ")
        .append(rows(own))
        .append(" <<< \"$question\"\n")
        .append("done < \"$work/questions\"\n");
    jq(
        "-s --slurpfile asked \"$work/asked\" " + rows(own),
        own,
        "by_owner($asked[0]) | " + kept(products.kept()));
  }

  @Override
  public void pick(int number, Step.Pick pick) {
    String own = file(number);
    String keys =
        pick.keys().stream()
            .map(key -> "[" + Literals.texts(key) + "]")
            .collect(Collectors.joining(",\n  "));
    String columns =
        pick.columns().stream()
            .map(column -> "(cell(" + Literals.text(column) + ") | txt)")
            .collect(Collectors.joining(", ", "[", "]"));
    jq(file(pick.of()), own, "pick(" + columns + ";\n[\n  " + keys + "\n])");
  }

  @Override
  public void unique(int number, Step.Unique unique) {
    String own = file(number);
    String better =
        switch (unique.preference()) {
          case FIRST -> "false";
          case NEAREST -> "nearer";
          case OWN -> "owned";
        };
    jq(
        file(unique.of()),
        own,
        "one_of_each(" + JqConditions.cell(unique.key()) + " | txt; " + better + ")");
  }

  @Override
  public void keep(int number, Step.Keep keep) {
    jq(file(keep.of()), file(number), kept(keep.kept()));
  }

  @Override
  public void sort(int number, Step.Sort sort) {
    jq(file(sort.of()), file(number), sorted(sort));
  }

  private static String sorted(Step.Sort sort) {
    StringBuilder program = new StringBuilder();
    // The last pass decides, so that it is the one by the first column.
    for (int i = sort.keys().size() - 1; i >= 0; i--) {
      SortKey key = sort.keys().get(i);
      program
          .append(program.isEmpty() ? "" : " | ")
          .append("ordered(")
          .append(JqConditions.cell(key.subject()))
          .append("; ")
          .append(key.descending())
          .append(')');
    }
    return program.toString();
  }

  @Override
  public void combine(int number, Step.Combine combine) {
    String own = file(number);
    String key = JqConditions.cell(combine.key());
    String so = file(combine.of().get(0));
    for (int next : combine.of().subList(1, combine.of().size())) {
      String there = "keys_of(" + key + ")";
      String program =
          switch (combine.operation()) {
            case UNION ->
                "(" + there + ") as $there | . + ($next[0] | shared($there; " + key + "; false))";
            case INTERSECT ->
                "($next[0] | " + there + ") as $there | shared($there; " + key + "; true)";
            case MINUS ->
                "($next[0] | " + there + ") as $there | shared($there; " + key + "; false)";
          };
      String target = "\"$work/" + combine.operation().name().toLowerCase(Locale.ROOT) + "\"";
      jq("--slurpfile next " + file(next) + " " + so, target, program);
      body.append("mv ").append(target).append(' ').append(own).append('\n');
      so = own;
    }
  }
}
