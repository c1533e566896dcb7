package org.mastshell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a transcript keeps of a screen, and what becomes of it where it cannot be written. */
class TranscriptFileTest {
  @TempDir Path folder;

  @Test
  void keepsTheLinesThatStayOnTheScreen() throws IOException {
    Transcript transcript = new Transcript(UnaryOperator.identity());
    Path file = folder.resolve("log");
    transcript.shown("before\n");
    transcript.begin(file, "begun");
    transcript.shown("\r\u001b[K searching 1/3");
    transcript.shown("\r\u001b[K searching 2/3");
    transcript.shown("\r\u001b[K\u001b[31mred\u001b[0m and ");
    transcript.shown("plain\r\nnext\npart");
    transcript.typed("> ", "show");
    transcript.end("ended");
    transcript.shown("after\n");
    assertThat(file).hasContent("# begun\nred and plain\nnext\npart\n> show\n# ended\n");
  }

  @Test
  void beginningElsewhereEndsTheOneBefore() throws IOException {
    Transcript transcript = new Transcript(UnaryOperator.identity());
    transcript.begin(folder.resolve("a"), "begun");
    transcript.begin(folder.resolve("b"), "begun");
    transcript.end("ended");
    assertThat(folder.resolve("a")).hasContent("# begun\n# goes on in another file\n");
    assertThat(folder.resolve("b")).hasContent("# begun\n# ended\n");
  }

  @Test
  void endsOnceItCannotBeWrittenAndTheScreenGoesOn() throws Exception {
    Path pipe = folder.resolve("pipe");
    Assumptions.assumeTrue(
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no mkfifo");
    CountDownLatch opened = new CountDownLatch(1);
    Thread reader =
        new Thread(
            () -> {
              try (InputStream in = Files.newInputStream(pipe)) {
                assertThat(in.read()).isPositive();
              } catch (IOException broken) {
                throw new IllegalStateException(broken);
              } finally {
                opened.countDown();
              }
            });
    reader.start();
    Transcript transcript = new Transcript(UnaryOperator.identity());
    transcript.begin(pipe, "begun");
    assertThat(opened.await(20, TimeUnit.SECONDS)).isTrue();
    reader.join();
    StringWriter screen = new StringWriter();
    Console plain = new PlainConsole(new PrintWriter(screen), new PrintWriter(screen));
    Console console = new LoggedConsole(plain, transcript, new Asides(() -> plain), true);
    console.out().println("shown");
    transcript.flush();
    assertThat(transcript.takeTrouble())
        .hasValueSatisfying(why -> assertThat(why).contains("has ended"));
    assertThat(transcript.takeTrouble()).isEmpty();
    assertThat(transcript.file()).isEmpty();
    console.out().println("shown too");
    transcript.flush();
    assertThat(transcript.takeTrouble()).isEmpty();
    assertThat(screen.toString().lines()).containsExactly("shown", "shown too");
  }
}
