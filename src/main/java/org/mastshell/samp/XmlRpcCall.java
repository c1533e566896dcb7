package org.mastshell.samp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A call of a method by XML-RPC.
 *
 * @param method its full name
 * @param parameters each a String, or a Map from Strings to such
 */
record XmlRpcCall(String method, List<Object> parameters) {
  private static final char FIRST = ' ';
  private static final char LAST = '~';

  /** Keeps its own copy. */
  XmlRpcCall {
    parameters = List.copyOf(parameters);
  }

  /** As it is sent. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("methodCall");
      text(xml, "methodName", method);
      xml.writeStartElement("params");
      for (Object parameter : parameters) {
        xml.writeStartElement("param");
        value(xml, parameter);
        xml.writeEndElement();
      }
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("memory takes every text", impossible);
    }
    return bytes.toByteArray();
  }

  private static void value(XMLStreamWriter xml, Object value) throws XMLStreamException {
    xml.writeStartElement("value");
    if (value instanceof Map<?, ?> map) {
      xml.writeStartElement("struct");
      for (Map.Entry<?, ?> member : map.entrySet()) {
        xml.writeStartElement("member");
        text(xml, "name", (String) member.getKey());
        value(xml, member.getValue());
        xml.writeEndElement();
      }
      xml.writeEndElement();
    } else {
      text(xml, "string", (String) value);
    }
    xml.writeEndElement();
  }

  private static void text(XMLStreamWriter xml, String element, String text)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(ascii(text));
    xml.writeEndElement();
  }

  // The protocol knows no other characters in its texts.
  private static String ascii(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().forEach(c -> kept.append(c >= FIRST && c <= LAST ? (char) c : '?'));
    return kept.toString();
  }
}
