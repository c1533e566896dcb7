package org.mastshell.samp;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What came back of a call.
 *
 * @param value a String, List or Map of such; of a fault its description
 * @param fault whether the other side could not do what it was asked
 */
record XmlRpcReply(Object value, boolean fault) {
  private static final int DEEPEST = 16;
  private static final Set<Integer> TEXT =
      Set.of(XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE);
  private static final Set<Integer> PASSED_OVER =
      Set.of(XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION);
  private static final String DECLARATIONS = "<!DOCTYPE";
  private static final String DECLARES = "what it sent declares or refers to something else";

  /** Thrown where bytes are no reply. It repeats none of them: they may hold a key. */
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(String what) {
      super(what);
    }
  }

  /**
   * Reads a reply. Nothing that it declares or refers to is followed.
   *
   * @throws MalformedException if it is none
   */
  static XmlRpcReply read(byte[] bytes) throws MalformedException {
    // Java's reader writes to standard error of bytes that are no characters, and of declarations
    // that have no end.
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.contains(DECLARATIONS)) {
      throw new MalformedException(DECLARES);
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      return new Reading(factory.createXMLStreamReader(new StringReader(text))).reply();
    } catch (XMLStreamException broken) {
      throw new MalformedException("it sent no XML that can be read");
    }
  }

  /** One way through a reply; the reader stands on the last thing that was read. */
  private static final class Reading {
    private final XMLStreamReader xml;

    Reading(XMLStreamReader xml) {
      this.xml = xml;
    }

    XmlRpcReply reply() throws XMLStreamException, MalformedException {
      open("methodResponse");
      String kind = next();
      if (kind.equals("fault")) {
        open("value");
        Object value = value(0);
        Object said = value instanceof Map<?, ?> map ? map.get("faultString") : value;
        return new XmlRpcReply(said instanceof String text ? text : "", true);
      }
      if (!kind.equals("params")) {
        throw unexpected();
      }
      open("param");
      open("value");
      return new XmlRpcReply(value(0), false);
    }

    /** The value whose element has just begun; behind it its end has been read. */
    private Object value(int depth) throws XMLStreamException, MalformedException {
      if (depth > DEEPEST) {
        throw new MalformedException("what it sent is packed too deep");
      }
      StringBuilder text = new StringBuilder();
      String type = textOrElement(text);
      if (type.isEmpty()) {
        return text.toString();
      }
      Object value =
          switch (type) {
            case "struct" -> members(depth);
            case "array" -> elements(depth);
            default -> content();
          };
      close();
      return value;
    }

    private Map<String, Object> members(int depth) throws XMLStreamException, MalformedException {
      Map<String, Object> members = new HashMap<>();
      for (String part = next(); !part.isEmpty(); part = next()) {
        require(part, "member");
        open("name");
        String name = content();
        open("value");
        members.put(name, value(depth + 1));
        close();
      }
      return members;
    }

    private List<Object> elements(int depth) throws XMLStreamException, MalformedException {
      List<Object> elements = new ArrayList<>();
      open("data");
      for (String part = next(); !part.isEmpty(); part = next()) {
        require(part, "value");
        elements.add(value(depth + 1));
      }
      close();
      return elements;
    }

    /** The text up to the end of the element that has just begun. */
    private String content() throws XMLStreamException, MalformedException {
      StringBuilder text = new StringBuilder();
      if (!textOrElement(text).isEmpty()) {
        throw unexpected();
      }
      return text.toString();
    }

    private void open(String name) throws XMLStreamException, MalformedException {
      require(next(), name);
    }

    private void close() throws XMLStreamException, MalformedException {
      if (!next().isEmpty()) {
        throw unexpected();
      }
    }

    private void require(String found, String name) throws MalformedException {
      if (!found.equals(name)) {
        throw unexpected();
      }
    }

    /** The next element that begins; empty if one ends before. */
    private String next() throws XMLStreamException, MalformedException {
      StringBuilder text = new StringBuilder();
      String name = textOrElement(text);
      if (!text.toString().isBlank()) {
        throw unexpected();
      }
      return name;
    }

    private String textOrElement(StringBuilder text) throws XMLStreamException, MalformedException {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          return xml.getLocalName();
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
          return "";
        }
        if (TEXT.contains(event)) {
          text.append(xml.getText());
        } else if (!PASSED_OVER.contains(event)) {
          throw new MalformedException(DECLARES);
        }
      }
      throw unexpected();
    }

    private static MalformedException unexpected() {
      return new MalformedException("what it sent is no answer of a hub");
    }
  }
}
