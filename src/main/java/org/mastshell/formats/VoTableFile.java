package org.mastshell.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.TableContentHandler;
import uk.ac.starlink.votable.TableHandler;

/**
 * The first table of a VOTable. The document comes from anywhere, and what it says is sent to the
 * archive, so that nothing outside of it is read: no entities, no data by reference.
 */
final class VoTableFile extends HeadedTableFile {
  private static final String FEATURES = "http://xml.org/sax/features/";
  private static final String LOAD_DTD =
      "http://apache.org/xml/features/nonvalidating/load-external-dtd";
  private final byte[] document;

  VoTableFile(byte[] document) {
    this.document = document;
  }

  /** Ends the reading where enough was read. */
  private static final class EnoughException extends SAXException {
    private static final long serialVersionUID = 1L;
  }

  /** A fault of a taker's own, not of the document. */
  private static final class OwnFaultException extends SAXException {
    private static final long serialVersionUID = 1L;

    private final RuntimeException fault;

    OwnFaultException(RuntimeException fault) {
      super(fault);
      this.fault = fault;
    }
  }

  @Override
  public List<FileColumn> columns() throws IOException {
    List<FileColumn> columns = new ArrayList<>();
    read(
        new TableHandler() {
          @Override
          public void startTable(StarTable table) throws SAXException {
            inSax(() -> columns.addAll(StarColumns.of(table)));
            throw new EnoughException();
          }

          @Override
          public void rowData(Object[] row) {}

          @Override
          public void endTable() {}
        });
    return List.copyOf(columns);
  }

  @Override
  public FileRows rows(List<Integer> columns) throws IOException {
    List<FileRow> rows = new ArrayList<>();
    read(
        new TableHandler() {
          @Override
          public void startTable(StarTable table) throws SAXException {
            for (int column : columns) {
              inSax(() -> StarColumns.requireScalar(table.getColumnInfo(column)));
            }
          }

          @Override
          public void rowData(Object[] row) throws SAXException {
            long number = rows.size() + 1L;
            inSax(() -> TableLimits.requireFewRows(number));
            rows.add(
                new FileRow(
                    number, columns.stream().map(column -> PlainCell.of(row[column])).toList()));
          }

          @Override
          public void endTable() throws SAXException {
            throw new EnoughException();
          }
        });
    return FileRows.all(rows);
  }

  /** Takes the head of a table. */
  @FunctionalInterface
  interface Head {
    void take(StarTable table) throws IOException;
  }

  /** Takes a row. */
  @FunctionalInterface
  interface Row {
    void take(Object... cells) throws IOException;
  }

  /**
   * Goes through the first table.
   *
   * @throws IOException what the takers throw, or if there is no table that can be read
   */
  void read(Head head, Row row) throws IOException {
    read(
        new TableHandler() {
          @Override
          public void startTable(StarTable table) throws SAXException {
            inSax(() -> head.take(table));
          }

          @Override
          public void rowData(Object[] cells) throws SAXException {
            inSax(() -> row.take(cells));
          }

          @Override
          public void endTable() throws SAXException {
            throw new EnoughException();
          }
        });
  }

  /** Something that a handler does; its trouble goes through the parser. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private static void inSax(Step step) throws SAXException {
    try {
      step.run();
    } catch (IOException trouble) {
      throw new SAXException(trouble);
    } catch (RuntimeException fault) {
      throw new OwnFaultException(fault);
    }
  }

  private void read(TableHandler handler) throws IOException {
    StilLogging.silence();
    TableContentHandler tables = new TableContentHandler(false);
    tables.setReadHrefTables(false);
    tables.setTableHandler(handler);
    OpenElements elements = new OpenElements(reader(), tables);
    try {
      elements.parse(new InputSource(new ByteArrayInputStream(document)));
    } catch (EnoughException enough) {
      return;
    } catch (OwnFaultException own) {
      throw own.fault;
    } catch (SAXException broken) {
      if (broken.getException() instanceof IOException trouble) {
        throw trouble;
      }
      boolean undecoded = broken.getException() instanceof RuntimeException;
      throw undecoded || broken.getMessage() == null
          ? undecoded(broken)
          : new IOException(trouble(broken), broken);
    } catch (RuntimeException broken) {
      throw undecoded(broken);
    } catch (OutOfMemoryError stated) {
      // Room is made for whatever length the document states.
      throw new IOException("its VOTable needs more memory than there is", stated);
    } finally {
      elements.endStream();
    }
    throw new IOException("it is an XML file without a VOTable");
  }

  // The library checks little of what it decodes.
  private static IOException undecoded(Exception broken) {
    String why = broken.getMessage() == null ? "" : ": " + broken.getMessage();
    return new IOException("its VOTable is broken" + why, broken);
  }

  private String trouble(SAXException broken) {
    if (broken instanceof SAXParseException place && place.getLineNumber() > 0) {
      int line = place.getLineNumber();
      return isEnd(line, place.getColumnNumber())
          ? "it is cut off in line " + line
          : "its XML is broken in line " + line + ": " + broken.getMessage();
    }
    return "its XML is broken: " + broken.getMessage();
  }

  // Whether the document, as one byte a letter, ends there.
  private boolean isEnd(int line, int column) {
    int last = 1;
    int letters = 0;
    for (byte one : document) {
      letters = one == '\n' ? 0 : letters + 1;
      last += one == '\n' ? 1 : 0;
    }
    return line >= last && column >= letters;
  }

  private static XMLReader reader() throws IOException {
    // The one of Java itself: looking for others takes milliseconds, and none was meant.
    SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(FEATURES + "external-general-entities", false);
      factory.setFeature(FEATURES + "external-parameter-entities", false);
      factory.setFeature(LOAD_DTD, false);
      XMLReader reader = factory.newSAXParser().getXMLReader();
      reader.setErrorHandler(null);
      return reader;
    } catch (ParserConfigurationException | SAXException unlikely) {
      throw new IOException("XML cannot be read here", unlikely);
    }
  }
}
