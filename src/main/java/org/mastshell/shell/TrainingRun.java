package org.mastshell.shell;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;
import org.mastshell.terminal.PseudoTerminal;

/**
 * Runs the {@link Rehearsal} under a Java that writes down what is loaded. The embedded archive
 * answers it from this process, so that what that one loads is not among it: pictures and FITS
 * files are made for nobody who asks the real archive.
 *
 * @param java the executable
 * @param feature its version, such as 17
 * @param options those with which the program is started, since an archive fits no others
 * @param classPath as the program is started with
 * @param folder for its files; nothing else is written
 */
record TrainingRun(String java, int feature, List<String> options, String classPath, Path folder) {
  /** The first Java that writes an ahead-of-time cache in place of a class-data archive. */
  private static final int FIRST_WITH_CACHE = 24;

  // So many rows that nothing is paged.
  private static final int ROWS = 300;
  private static final int COLUMNS = 110;
  private static final int LONGEST_SECONDS = 120;

  /**
   * Makes the archive.
   *
   * @return the file, in the folder
   * @throws IOException if there is no pseudo-terminal, or Java wrote no archive
   */
  Path make() throws IOException, InterruptedException {
    Path archive = folder.resolve("archive");
    if (feature < FIRST_WITH_CACHE) {
      rehearse("-XX:ArchiveClassesAtExit=" + archive);
    } else {
      Path noted = folder.resolve("loaded");
      rehearse("-XX:AOTMode=record", "-XX:AOTConfiguration=" + noted);
      List<String> command = command("-XX:AOTMode=create", "-XX:AOTConfiguration=" + noted);
      command.add("-XX:AOTCache=" + archive);
      command.addAll(List.of("-cp", classPath));
      run(process(command));
    }
    if (!Files.isRegularFile(archive) || Files.size(archive) == 0) {
      throw new IOException("Java wrote no archive");
    }
    return archive;
  }

  private void rehearse(String... more) throws IOException, InterruptedException {
    List<String> command = command(more);
    command.add("-Dmastshell.terminals=012");
    command.add("-Dmastshell.terminal.size=" + ROWS + " " + COLUMNS);
    command.addAll(List.of("-cp", classPath, Rehearsal.class.getName()));
    try (DemoArchive archive = DemoArchive.start(DemoOptions.standard());
        PseudoTerminal terminal = PseudoTerminal.open(COLUMNS, ROWS)) {
      File device = terminal.device().toFile();
      ProcessBuilder session =
          process(command).redirectInput(device).redirectOutput(device).redirectError(device);
      session.environment().put("MASTSHELL_SERVER", archive.url().toString());
      Thread reader = new Thread(() -> passOver(terminal.screen()), "screen");
      reader.setDaemon(true);
      reader.start();
      OutputStream keys = terminal.keys();
      keys.write((String.join("\r", Rehearsal.LINES) + "\r").getBytes(StandardCharsets.UTF_8));
      keys.flush();
      run(session);
    }
  }

  private List<String> command(String... more) {
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(options);
    command.addAll(List.of(more));
    // What Java says of classes that it cannot write down is nobody's concern.
    command.add("-Xlog:disable");
    return command;
  }

  private ProcessBuilder process(List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().retainAll(List.of("PATH", "TMPDIR"));
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("MASTSHELL_HOME", folder.resolve("home").toString());
    builder.environment().put("MASTSHELL_KEYRING", "off");
    builder.environment().put("TERM", "xterm-256color");
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  private static void run(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    boolean ended = false;
    try {
      ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
    } finally {
      process.destroyForcibly();
    }
    if (!ended || process.exitValue() != 0) {
      throw new IOException("the training run failed");
    }
  }

  private static void passOver(InputStream screen) {
    try {
      screen.transferTo(OutputStream.nullOutputStream());
    } catch (IOException closed) {
      return;
    }
  }
}
