package org.regards.template;

import freemarker.cache.StrongCacheStorage;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** FreeMarker with everything shut that a letter does not need. */
final class SandboxConfiguration extends Configuration {
  private final Set<Template> interruptible =
      Collections.newSetFromMap(Collections.synchronizedMap(new IdentityHashMap<>()));

  SandboxConfiguration(TemplateLoader loader) {
    super(VERSION_2_3_34);
    setTemplateLoader(new GuardedLoader(loader));
    setCacheStorage(new StrongCacheStorage());
    setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    setDefaultEncoding("UTF-8");
    setTagSyntax(ANGLE_BRACKET_TAG_SYNTAX);
    setInterpolationSyntax(DOLLAR_INTERPOLATION_SYNTAX);
    setOutputFormat(HTMLOutputFormat.INSTANCE);
    setAutoEscapingPolicy(FORCE_AUTO_ESCAPING_POLICY);
    setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    setAPIBuiltinEnabled(false);
    setArithmeticEngine(new LetterArithmetic());
    setObjectWrapper(new SimpleObjectWrapper(VERSION_2_3_34));
    setLocalizedLookup(true);
    setLogTemplateExceptions(false);
    setWrapUncheckedExceptions(false);
    setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    setTimeZone(TimeZone.getTimeZone("UTC"));
    setCustomNumberFormats(Map.of(FactFormats.NAME, FactFormats.NUMBERS));
    setCustomDateFormats(Map.of(FactFormats.NAME, FactFormats.DAYS));
    setNumberFormat("@" + FactFormats.NAME);
    setDateFormat("@" + FactFormats.NAME);
    setSharedVariable("full", LetterFunctions.FULL);
    setSharedVariable("plural", LetterFunctions.PLURAL);
    setSharedVariable("listed", LetterFunctions.LISTED);
  }

  /** Every template, an included one too, can be interrupted before it runs for the first time. */
  @Override
  public @Nullable Template getTemplate(
      String name,
      @Nullable Locale locale,
      @Nullable Object condition,
      @Nullable String encoding,
      boolean parsed,
      boolean missingAllowed)
      throws IOException {
    Template template =
        super.getTemplate(name, locale, condition, encoding, parsed, missingAllowed);
    if (template != null && interruptible.add(template)) {
      // the post-processor of the documentation is not public; this is the door to it
      _CoreAPI.addThreadInterruptedChecks(template);
    }
    return template;
  }
}
