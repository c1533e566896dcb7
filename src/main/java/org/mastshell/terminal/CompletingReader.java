package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.reader.Binding;
import org.jline.reader.MaskingCallback;
import org.jline.reader.Reference;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.NonBlockingReader;

/**
 * JLine's reader with a completion of its own. A proposal that is alone is put into the line, and
 * where something surely follows that is listed at once; of several, what they have in common is,
 * and the list stands below. It follows what is typed, never asks, and shows what fits; a second
 * Tab chooses from it.
 */
final class CompletingReader extends HintingReader {
  private static final long COUNTING_MILLIS = 40;
  private static final int LEAST_WITH_END = 4;
  private static final String COUNTING = "counting the rows of the current set …";

  private final Completions completions;
  private final AttributedStyle faint;

  /** What is listed below the line; null if nothing is. */
  private volatile Listing listing;

  /** How many lines there were for the list. */
  private volatile int room;

  /** The line up to the end of a value that was taken from the list; empty if none was. */
  private String taken = "";

  /**
   * @param chosen the place of the proposal that stands in the line, or -1
   */
  private record Listing(Completion completion, int chosen) {}

  /**
   * @param hints explain what is under the cursor
   * @param completions what may be typed there
   * @param faint the style of what only explains
   */
  CompletingReader(
      Terminal terminal, String name, Hints hints, Completions completions, AttributedStyle faint) {
    super(terminal, name, hints, faint);
    this.completions = completions;
    this.faint = faint;
  }

  @Override
  List<AttributedString> below(int lines) {
    Listing shown = listing;
    room = lines;
    if (shown == null || lines <= 0) {
      return List.of();
    }
    Completion completion = shown.completion;
    if (completion.proposals().isEmpty()) {
      return explanation(completion).map(List::of).orElse(List.of());
    }
    ProposalList list = list(completion);
    if (shown.chosen >= 0) {
      return list.around(shown.chosen, lines);
    }
    Optional<String> end = lines < LEAST_WITH_END ? Optional.empty() : endOfValue(completion);
    List<AttributedString> drawn = new ArrayList<>(list.within(lines - (end.isPresent() ? 1 : 0)));
    end.ifPresent(how -> drawn.add(onOneLine(how)));
    return drawn;
  }

  // What stands there may be all that is wanted, though other values begin with it.
  private static Optional<String> endOfValue(Completion completion) {
    boolean stands =
        completion.offer().starred()
            && completion.offer().count() > 1
            && completion.proposals().stream()
                .anyMatch(proposal -> proposal.insert().equalsIgnoreCase(completion.typed()));
    return stands
        ? Optional.of("a blank ends " + completion.typed() + ", a comma adds another value")
        : Optional.empty();
  }

  private ProposalList list(Completion completion) {
    return new ProposalList(completion.proposals(), completion.more(), size.getColumns(), faint);
  }

  // Where nothing is known to be proposed it helps to know what is wanted there.
  private Optional<AttributedString> explanation(Completion completion) {
    if (completion.offer().counting()) {
      return Optional.of(new AttributedString(COUNTING, faint));
    }
    return hintsAreShown() ? Optional.empty() : hint();
  }

  @Override
  public String readLine(
      String prompt, String rightPrompt, MaskingCallback maskingCallback, String buffer) {
    taken = "";
    return super.readLine(prompt, rightPrompt, maskingCallback, buffer);
  }

  @Override
  protected boolean doComplete(CompletionType type, boolean useMenu, boolean prefix) {
    if (type != CompletionType.List && standsBehindTaken()) {
      part();
      showWhatFollows();
      return true;
    }
    Completion completion = here();
    Optional<Proposal> unique = completion.unique();
    if (type == CompletionType.List) {
      return show(completion);
    }
    if (unique.isEmpty()) {
      Optional<String> common = completion.common();
      common.ifPresent(text -> put(completion, text, completion.tail()));
      return show(common.isPresent() ? here() : completion);
    }
    String before = buf.toString();
    take(completion, unique.get());
    boolean stoodThere = buf.toString().equals(before);
    if (stoodThere) {
      // What is wanted is the next word.
      part();
    }
    if (stoodThere || unique.get().goesOn()) {
      showWhatFollows();
    }
    return true;
  }

  // The same values once more would help nobody: who wants another one types a comma.
  private boolean standsBehindTaken() {
    int next = buf.currChar();
    return !taken.isEmpty() && buf.upToCursor().equals(taken) && (next == 0 || next == ' ');
  }

  private void showWhatFollows() {
    Completion next = here();
    if (!next.proposals().isEmpty() || next.offer().counting()) {
      show(next);
    }
  }

  private Completion here() {
    return guarded(
        () -> completions.at(buf.toString(), buf.cursor()),
        "this cannot be completed",
        Completion.none(buf.cursor()));
  }

  private void take(Completion completion, Proposal proposal) {
    put(completion, completion.taken(proposal), proposal.blank() ? "" : completion.tail());
    if (proposal.blank()) {
      part();
    }
  }

  /** Puts a text in the place of what was completed, and another one behind the cursor. */
  private void put(Completion completion, String text, String behind) {
    buf.cursor(completion.end());
    buf.backspace(completion.end() - completion.start());
    buf.write(text);
    buf.write(behind);
    buf.move(-behind.length());
  }

  // A blank behind the word, or the step over the one that is there.
  private void part() {
    if (buf.currChar() == ' ') {
      buf.move(1);
    } else {
      buf.write(' ');
    }
  }

  /** Lists a completion until a key is pressed that has nothing to do with it. */
  private boolean show(Completion first) {
    if (first.proposals().isEmpty() && explanation(first).isEmpty()) {
      return false;
    }
    try {
      Completion shown = draw(first);
      boolean typed = false;
      while (true) {
        Binding binding = readBinding(getKeys());
        ListKey key = ListKey.of(binding);
        if (key == ListKey.BREAK) {
          return true;
        }
        if (shown.proposals().isEmpty() || !key.concernsList()) {
          pressAgain(binding);
          return true;
        }
        if (key == ListKey.COMPLETE && (typed || shown.unique().isPresent())) {
          listing = null;
          return doComplete(CompletionType.Complete, false, false);
        }
        if (key != ListKey.TYPE) {
          return choose(shown);
        }
        getWidgets().get(((Reference) binding).name()).apply();
        Completion next = here();
        if (!isContinued(shown, next)) {
          return true;
        }
        shown = draw(next);
        typed = true;
      }
    } finally {
      listing = null;
    }
  }

  // The list follows a word, and the words of a list between commas.
  private boolean isContinued(Completion shown, Completion next) {
    boolean same = next.start() == shown.start() || ",".equals(getLastBinding());
    return same && (!next.proposals().isEmpty() || next.offer().counting());
  }

  /** Puts one proposal after the other into the line, until a key is pressed that takes it. */
  private boolean choose(Completion completion) {
    List<Proposal> proposals = completion.proposals();
    String typed = buf.toString();
    int chosen = 0;
    try {
      while (true) {
        restore(typed);
        Proposal proposal = proposals.get(chosen);
        put(completion, completion.taken(proposal), completion.tail());
        redraw(completion, chosen);
        Binding binding = readBinding(getKeys(), getKeyMaps().get(MENU));
        switch (ListKey.of(binding)) {
          case COMPLETE, DOWN -> chosen = (chosen + 1) % proposals.size();
          case BACK, UP -> chosen = (chosen + proposals.size() - 1) % proposals.size();
          case RIGHT -> chosen = list(completion).beside(chosen, 1, room);
          case LEFT -> chosen = list(completion).beside(chosen, -1, room);
          case BREAK -> {
            restore(typed);
            buf.cursor(completion.end());
            return true;
          }
          case ACCEPT -> {
            restore(typed);
            take(completion, proposal);
            listing = null;
            if (proposal.goesOn()) {
              showWhatFollows();
            } else if (!proposal.blank()) {
              taken = buf.upToCursor();
            }
            return true;
          }
          default -> {
            if (proposal.blank() && !" ".equals(getLastBinding())) {
              restore(typed);
              take(completion, proposal);
            }
            pressAgain(binding);
            return true;
          }
        }
      }
    } finally {
      listing = null;
    }
  }

  private void restore(String typed) {
    buf.clear();
    buf.write(typed);
  }

  /** Lets a key do what it does where nothing is listed. */
  private void pressAgain(Binding binding) {
    listing = null;
    if (binding != null) {
      skipRedisplay = true;
      pressAgain(getLastBinding());
    }
  }

  // What is still being counted is drawn again when it is there, unless a key is pressed before.
  private Completion draw(Completion completion) {
    Completion drawn = completion;
    redraw(drawn, -1);
    while (drawn.offer().counting()
        && peekCharacter(COUNTING_MILLIS) == NonBlockingReader.READ_EXPIRED) {
      drawn = here();
      if (!drawn.offer().counting()) {
        redraw(drawn, -1);
      }
    }
    return drawn;
  }

  private void redraw(Completion completion, int chosen) {
    listing = new Listing(completion, chosen);
    doAutosuggestion = false;
    redisplay();
  }
}
