package org.regards.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pieces of one line in the making: what looks alike and belongs together becomes one. */
final class LinePieces {
  private final List<Line.Piece> whole = new ArrayList<>(4);
  private final StringBuilder text = new StringBuilder(128);
  private Line.@Nullable Piece open;

  void add(float x, TextRun run, Tag tag) {
    Line.Piece last = open;
    if (last != null && last.tag() == tag && last.run().runsOnWith(run)) {
      text.append(run.text());
      return;
    }
    end();
    open = new Line.Piece(x, run, tag);
    text.append(run.text());
  }

  /** Adds a space to the last piece. */
  void addSpace() {
    text.append(' ');
  }

  Tag lastTag() {
    if (open == null) {
      throw new IllegalStateException("a line without pieces");
    }
    return open.tag();
  }

  List<Line.Piece> ended() {
    end();
    return whole;
  }

  private void end() {
    Line.Piece last = open;
    if (last != null) {
      boolean grown = text.length() > last.run().text().length();
      TextRun run = grown ? last.run().saying(text.toString()) : last.run();
      whole.add(grown ? new Line.Piece(last.x(), run, last.tag()) : last);
      text.setLength(0);
      open = null;
    }
  }
}
