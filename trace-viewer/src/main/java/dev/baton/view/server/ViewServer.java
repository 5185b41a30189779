package dev.baton.view.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.baton.view.page.HtmlPage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Serves one page and what it asks to the user of this machine. It listens on the loopback interface alone, knows four
 * addresses and reads no file; who asks must know a token that is made for it (see {@link Doorkeeper}).
 */
public final class ViewServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;
    private final Doorkeeper doorkeeper;
    private final ViewSession session;
    private final HtmlPage page;
    private final String token;
    private final Consumer<Throwable> broken;

    private ViewServer(ViewSession session, int port, Consumer<Throwable> broken) throws IOException {
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        this.token = HexFormat.of().formatHex(secret);
        this.session = session;
        this.page = HtmlPage.built();
        this.broken = broken;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
        this.doorkeeper = new Doorkeeper(server.getAddress().getPort(), token);
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", this::serve);
    }

    /**
     * A server that runs until it is closed.
     *
     * @param port 0 for any that is free
     * @param broken is told what can't be and was, while a request was served
     * @throws IOException if the port is taken
     */
    public static ViewServer start(ViewSession session, int port, Consumer<Throwable> broken) throws IOException {
        ViewServer server = new ViewServer(session, port, broken);
        server.server.start();
        return server;
    }

    /** The address to open, with the token. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/?t=" + token;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                doorkeeper.admit(exchange);
                answer = answer(exchange);
            } catch (BadRequest refused) {
                answer = refused.answer();
            } catch (RuntimeException | Error bug) {
                broken.accept(bug);
                answer = Answer.refusal(500, "internal error: " + bug);
            }
            send(exchange, answer);
        }
    }

    private Answer answer(HttpExchange exchange) throws BadRequest, IOException {
        return switch (exchange.getRequestURI().getPath()) {
            case "/" -> {
                method(exchange, "GET");
                yield Answer.html(page.served());
            }
            case "/api/view" -> {
                method(exchange, "GET");
                yield Answer.json(session.view());
            }
            case "/api/explore" -> Answer.json(session.explore(body(exchange)));
            case "/api/why-not" -> Answer.json(session.whyNot(body(exchange)));
            default -> throw new BadRequest(404, "there is no such page");
        };
    }

    private static ExploreRequest body(HttpExchange exchange) throws BadRequest, IOException {
        method(exchange, "POST");
        return ExploreRequest.read(exchange.getRequestBody());
    }

    private static void method(HttpExchange exchange, String method) throws BadRequest {
        if (!exchange.getRequestMethod().equals(method)) {
            exchange.getResponseHeaders().set("Allow", method);
            throw new BadRequest(405, "only " + method + " is answered here");
        }
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.type() + "; charset=utf-8");
        headers.set("Content-Security-Policy", page.policy());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    /** Stops at once: whoever is being answered is cut off. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
