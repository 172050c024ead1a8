package org.regards.doctor;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks the DNS for texts, with little patience. */
public final class NameServers {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Resolver resolver;

  private NameServers(Resolver resolver, Duration patience) {
    this.resolver = resolver;
    resolver.setTimeout(patience);
  }

  /** Those of this machine. */
  public static NameServers ofThisMachine() {
    ExtendedResolver resolver = new ExtendedResolver();
    resolver.setRetries(1);
    return new NameServers(resolver, PATIENCE);
  }

  static NameServers at(InetSocketAddress server, Duration patience) {
    try {
      SimpleResolver resolver = new SimpleResolver(server.getHostString());
      resolver.setPort(server.getPort());
      return new NameServers(resolver, patience);
    } catch (UnknownHostException impossible) {
      throw new IllegalArgumentException("not an address: " + server, impossible);
    }
  }

  /** What the DNS says. */
  sealed interface Answer {
    /** None when there is no such record. */
    record Texts(List<String> texts) implements Answer {
      public Texts {
        texts = List.copyOf(texts);
      }
    }

    /** Nobody answered, or not so that it could be read. */
    record Silence() implements Answer {}
  }

  /** The texts at a name; the parts of each are put together, as RFC 7208 3.3 has it. */
  Answer texts(String name) {
    Lookup lookup;
    try {
      lookup = new Lookup(Name.fromString(name, Name.root), Type.TXT);
    } catch (TextParseException notAName) {
      return new Answer.Texts(List.of());
    }
    lookup.setResolver(resolver);
    lookup.setCache(null);
    Record[] records = lookup.run();
    return switch (lookup.getResult()) {
      case Lookup.SUCCESSFUL -> new Answer.Texts(texts(records));
      case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> new Answer.Texts(List.of());
      default -> new Answer.Silence();
    };
  }

  private static List<String> texts(Record[] records) {
    List<String> texts = new ArrayList<>();
    for (Record record : records) {
      if (record instanceof TXTRecord text) {
        texts.add(String.join("", text.getStrings()));
      }
    }
    return texts;
  }
}
