package org.mastshell.formats;

import java.util.ArrayDeque;
import java.util.Deque;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * The elements of a VOTable that have begun and not ended. The library decodes a stream in a thread
 * of its own, which waits for the end of the element: where the document ends before, for ever.
 */
final class OpenElements extends XMLFilterImpl {
  private static final String STREAM = "STREAM";

  private final Deque<Element> open = new ArrayDeque<>();

  private record Element(String space, String name, String qualified) {}

  /**
   * @param reader that reads the document
   * @param tables what takes it
   */
  OpenElements(XMLReader reader, ContentHandler tables) {
    super(reader);
    setContentHandler(tables);
  }

  @Override
  public void startElement(String space, String name, String qualified, Attributes attributes)
      throws SAXException {
    open.push(new Element(space, name, qualified));
    super.startElement(space, name, qualified, attributes);
  }

  @Override
  public void endElement(String space, String name, String qualified) throws SAXException {
    open.pop();
    super.endElement(space, name, qualified);
  }

  /** Ends a stream that has not ended, and what is in it. */
  void endStream() {
    while (open.stream().anyMatch(element -> element.name().equals(STREAM))) {
      endLast();
    }
  }

  // That the document is broken has been said.
  private void endLast() {
    Element last = open.peek();
    try {
      endElement(last.space(), last.name(), last.qualified());
    } catch (SAXException | RuntimeException | OutOfMemoryError troubled) {
      return;
    }
  }
}
