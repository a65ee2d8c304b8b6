package org.firebreak.report.html;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** A FreeMarker template that stands beside this class; every value is escaped for HTML. */
public final class HtmlTemplate {
  private static final Version VERSION = Configuration.VERSION_2_3_33;
  private static final Configuration CONFIGURATION = configuration();

  private final String name;

  /**
   * A template.
   *
   * @param name file name of the template
   */
  public HtmlTemplate(String name) {
    this.name = name;
  }

  private static Configuration configuration() {
    Configuration configuration = new Configuration(VERSION);
    configuration.setClassForTemplateLoading(HtmlTemplate.class, "");
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setDefaultEncoding("UTF-8");
    configuration.setLocale(Locale.ROOT);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setObjectWrapper(new DefaultObjectWrapperBuilder(VERSION).build());
    return configuration;
  }

  /**
   * Fills the template.
   *
   * @param values the names that the template uses
   * @throws IllegalStateException if the template does not fit the values, which is our fault
   */
  public String fill(Map<String, ?> values) {
    try {
      Template template = CONFIGURATION.getTemplate(name);
      StringWriter out = new StringWriter();
      template.process(values, out);
      return out.toString();
    } catch (TemplateException e) {
      throw new IllegalStateException("template " + name + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("template " + name + ": " + e.getMessage(), e);
    }
  }
}
