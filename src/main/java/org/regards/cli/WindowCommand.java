package org.regards.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.regards.pdf.Fonts;
import org.regards.pdf.WindowSheet;
import org.regards.postal.Envelope;
import org.regards.postal.FoldPlan;
import org.regards.postal.LetterForm;
import org.regards.postal.Paper;
import org.regards.postal.Rectangle;
import org.regards.postal.SvgSketch;
import org.regards.postal.WindowFigures;
import org.regards.postal.WindowFit;
import org.regards.postal.WindowSketch;
import org.regards.postal.WindowVerdict;
import org.regards.store.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code regards window}. */
@Command(
    name = "window",
    description = {
      "Compute what the window of an envelope shows of a letter, however the sheet slips in it, and"
          + " draw it in true size. Ends with 1 when an address does not fit."
    },
    footer = {
      "",
      "Examples:",
      "  regards window --envelope dl --fold din-b",
      "  regards window --envelope us-10 --fold thirds",
      "  regards window --envelope dl --fold thirds --form din-5008-b --out window.pdf",
      "  regards window --envelope 220x110/100x45@20/15 --fold 105,210 --out window.svg"
    })
final class WindowCommand implements Callable<Integer> {
  private static final String PDF = ".pdf";
  private static final String SVG = ".svg";

  @Option(
      names = "--envelope",
      required = true,
      paramLabel = "ENVELOPE",
      converter = EnvelopeConverter.class,
      description =
          "dl, c6-5, c5, uk-dl, dl-right, c5-right, c6-5-right, c6-5-left, us-9, us-10, or your own"
              + " as 220x110/90x45@20/15: the envelope, its window, and the window's place from"
              + " left and bottom, in millimetres.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Envelope envelope;

  @Option(
      names = "--fold",
      paramLabel = "FOLD",
      converter = FoldPlanConverter.class,
      description =
          "thirds, din-a, din-b, us-9, us-10, half, none, or your own as 100,200: millimetres from"
              + " the top. Default: what suits form and envelope.")
  private @Nullable FoldPlan fold;

  @Option(
      names = "--form",
      paramLabel = "FORM",
      converter = LetterFormConverter.class,
      description =
          "din-5008-a, din-5008-b, swiss-right, swiss-left, french, us-9, us-10, uk-dl. Default:"
              + " the one that the envelope is made for, else din-5008-b.")
  private @Nullable LetterForm form;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Draw it to a .pdf or .svg file, to be printed and tried with a ruler.")
  private @Nullable Path out;

  @Mixin private JsonOption json;

  @Mixin
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private HelpOption help;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    LetterForm chosen = form == null ? madeFor(envelope) : form;
    WindowFit fit = new Paper(chosen, envelope, fold).in("");
    Fonts fonts = Fonts.builtIn();
    WindowVerdict verdict = WindowSheet.verdict(fit, fonts);
    if (out != null) {
      draw(out, WindowSketch.of(verdict), fonts);
    }
    if (json.wanted()) {
      JsonOption.print(spec.commandLine().getOut(), json(verdict));
    } else {
      print(verdict);
    }
    boolean good = verdict.isGood() || (fit.goesIn() && !fit.hasWindow());
    return good ? HouseCommand.DONE : HouseCommand.FAILED;
  }

  private static LetterForm madeFor(Envelope envelope) {
    return Arrays.stream(LetterForm.values())
        .filter(form -> form != LetterForm.DIN_5008_A && form.envelope().equals(envelope))
        .findFirst()
        .orElse(
            envelope.equals(Envelope.C5_RIGHT) ? LetterForm.SWISS_RIGHT : LetterForm.DIN_5008_B);
  }

  private void draw(Path file, WindowSketch sketch, Fonts fonts) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(PDF)) {
      WholeFile.write(file, WindowSheet.pdf(sketch, fonts));
    } else if (name.endsWith(SVG)) {
      WholeFile.write(file, SvgSketch.of(sketch).getBytes(StandardCharsets.UTF_8));
    } else {
      throw new ParameterException(
          spec.commandLine(), "--out wants a file that ends in .pdf or .svg, not " + file);
    }
  }

  private void print(WindowVerdict verdict) {
    PrintWriter to = spec.commandLine().getOut();
    to.printf(
        "A letter of form %s, folded %s:%n",
        verdict.fit().form().word(), verdict.fit().fold().word());
    WindowFigures.of(verdict)
        .values()
        .forEach((label, value) -> to.printf("  %-15s %s%n", label, value));
    if (out != null) {
      to.printf("It is drawn in true size in %s: print it at 100 %%, without fitting.%n", out);
    }
    to.flush();
  }

  private static ObjectNode json(WindowVerdict verdict) {
    WindowFit fit = verdict.fit();
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("form", fit.form().word())
            .put("envelope", fit.envelope().word())
            .put("fold", fit.fold().word());
    var folds = node.putArray("folds");
    fit.fold().on(fit.form().sheet().height()).forEach(fold -> folds.add(rounded(fold)));
    node.put("fits", verdict.isGood())
        .put("insertWidth", rounded(fit.insertWidth()))
        .put("insertHeight", rounded(fit.insertHeight()))
        .put("travelAcross", rounded(fit.travelAcross()))
        .put("travelDown", rounded(fit.travelDown()))
        .put("clearance", rounded(fit.envelope().clearance()));
    put(node, "visible", fit.visible());
    put(node, "reach", fit.reach());
    put(node, "addressRoom", fit.addressRoom());
    return node.put("lines", verdict.lines())
        .put("linesInSmallerType", verdict.tightLines())
        .put("verdict", verdict.message());
  }

  private static void put(ObjectNode node, String name, Rectangle rectangle) {
    node.putObject(name)
        .put("left", rounded(rectangle.x()))
        .put("top", rounded(rectangle.y()))
        .put("right", rounded(rectangle.right()))
        .put("bottom", rounded(rectangle.bottom()));
  }

  /** To hundredths of a millimetre. */
  private static double rounded(float millimetres) {
    return Math.round(millimetres * 100) / 100.0;
  }
}
