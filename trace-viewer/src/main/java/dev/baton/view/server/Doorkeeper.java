package dev.baton.view.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in who knows the token, and asks by this server's own name: a page from elsewhere knows no token, and a name
 * from elsewhere that leads here (DNS rebinding) is another host.
 */
final class Doorkeeper {
    static final String TOKEN_HEADER = "X-Baton-Token";

    private final Set<String> hosts;
    private final String token;

    Doorkeeper(int port, String token) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        this.token = token;
    }

    /** @throws BadRequest with 403, if the request is not let in */
    void admit(HttpExchange exchange) throws BadRequest {
        Headers headers = exchange.getRequestHeaders();
        if (!only(headers, "Host").filter(hosts::contains).isPresent()) {
            throw new BadRequest(403, "another host is asked for");
        }
        if (headers.containsKey("Origin")
                && !only(headers, "Origin")
                        .filter(o -> o.startsWith("http://") && hosts.contains(o.substring("http://".length())))
                        .isPresent()) {
            throw new BadRequest(403, "a page from elsewhere asks");
        }
        boolean page = exchange.getRequestURI().getPath().equals("/");
        Optional<String> shown =
                only(headers, TOKEN_HEADER).or(() -> page ? inQuery(exchange.getRequestURI()) : Optional.empty());
        if (!shown.filter(this::isToken).isPresent()) {
            throw new BadRequest(403, "the token of this session is missing: use the address that `baton` printed");
        }
    }

    private static Optional<String> only(Headers headers, String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private static Optional<String> inQuery(URI address) {
        String query = address.getRawQuery();
        return query != null && query.startsWith("t=") ? Optional.of(query.substring(2)) : Optional.empty();
    }

    /** In the same time, however much of it is right. */
    private boolean isToken(String shown) {
        return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
