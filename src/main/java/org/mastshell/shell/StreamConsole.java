package org.mastshell.shell;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import org.mastshell.output.Console;
import org.mastshell.output.Graphics;
import org.mastshell.output.Ground;

/**
 * Plain streams of which some end in a terminal: what is shown there fits it, but nobody is asked.
 */
final class StreamConsole implements Console {
  private final Console streams;
  private final World.Terminals terminals;
  private final Map<String, String> environment;

  StreamConsole(Console streams, World.Terminals terminals, Map<String, String> environment) {
    this.streams = streams;
    this.terminals = terminals;
    this.environment = environment;
  }

  @Override
  public PrintWriter out() {
    return streams.out();
  }

  @Override
  public PrintWriter talk() {
    return streams.talk();
  }

  @Override
  public boolean outIsTerminal() {
    return terminals.out();
  }

  @Override
  public boolean talkIsTerminal() {
    return terminals.err();
  }

  @Override
  public boolean interactive() {
    return streams.interactive();
  }

  @Override
  public int width() {
    return terminals.out() || terminals.err() ? terminals.width() : 0;
  }

  @Override
  public int height() {
    return terminals.out() || terminals.err() ? terminals.height() : 0;
  }

  // Nobody reads what the terminal would answer.
  @Override
  public Graphics graphics() {
    return Graphics.hinted(environment);
  }

  @Override
  public Ground ground() {
    return Ground.hinted(environment);
  }

  @Override
  public Optional<char[]> readSecret(String prompt) {
    return streams.readSecret(prompt);
  }

  @Override
  public boolean confirm(String question) {
    return streams.confirm(question);
  }
}
