package org.mastshell.archive;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import org.mastshell.fuzz.Claim;
import org.mastshell.fuzz.SameTables;
import org.mastshell.fuzz.Target;
import org.mastshell.table.TableBytes;
import org.mastshell.table.ValueCounts.ValueCount;

/** Replies of the archive: any bytes are a table or refused, read as bytes and as characters. */
public final class ReplyTarget implements Target {
  private static final String HOST = "mast.example";
  private static final MediaType UTF_16 = MediaType.get("application/json; charset=utf-16be");
  private static final JsonMapper MAPPER = JsonMapper.builder(Json.FACTORY).build();

  @Override
  public void take(byte[] input) throws IOException {
    Reply reply = rows(null, input);
    String text = new String(input, StandardCharsets.UTF_8);
    // Other units of a character: the reader of text, not of bytes.
    Reply same = rows(UTF_16, text.getBytes(StandardCharsets.UTF_16BE));
    // What begins with NUL the parser of bytes takes for UTF-16 or UTF-32.
    boolean alike = text.indexOf('\0') < 0;
    Claim.that(!alike || (reply == null) == (same == null), "bytes are read as characters are");
    if (reply != null && same != null) {
      SameTables.requireWhole(reply.rows());
      SameTables.require(reply.rows(), same.rows());
      Claim.same(same.paging(), reply.paging(), "the same paging");
      SameTables.requireWritten(reply.rows(), TableBytes.table(TableBytes.of(reply.rows())));
      requirePlain(reply.message());
    }
    tree(input);
  }

  private static Reply rows(MediaType type, byte... body) throws IOException {
    try (JsonParser parser = Json.parser(HOST, type, new ByteArrayInputStream(body))) {
      return ReplyParser.parse(parser);
    } catch (com.fasterxml.jackson.core.JsonProcessingException refused) {
      Claim.that(!refused.getOriginalMessage().isBlank(), "a refusal says something");
      return null;
    } catch (java.io.CharConversionException refused) {
      return null;
    } catch (TransientFailure refused) {
      Claim.that(!refused.trouble().getMessage().isBlank(), "a refusal says something");
      return null;
    }
  }

  private static void tree(byte... body) throws IOException {
    JsonNode root;
    try (JsonParser parser = Json.parser(HOST, null, new ByteArrayInputStream(body))) {
      root = MAPPER.readTree(parser);
    } catch (com.fasterxml.jackson.core.JsonProcessingException
        | java.io.CharConversionException
        | TransientFailure refused) {
      return;
    }
    if (root == null || !root.isObject()) {
      return;
    }
    for (ResolvedName name : NameReplies.names(root)) {
      Claim.that(name.ra() >= 0 && name.ra() <= 360, "a right ascension: " + name.ra());
      Claim.that(Math.abs(name.dec()) <= 90, "a declination: " + name.dec());
    }
    for (ColumnConfig column : NameReplies.columns(root).values()) {
      Claim.that(column.label().equals(column.label().strip()), "a label without blanks");
    }
    for (Map.Entry<String, List<ValueCount>> facet : Facets.of(root).entrySet()) {
      Claim.that(!facet.getKey().isEmpty(), "a column with a name");
      facet.getValue().forEach(value -> Claim.that(value.count() > 0, "a count"));
    }
    try {
      NameReplies.account(HOST, root);
    } catch (TransientFailure refused) {
      Claim.that(!refused.trouble().getMessage().isBlank(), "a refusal says something");
    }
    requirePlain(root.path("msg").asText(""));
  }

  private static void requirePlain(String message) {
    String clean = ServerMessage.clean(message);
    Claim.that(clean.length() <= 301, "a message that people read");
    Claim.that(clean.chars().noneMatch(Character::isISOControl), "nothing steers a terminal");
  }
}
