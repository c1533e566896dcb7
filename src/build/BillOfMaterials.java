import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the list of what the distribution is made of (CycloneDX 1.6, JSON) from what Maven's
 * dependency plugin says. Run by the build as one source file: {@code java BillOfMaterials.java
 * LIST GRAPH VERSION LESSENED OUT}. It needs no network, so that the distribution is the same with
 * and without one, and it writes neither a time nor a serial number, which would make every build
 * another one.
 *
 * <p>LIST is that of {@code dependency:list} with the places of the jars, GRAPH that of {@code
 * dependency:tree} in the form {@code tgf}, with all that it leaves out as said already. LESSENED
 * is the folder of the jars from which the build has taken what is for other systems.
 */
final class BillOfMaterials {
  private static final Pattern LISTED =
      Pattern.compile(
          "\\s+([^:\\s]+):([^:]+):jar:(?:([^:]+):)?([^:]+):(?:compile|runtime):(.+\\.jar).*");
  // A library that several others need is written out once, and between brackets elsewhere.
  private static final Pattern NODE = Pattern.compile("(\\S+) \\(?([^\\s()]+).*");
  private static final Pattern EDGE = Pattern.compile("(\\S+) (\\S+) \\S+");

  /** A library, by its coordinates; the classifier may be empty. */
  private record Library(
      String group, String name, String classifier, String version, String sha, boolean lessened) {
    String purl() {
      return purlOf(group, name, version, classifier);
    }
  }

  private static final String LESSENED =
      ", \"pedigree\": {\"notes\": \"what is for other systems was left out\"}";

  private BillOfMaterials() {}

  /** Writes the list. */
  public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
    List<Library> libraries = libraries(Path.of(arguments[0]), Path.of(arguments[3]));
    String own = purlOf("org.mastshell", "mastshell", arguments[2], "");
    SortedMap<String, SortedSet<String>> graph = graph(Path.of(arguments[1]), own);
    Set<String> refs = new HashSet<>(Set.of(own));
    libraries.forEach(library -> refs.add(library.purl()));
    if (libraries.isEmpty() || !refs.equals(graph.keySet())) {
      throw new IOException("the list and the graph of libraries differ: " + graph.keySet());
    }
    Files.writeString(Path.of(arguments[4]), json(libraries, graph, own, arguments[2]));
  }

  private static List<Library> libraries(Path list, Path lessened)
      throws IOException, NoSuchAlgorithmException {
    SortedMap<String, Library> found = new TreeMap<>();
    for (String line : Files.readAllLines(list)) {
      Matcher parts = LISTED.matcher(line);
      if (parts.matches()) {
        String classifier = parts.group(3) == null ? "" : parts.group(3);
        Path whole = Path.of(parts.group(5));
        Path less = lessened.resolve(whole.getFileName());
        boolean isLess = Files.exists(less);
        Library library =
            new Library(
                parts.group(1),
                parts.group(2),
                classifier,
                parts.group(4),
                sha256(isLess ? less : whole),
                isLess);
        found.put(library.purl(), library);
      }
    }
    return List.copyOf(found.values());
  }

  // Nodes stand above a line with #, edges below it.
  private static SortedMap<String, SortedSet<String>> graph(Path tgf, String own)
      throws IOException {
    List<String> lines = Files.readAllLines(tgf);
    int end = lines.indexOf("#");
    Map<String, String> purls = new HashMap<>();
    SortedMap<String, SortedSet<String>> graph = new TreeMap<>();
    for (String line : lines.subList(0, end)) {
      Matcher node = NODE.matcher(line);
      if (node.matches()) {
        String purl = purls.isEmpty() ? own : purlOf(node.group(2));
        purls.put(node.group(1), purl);
        graph.putIfAbsent(purl, new TreeSet<>());
      }
    }
    for (String line : lines.subList(end + 1, lines.size())) {
      Matcher edge = EDGE.matcher(line);
      if (edge.matches()) {
        graph.get(purls.get(edge.group(1))).add(purls.get(edge.group(2)));
      }
    }
    return graph;
  }

  private static String purlOf(String coordinates) {
    String[] parts = coordinates.split(":", -1);
    // group:name:jar:version:scope, or with a classifier before the version
    boolean classified = parts.length == 6;
    return purlOf(parts[0], parts[1], parts[classified ? 4 : 3], classified ? parts[3] : "");
  }

  private static String purlOf(String group, String name, String version, String classifier) {
    String qualifier = classifier.isEmpty() ? "" : "?classifier=" + classifier;
    return "pkg:maven/" + group + "/" + name + "@" + version + qualifier;
  }

  private static String sha256(Path jar) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in = new DigestInputStream(Files.newInputStream(jar), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String json(
      List<Library> libraries,
      SortedMap<String, SortedSet<String>> graph,
      String own,
      String version) {
    String components =
        libraries.stream()
            .map(
                library ->
                    String.format(
                        "    {\"type\": \"library\", \"bom-ref\": %1$s, \"group\": %2$s, \"name\": %3$s,"
                            + " \"version\": %4$s, \"purl\": %1$s, \"scope\": \"required\","
                            + " \"hashes\": [{\"alg\": \"SHA-256\", \"content\": %5$s}]%6$s}",
                        quoted(library.purl()),
                        quoted(library.group()),
                        quoted(library.name()),
                        quoted(library.version()),
                        quoted(library.sha()),
                        library.lessened() ? LESSENED : ""))
            .collect(Collectors.joining(",\n"));
    String dependencies =
        graph.entrySet().stream()
            .map(
                entry ->
                    String.format(
                        "    {\"ref\": %s, \"dependsOn\": [%s]}",
                        quoted(entry.getKey()),
                        entry.getValue().stream()
                            .map(BillOfMaterials::quoted)
                            .collect(Collectors.joining(", "))))
            .collect(Collectors.joining(",\n"));
    return """
        {
          "bomFormat": "CycloneDX",
          "specVersion": "1.6",
          "version": 1,
          "metadata": {
            "lifecycles": [{"phase": "build"}],
            "component": {"type": "application", "bom-ref": %s, "group": "org.mastshell",
              "name": "mastshell", "version": %s, "purl": %s}
          },
          "components": [
        %s
          ],
          "dependencies": [
        %s
          ]
        }
        """
        .formatted(quoted(own), quoted(version), quoted(own), components, dependencies);
  }

  // Coordinates hold no control characters.
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
