package dev.baton.cli.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.cli.check.UsageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file that holds a trace. */
public final class TraceInput {
    private static final long LARGEST = 1L << 30;

    private TraceInput() {}

    /** @throws UsageException if there is no trace in it */
    public static StoredTrace read(Path file) {
        JsonNode json;
        try {
            if (Files.isDirectory(file)) {
                throw new UsageException("`" + file + "` is a folder; name a trace in it");
            }
            if (Files.size(file) > LARGEST) {
                throw new UsageException("`" + file + "` is larger than a gigabyte");
            }
            json = mapper().readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            String line = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
            throw new UsageException("`" + file + line + "` is not JSON: " + e.getOriginalMessage());
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no file `" + file + "`");
        } catch (AccessDeniedException e) {
            throw new UsageException("can't read `" + file + "`: permission denied");
        } catch (IOException e) {
            throw new UsageException("can't read `" + file + "`: " + e.getMessage());
        }
        if (!JsonTrace.fits(json)) {
            throw new UsageException("`" + file + "` holds no trace; `baton check --trace-dir DIR` writes traces");
        }
        return new JsonTrace(file.toString(), json);
    }

    private static ObjectMapper mapper() {
        return new ObjectMapper(JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(100).build())
                .build());
    }
}
