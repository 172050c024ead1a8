package org.regards.postal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a sheet is folded, from its top. The first panel shows in the window: the sheet is folded
 * in a zigzag, or around with the words outside; panels end at the same height either way.
 *
 * @param word what it is called in settings and commands
 * @param folds in millimetres, or in shares of the sheet's height
 */
public record FoldPlan(String word, Unit unit, List<Float> folds) {
  private static final float INCH = 25.4f;

  public static final FoldPlan THIRDS = new FoldPlan("thirds", Unit.SHARE, List.of(1 / 3f, 2 / 3f));
  public static final FoldPlan DIN_A = new FoldPlan("din-a", Unit.MILLIMETRE, List.of(87f, 192f));
  public static final FoldPlan DIN_B = new FoldPlan("din-b", Unit.MILLIMETRE, List.of(105f, 210f));

  /** Fills the American envelope of the same name, so that the sheet cannot slip far. */
  public static final FoldPlan US_9 =
      new FoldPlan("us-9", Unit.MILLIMETRE, List.of(3.75f * INCH, 7.375f * INCH));

  public static final FoldPlan US_10 =
      new FoldPlan("us-10", Unit.MILLIMETRE, List.of(4 * INCH, 7.5f * INCH));

  public static final FoldPlan HALF = new FoldPlan("half", Unit.SHARE, List.of(0.5f));
  public static final FoldPlan NONE = new FoldPlan("none", Unit.SHARE, List.of());

  /** All that have a name. */
  public static final List<FoldPlan> ALL = List.of(THIRDS, DIN_A, DIN_B, US_9, US_10, HALF, NONE);

  private static final int MOST_FOLDS = 3;

  /** In what folds are given. */
  public enum Unit {
    MILLIMETRE,
    SHARE
  }

  public FoldPlan {
    folds = List.copyOf(folds);
  }

  /** One of those with a name, or the user's own: {@code 100,200} in millimetres from the top. */
  public static Optional<FoldPlan> of(String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT);
    return ALL.stream().filter(plan -> plan.word.equals(wanted)).findFirst().or(() -> own(wanted));
  }

  /** What {@link #of} takes. */
  public static String choice() {
    return ALL.stream().map(FoldPlan::word).collect(Collectors.joining(", "))
        + ", or your own in millimetres from the top, for example 100,200";
  }

  /** The folds of a sheet, in millimetres from its top. */
  public List<Float> on(float sheetHeight) {
    return switch (unit) {
      case MILLIMETRE -> folds.stream().filter(fold -> fold < sheetHeight).toList();
      case SHARE -> folds.stream().map(share -> share * sheetHeight).toList();
    };
  }

  /** The height of the panel at the top. */
  public float firstPanel(float sheetHeight) {
    List<Float> on = on(sheetHeight);
    return on.isEmpty() ? sheetHeight : on.getFirst();
  }

  /** The height of the folded sheet. */
  public float folded(float sheetHeight) {
    return above(sheetHeight) + firstPanel(sheetHeight) + below(sheetHeight);
  }

  /** How far later panels stick out above the first one. */
  float above(float sheetHeight) {
    float highest = 0;
    for (float edge : edges(sheetHeight)) {
      highest = Math.max(highest, -edge);
    }
    return highest;
  }

  /** How far later panels stick out below the first one, and so below the first fold. */
  float below(float sheetHeight) {
    float first = firstPanel(sheetHeight);
    float lowest = 0;
    for (float edge : edges(sheetHeight)) {
      lowest = Math.max(lowest, edge - first);
    }
    return lowest;
  }

  /** Where panels end in the folded sheet, from the top of the first: down, up, down again. */
  private List<Float> edges(float sheetHeight) {
    List<Float> edges = new ArrayList<>();
    float edge = 0;
    float before = 0;
    List<Float> ends = new ArrayList<>(on(sheetHeight));
    ends.add(sheetHeight);
    for (float end : ends) {
      float panel = end - before;
      edge += edges.size() % 2 == 0 ? panel : -panel;
      edges.add(edge);
      before = end;
    }
    return edges;
  }

  private static Optional<FoldPlan> own(String word) {
    List<Float> folds = new ArrayList<>();
    float before = 0;
    for (String part : word.split(",")) {
      if (!part.strip().matches("\\d{2,3}(\\.\\d+)?") || folds.size() == MOST_FOLDS) {
        return Optional.empty();
      }
      float fold = Float.parseFloat(part.strip());
      if (fold <= before) {
        return Optional.empty();
      }
      folds.add(fold);
      before = fold;
    }
    return Optional.of(new FoldPlan(word, Unit.MILLIMETRE, folds));
  }
}
