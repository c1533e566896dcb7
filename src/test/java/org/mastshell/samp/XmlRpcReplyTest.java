package org.mastshell.samp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class XmlRpcReplyTest {
  @Test
  void everyKindOfValueIsRead() throws XmlRpcReply.MalformedException {
    String value =
        "<struct>\n <member><name>a</name><value>bare &lt;text&gt;</value></member>"
            + "<member><name>b</name><value><string><![CDATA[<c>]]></string></value></member>"
            + "<member><name>c</name><value><array><data> <value><i4>7</i4></value>"
            + "<value><nil/></value><!-- x --><value/></data></array></value></member></struct>";
    assertThat(read("<params><param><value>" + value + "</value></param></params>"))
        .isEqualTo(
            new XmlRpcReply(
                Map.of("a", "bare <text>", "b", "<c>", "c", List.of("7", "", "")), false));
  }

  @Test
  void aFaultSaysWhy() throws XmlRpcReply.MalformedException {
    String fault = ScriptedHub.struct(Map.of("faultCode", "1", "faultString", "why"));
    assertThat(read("<fault><value>" + fault + "</value></fault>"))
        .isEqualTo(new XmlRpcReply("why", true));
  }

  @Test
  void nothingIsWrittenBehindTheConsolesBack() {
    PrintStream before = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      for (String text :
          List.of(
              "",
              "<",
              "<a",
              "<?xml version='9'?><a/>",
              "<?xml encoding='x'?>",
              "<a></b>",
              "<!DOCTYPE a [<!ENTITY",
              "\u0000",
              "<a>&x;</a>",
              "<methodResponse>")) {
        readOrNot(text.getBytes(StandardCharsets.UTF_8));
        readOrNot(text.getBytes(StandardCharsets.UTF_16));
      }
      readOrNot(new byte[] {'<', 'a', (byte) 0xff, '>'});
    } finally {
      System.setErr(before);
    }
    assertThat(written.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static void readOrNot(byte[] bytes) {
    try {
      assertThat(XmlRpcReply.read(bytes).value()).isNotNull();
    } catch (XmlRpcReply.MalformedException none) {
      assertThat(none).hasNoCause();
    }
  }

  @Property(tries = 500)
  void anyBytesAreAReplyOrNone(@ForAll byte[] bytes) {
    readOrNot(bytes);
  }

  @Property(tries = 300)
  void whatIsSentIsTextThatAnyReaderTakes(@ForAll String text)
      throws XmlRpcReply.MalformedException {
    String call =
        new String(
            new XmlRpcCall("samp.hub.x", List.of(text, Map.of("k", text))).bytes(),
            StandardCharsets.UTF_8);
    assertThat(call).matches("[\\x20-\\x7e\\n]*");
    String sent = call.substring(call.indexOf("<string>"), call.indexOf("</string>") + 9);
    String back =
        (String) read("<params><param><value>" + sent + "</value></param></params>").value();
    assertThat(back)
        .isEqualTo(
            text.codePoints().mapToObj(XmlRpcReplyTest::ascii).collect(Collectors.joining()));
  }

  private static String ascii(int codePoint) {
    return codePoint >= ' ' && codePoint <= '~' ? Character.toString(codePoint) : "?";
  }

  private static XmlRpcReply read(String inside) throws XmlRpcReply.MalformedException {
    return XmlRpcReply.read(ScriptedHub.response(inside).getBytes(StandardCharsets.UTF_8));
  }
}
