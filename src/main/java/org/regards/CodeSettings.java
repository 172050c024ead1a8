package org.regards;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.pdf.CodesWanted;
import org.regards.postal.IntelligentMail;

/** The settings of codes on letters and envelopes: {@code codes.qr} and so on. */
final class CodeSettings {
  private static final String YES = "yes";

  private final Settings settings;

  CodeSettings(Settings settings) {
    this.settings = settings;
  }

  /** Adds what is wrong with them, in words. */
  void check(List<String> problems) {
    for (String name : List.of("codes.qr", "codes.kix")) {
      String value = settings.value(name);
      if (!value.isEmpty() && !value.equals(YES) && !value.equals("no")) {
        problems.add("%s is \"%s\"; it may be yes or no".formatted(name, value));
      }
    }
    String country = settings.value("business.country");
    if (isSet("codes.kix") && !country.equals("NL")) {
      problems.add(
          "codes.kix is yes, but PostNL reads its code on mail from the Netherlands only and business.country is \"%s\"; take codes.kix out"
              .formatted(country));
    }
    String mailer = settings.value("codes.imb.mailer");
    String service = settings.value("codes.imb.service");
    if (mailer.isEmpty() && service.isEmpty()) {
      return;
    }
    if (mailer.isEmpty() || service.isEmpty()) {
      problems.add(
          "codes.imb.%s is set without codes.imb.%s; the Intelligent Mail barcode needs both"
              .formatted(
                  mailer.isEmpty() ? "service" : "mailer",
                  mailer.isEmpty() ? "mailer" : "service"));
    } else {
      problems.addAll(IntelligentMail.problems(mailer, service));
    }
    if (!country.equals("US")) {
      problems.add(
          "codes.imb.mailer and codes.imb.service are for mail from the United States, and business.country is \"%s\"; take them out"
              .formatted(country));
    }
  }

  /** What is wanted; ask for it only of settings that {@link #check} found nothing wrong with. */
  CodesWanted wanted() {
    return new CodesWanted(isSet("codes.qr"), intelligentMail(), isSet("codes.kix"));
  }

  private @Nullable IntelligentMail intelligentMail() {
    String mailer = settings.value("codes.imb.mailer");
    return mailer.isEmpty()
        ? null
        : new IntelligentMail(mailer, settings.value("codes.imb.service"));
  }

  private boolean isSet(String name) {
    return settings.value(name).equals(YES);
  }
}
